"""The shadow manager's home."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from interregnum.desks.shadow.today import today_page
from interregnum.web.requests import Request


def home(request: Request) -> HttpResponse:
    page = today_page(request.actor, at=timezone.now())
    return render(request, "web/desk.html", {"page": page})
