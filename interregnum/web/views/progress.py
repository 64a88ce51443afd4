"""How far the work is that somebody started."""

from django.http import HttpResponse
from django.shortcuts import render

from interregnum.web.progress import progress_piece
from interregnum.web.requests import Request


def progress(request: Request, code: str) -> HttpResponse:
    """The piece for the page that shows it, or a page of its own; once it is over, that page is loaded anew."""
    piece = progress_piece(code, seen_by=request.actor)
    if not request.htmx:
        return render(request, "web/progress.html", {"progress": piece})
    response = render(request, "web/pieces/progress.html", {"progress": piece})
    if not piece.is_moving:
        response["HX-Refresh"] = "true"
    return response
