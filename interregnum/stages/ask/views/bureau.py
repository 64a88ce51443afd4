"""The bureau's requests, and the triage of one."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.ask import queries, texts
from interregnum.stages.ask.actions.confirm_triage import confirm_triage
from interregnum.stages.ask.forms import VerdictForm
from interregnum.stages.ask.tables import BureauRequests
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def requests(request: Request) -> HttpResponse:
    table = BureauRequests(request, queries.requests_table(seen_by=request.actor))
    return table.answer("ask/bureau/requests.html")


def triage(request: Request, code: str) -> HttpResponse:
    page = queries.triage_page(code, seen_by=request.actor)
    initial = (page.verdict or page.proposal) | {"organisation_name": page.organisation_name}
    form = bind(request, VerdictForm, initial=initial)
    done = submit(
        request,
        form,
        lambda: confirm_triage(request=code, verdict=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:ask-triage", args=[code]),
        words=texts.REFUSALS,
        done=_("Confirmed."),
    )
    return done or render(request, "ask/bureau/triage.html", {"page": page, "form": form}, status=status_of(form))
