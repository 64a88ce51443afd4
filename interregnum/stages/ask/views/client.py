"""A client's own requests."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.people.queries import email_of, organisation_name
from interregnum.stages.ask import queries, texts
from interregnum.stages.ask.actions.receive_request import receive_request
from interregnum.stages.ask.forms import OwnProblemForm
from interregnum.stages.ask.tables import ClientRequests
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def requests(request: Request) -> HttpResponse:
    table = ClientRequests(request, queries.requests_table(seen_by=request.actor))
    return table.answer("ask/client/requests.html")


def problem(request: Request) -> HttpResponse:
    form = bind(request, OwnProblemForm)
    who = {"organisation_name": organisation_name(request.actor.organisation), "name": request.actor.name}
    done = submit(
        request,
        form,
        lambda: receive_request(
            stated=form.value_for(**who, email=email_of(request.actor.code)), by=request.actor, at=timezone.now()
        ),
        then=lambda code: reverse("client:ask-request", args=[code]),
        words=texts.REFUSALS,
        done=_("Thank you. We have received your request."),
    )
    return done or render(request, "ask/client/problem.html", {"form": form}, status=status_of(form))


def one_request(request: Request, code: str) -> HttpResponse:
    page = queries.own_request_page(code, seen_by=request.actor)
    return render(request, "ask/client/request.html", {"page": page})
