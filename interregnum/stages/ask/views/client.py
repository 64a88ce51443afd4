"""A client's own requests."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.people.queries import email_of, organisation_name
from interregnum.stages.ask import queries, texts
from interregnum.stages.ask.actions.answer_intake import answer_intake
from interregnum.stages.ask.actions.receive_request import receive_request
from interregnum.stages.ask.forms import OwnProblemForm
from interregnum.stages.ask.tables import ClientRequests
from interregnum.stages.ask.views.answering import take, with_answer, wizard
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
    """The answer to a request; a question on it may be answered right there."""
    at, by = timezone.now(), request.actor
    page, trouble = queries.own_request_page(code, seen_by=by, at=at), None
    if request.method == "POST":
        asked = queries.intake_page(code, seen_by=by).answerable
        trouble = take(request, asked, lambda answer: answer_intake(request=code, answer=answer, by=by, at=at))
        if trouble is None and not request.htmx:
            return redirect("client:ask-request", code)
        page = with_answer(queries.own_request_page(code, seen_by=by, at=at), trouble)
    template = "ask/answer.html" if request.htmx and not request.htmx.boosted else "ask/client/request.html"
    context = {"page": page, "trouble": trouble, "may_answer": True}
    return render(request, template, context, status=422 if trouble and not request.htmx else 200)


def intake(request: Request, code: str) -> HttpResponse:
    at, by = timezone.now(), request.actor
    return wizard(
        request,
        queries.intake_page(code, seen_by=by),
        lambda answer: answer_intake(request=code, answer=answer, by=by, at=at),
        "ask/client/intake.html",
        answer_url=reverse("client:ask-request", args=[code]),
    )
