"""The one search box of the bureau, and the page with all that it found."""

from django.http import HttpResponse
from django.shortcuts import render

from interregnum.records.finding import found
from interregnum.web.requests import Request

IN_THE_BOX, ON_THE_PAGE = 5, 25


def search(request: Request) -> HttpResponse:
    """Grouped results; while somebody types only what hangs under the box."""
    query = request.GET.get("q", "").strip()[:100]
    under_the_box = bool(request.htmx)
    groups = found(query, seen_by=request.actor, each=IN_THE_BOX if under_the_box else ON_THE_PAGE)
    template = "bureau/found.html" if under_the_box else "bureau/search.html"
    return render(request, template, {"groups": groups, "query": query})
