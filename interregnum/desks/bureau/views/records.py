"""What is kept of people: their requests, holds, and what goes when."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.kept import DataRequestTable, DecisionForm, decision_page
from interregnum.kernel.refused import Refused
from interregnum.records.requests import grant_request, refuse_request, request_row, requests_table
from interregnum.records.texts import REFUSALS
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def data_requests(request: Request) -> HttpResponse:
    return DataRequestTable(request, requests_table(seen_by=request.actor)).answer("bureau/data_requests.html")


def data_request(request: Request, code: str) -> HttpResponse:
    """One request: confirmed or refused by a partner."""
    page = decision_page(request_row(code, seen_by=request.actor), at=timezone.now())
    form = bind(request, DecisionForm)
    done = submit(
        request,
        form,
        lambda: _decide(request, code, form),
        then=lambda found: reverse("bureau:data-request", args=[found]),
        words=REFUSALS,
        done=_("Done. The person gets a mail."),
    )
    return done or render(request, "bureau/data_request.html", {"page": page, "form": form}, status=status_of(form))


def _decide(request: Request, code: str, form: DecisionForm) -> str | Refused:
    at = timezone.now()
    if form.cleaned_data["do"] == "refuse":
        return refuse_request(code=code, reason=form.cleaned_data["reason"], by=request.actor, at=at)
    return grant_request(code=code, by=request.actor, at=at)
