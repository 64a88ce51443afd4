"""The public page."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from interregnum.desks.front.texts import KINDS, PROMISES
from interregnum.web.pieces import Definition
from interregnum.web.requests import Request
from interregnum.web.words import word_of


@dataclass(frozen=True)
class Kind:
    title: object
    text: object


@dataclass(frozen=True)
class FrontPage:
    kinds: tuple[Kind, ...]
    promises: tuple[Definition, ...]


def home(request: Request) -> HttpResponse:
    page = FrontPage(tuple(Kind(word_of(category), text) for category, text in KINDS.items()), PROMISES)
    return render(request, "front/home.html", {"page": page})
