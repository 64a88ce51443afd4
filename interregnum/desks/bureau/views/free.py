"""Who is free: the roster by week; and whether all on it are treated alike."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from interregnum.desks.bureau.free import FreeTable, open_lines
from interregnum.desks.bureau.impact import impacts
from interregnum.kernel.period import local_day
from interregnum.people.managers import managers_table
from interregnum.records.groups import impact_page
from interregnum.web.requests import Request


def free(request: Request) -> HttpResponse:
    found = FreeTable(request, managers_table(seen_by=request.actor), on=local_day(timezone.now()))
    context = {"table": found.table(), "heads": found.heads, "briefs": open_lines(request.actor)}
    return render(request, "bureau/free.html", context)


def impact(request: Request) -> HttpResponse:
    page = impact_page(seen_by=request.actor, on=local_day(timezone.now()))
    return render(request, "bureau/impact.html", {"page": page, "impacts": impacts(page)})
