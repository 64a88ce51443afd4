"""The page that shows every piece of the look."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from interregnum.web.samples import sample_components


def components(request: HttpRequest) -> HttpResponse:
    return render(request, "web/components.html", sample_components())
