"""The interim managers on the roster: list, profile and download."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from interregnum.desks.bureau.background import portfolio
from interregnum.desks.bureau.client_page import next_actions
from interregnum.desks.bureau.pages import history_of, profile_page
from interregnum.desks.bureau.roster_page import offer_tools, view_tabs
from interregnum.desks.bureau.roster_table import MaskedRosterTable, RosterTable
from interregnum.desks.profile.calendar import ahead_of
from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.period import local_day
from interregnum.people.cases import cases_of
from interregnum.people.consents import consent_of
from interregnum.people.deaths import died_manager
from interregnum.people.list_views import taste_of
from interregnum.people.managers import is_masked_for, manager_page, managers_table
from interregnum.people.merged import leads_to
from interregnum.people.notes import notes_of
from interregnum.people.queries import list_names
from interregnum.web.requests import Request

NOTES = 10


def roster(request: Request) -> HttpResponse:
    taste = taste_of(request.actor)
    if not request.GET and taste.opening and taste.opening.query:
        return redirect(f"{request.path}?{taste.opening.query}")
    names = ("export", "workbook") if request.actor.role is Role.PARTNER else ()
    urls = {f"{name}_url": reverse(f"bureau:people-roster-{name}") for name in names}
    kind = MaskedRosterTable if is_masked_for(request.actor) else RosterTable
    table = kind(request, managers_table(seen_by=request.actor), taste=taste, at=timezone.now(), **urls)
    offer_tools(table)
    return table.answer("bureau/roster.html", tabs=view_tabs(request, taste))


def manager(request: Request, code: str) -> HttpResponse:
    """One profile; the address of one that went up in another leads there, and of who died to where that is noted."""
    try:
        return _profile(request, code)
    except Http404:
        if now := leads_to(code):
            return redirect("bureau:people-manager", code=now)
        return redirect("bureau:people-death", code=died_manager(code, seen_by=request.actor).code)


def _profile(request: Request, code: str) -> HttpResponse:
    names = list_names()
    page = profile_page(manager_page(code, seen_by=request.actor, names=names))
    context: dict[str, object] = {"page": page, "portfolio": portfolio(request.actor)}
    if not is_masked_for(request.actor):
        context["notes"] = notes_of(code, seen_by=request.actor)[:NOTES]
        context["may_act"] = request.actor.role in OFFICE
        context["actions"] = next_actions(code, seen_by=request.actor, today=local_day(timezone.now()))
        context |= {"cases": cases_of(code, seen_by=request.actor, names=names), "history": history_of(code)}
        context["consent"] = consent_of(code)
        free_on, on = page.contact.available_on, local_day(timezone.now())
        context["ahead"] = ahead_of(code, free_on, seen_by=request.actor, on=on)
    return render(request, "bureau/manager.html", context)
