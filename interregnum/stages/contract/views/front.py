"""Whoever holds a document can see whether it is the unaltered one: the file is only reckoned through, never opened."""

import hashlib

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from interregnum.people.site import came_from
from interregnum.stages.contract import texts
from interregnum.stages.contract.forms import FileForm
from interregnum.stages.contract.queries.signatures import known_file
from interregnum.web.forms import bind, status_of
from interregnum.web.limits import HOUR, is_too_often
from interregnum.web.requests import Request

MOST_AN_HOUR = 60


def verify(request: Request) -> HttpResponse:
    """The answer stands on the page itself: nothing is kept of the file."""
    form = bind(request, FileForm)
    page = {"form": form, "level": texts.LEVEL, "is_answered": False, "known": None}
    if request.method == "POST" and form.is_valid():
        if is_too_often("verify", came_from(request), most=MOST_AN_HOUR, seconds=HOUR):
            form.add_error(None, _("Many files were checked from here in a short time. Try again in an hour."))
            return render(request, "contract/front/verify.html", page, status=429)
        digest = hashlib.sha256()
        for part in form.cleaned_data["file"].chunks():
            digest.update(part)
        page |= {"is_answered": True, "known": known_file(digest.hexdigest())}
    return render(request, "contract/front/verify.html", page, status=status_of(form))
