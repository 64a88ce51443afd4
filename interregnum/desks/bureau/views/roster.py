"""The interim managers on the roster: list, profile and download."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.background import portfolio
from interregnum.desks.bureau.pages import history_of, profile_page
from interregnum.desks.bureau.roster_page import as_text, asked_for, offer_tools, view_tabs
from interregnum.desks.bureau.roster_table import MaskedRosterTable, RosterTable
from interregnum.desks.profile.calendar import ahead_of
from interregnum.kernel.actor import Role
from interregnum.kernel.period import local_day
from interregnum.people.cases import cases_of
from interregnum.people.consents import consent_of
from interregnum.people.list_views import taste_of
from interregnum.people.managers import export_line, is_masked_for, manager_page, managers_table, workbook_line
from interregnum.people.merged import leads_to
from interregnum.people.notes import notes_of
from interregnum.people.queries import list_names
from interregnum.people.rules.cells import guard
from interregnum.people.rules.roster import HEADER
from interregnum.web.downloads import WORKBOOK, csv_lines, workbook
from interregnum.web.requests import Request

NOTES = 10
MOST_IN_A_WORKBOOK = 20_000


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
    """One profile; the address of one that went up in another leads there."""
    try:
        return _profile(request, code)
    except Http404:
        if not (now := leads_to(code)):
            raise
        return redirect("bureau:people-manager", code=now)


def _profile(request: Request, code: str) -> HttpResponse:
    names = list_names()
    page = profile_page(manager_page(code, seen_by=request.actor, names=names))
    context: dict[str, object] = {"page": page, "portfolio": portfolio(request.actor)}
    if not is_masked_for(request.actor):
        context["notes"] = notes_of(code, seen_by=request.actor)[:NOTES]
        context |= {"cases": cases_of(code, seen_by=request.actor, names=names), "history": history_of(code)}
        context["consent"] = consent_of(code)
        free_on, on = page.contact.available_on, local_day(timezone.now())
        context["ahead"] = ahead_of(code, free_on, seen_by=request.actor, on=on)
    return render(request, "bureau/manager.html", context)


def _downloaded(request: Request) -> RosterTable:
    rows, taste = managers_table(seen_by=request.actor), taste_of(request.actor)
    return RosterTable(request, rows, taste=taste, at=timezone.now())


def _sheet(request: Request, table: RosterTable, whole: Callable[[Any], list[str]]) -> tuple[Any, Iterator[list[str]]]:
    """Head and lines: the columns that are read, or with ?whole all of a profile in the shape that the import reads."""
    rows: Iterable[Any] = table.narrowed().iterator()
    if asked_for(request, "whole"):
        return HEADER, map(whole, rows)
    lines = ([as_text(table.cell(column.key, row)) for column in table.columns] for row in rows)
    return [str(column.label) for column in table.columns], lines


def export_workbook(request: Request) -> HttpResponse:
    """The managers of the list for Excel, as long as it is no more than a workbook is good for."""
    table = _downloaded(request)
    if table.narrowed().count() > MOST_IN_A_WORKBOOK:
        text = _("More than %(most)s managers do not go into one workbook. Narrow the list, or download it as CSV.")
        messages.warning(request, text % {"most": MOST_IN_A_WORKBOOK})
        return redirect(f"{reverse('bureau:people-roster')}?{request.GET.urlencode()}")
    content = workbook(str(_("Managers")), *_sheet(request, table, workbook_line))
    headers = {"Content-Disposition": 'attachment; filename="roster.xlsx"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=WORKBOOK, headers=headers)


def export(request: Request) -> StreamingHttpResponse:
    """The managers of the list as it is searched and filtered."""
    header, lines = _sheet(request, _downloaded(request), export_line)
    safe = lines if asked_for(request, "whole") else ([guard(cell) for cell in line] for line in lines)
    headers = {"Content-Disposition": 'attachment; filename="roster.csv"', "X-Content-Type-Options": "nosniff"}
    return StreamingHttpResponse(csv_lines(header, safe), content_type="text/csv; charset=utf-8", headers=headers)
