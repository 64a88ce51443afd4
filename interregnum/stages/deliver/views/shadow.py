"""The shadow manager reads along: the picture and the reports."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from interregnum.stages.deliver import queries
from interregnum.web.requests import Request


def assignment(request: Request, code: str) -> HttpResponse:
    page = queries.assignment_picture(code, seen_by=request.actor, on=timezone.localdate())
    return render(request, "deliver/shadow/assignment.html", {"page": page})


def report(request: Request, code: str) -> HttpResponse:
    return render(
        request,
        "deliver/shadow/report.html",
        {"page": queries.report_page(code, seen_by=request.actor, on=timezone.localdate())},
    )
