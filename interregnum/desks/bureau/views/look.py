"""The page that shows every piece of the look."""

from django.http import HttpResponse
from django.shortcuts import render

from interregnum.web.requests import Request
from interregnum.web.samples import sample_components


def components(request: Request) -> HttpResponse:
    return render(request, "web/components.html", sample_components())
