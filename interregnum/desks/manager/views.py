"""The interim manager's home, and their own file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from interregnum.desks.manager.today import today_page
from interregnum.people.screening import own_detail, readings_of, screening_of, screenings_of
from interregnum.web.requests import Request
from interregnum.web.views.security import confirmed


def own_file(request: Request) -> HttpResponse:
    """Their screenings as status, and who read what was found."""
    own = request.actor.manager
    page = {
        "screenings": screenings_of(own, seen_by=request.actor),
        "readings": readings_of(own, seen_by=request.actor),
    }
    return render(request, "manager/file.html", {"page": page})


@confirmed
def own_screening(request: Request, code: str) -> HttpResponse:
    """What was found about them, after confirming who they are."""
    found = own_detail(code, seen_by=request.actor)
    _manager, line = screening_of(code, seen_by=request.actor)
    return render(request, "manager/screening.html", {"line": line, "found": found})


def home(request: Request) -> HttpResponse:
    page = today_page(request.actor, at=timezone.now())
    return render(request, "web/desk.html", {"page": page})
