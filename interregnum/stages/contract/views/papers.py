"""All documents of one assignment on one page, for each who has a part in it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from interregnum.stages.contract.queries.access import SIDE_OF
from interregnum.stages.contract.queries.papers import papers_page
from interregnum.web.requests import Request


def papers(request: Request, code: str) -> HttpResponse:
    page = papers_page(code, seen_by=request.actor)
    desk = SIDE_OF.get(request.actor.role, "bureau")
    context = {"page": page, "back": reverse(f"{desk}:contract-contract", args=[code])}
    return render(request, "contract/papers.html", context)
