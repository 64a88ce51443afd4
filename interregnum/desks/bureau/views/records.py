"""What is kept of people: their requests, holds, and what goes when."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.kept import DataRequestTable, DecisionForm, HoldForm, decision_page
from interregnum.desks.bureau.terms import terms_page
from interregnum.kernel.refused import Refused
from interregnum.records.keeping import lift_hold, set_hold, standing_hold
from interregnum.records.objects import object_of
from interregnum.records.requests import grant_request, refuse_request, request_row, requests_table
from interregnum.records.texts import REFUSALS
from interregnum.web.forms import Form, bind, status_of, submit
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


def terms(request: Request) -> HttpResponse:
    """The rules of keeping, and what goes by them."""
    page = terms_page(seen_by=request.actor, at=timezone.now())
    return render(request, "bureau/terms.html", {"page": page})


def hold(request: Request, code: str) -> HttpResponse:
    """Lay a hold on one object, or lift the one that lies on it."""
    found, standing = object_of(code, seen_by=request.actor), standing_hold(code)
    form = bind(request, Form if standing else HoldForm)
    done = submit(
        request,
        form,
        lambda: _hold(request, code, form),
        then=lambda _code: reverse("bureau:hold", args=[code]),
        words=REFUSALS,
    )
    context = {"found": found, "hold": standing, "form": form}
    return done or render(request, "bureau/hold.html", context, status=status_of(form))


def _hold(request: Request, code: str, form: Form) -> str | Refused:
    at = timezone.now()
    if isinstance(form, HoldForm):
        return set_hold(about=code, reason=form.cleaned_data["reason"], by=request.actor, at=at)
    return lift_hold(about=code, by=request.actor, at=at)


def _decide(request: Request, code: str, form: DecisionForm) -> str | Refused:
    at = timezone.now()
    if form.cleaned_data["do"] == "refuse":
        return refuse_request(code=code, reason=form.cleaned_data["reason"], by=request.actor, at=at)
    return grant_request(code=code, by=request.actor, at=at)
