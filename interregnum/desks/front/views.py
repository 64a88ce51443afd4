"""The public page."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from interregnum.desks.front.texts import ADVISER, KINDS, MANAGER, STEPS
from interregnum.web.pieces import Definition
from interregnum.web.requests import Request
from interregnum.web.words import word_of


@dataclass(frozen=True)
class FrontPage:
    kinds: tuple[Definition, ...]
    adviser: tuple[object, ...]
    manager: tuple[object, ...]
    steps: tuple[Definition, ...]


def home(request: Request) -> HttpResponse:
    kinds = tuple(Definition(word_of(category), text) for category, text in KINDS.items())
    page = FrontPage(kinds, ADVISER, MANAGER, STEPS)
    return render(request, "front/home.html", {"page": page})
