"""Pages for whoever has a problem and no account."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from interregnum.stages.ask import queries, texts
from interregnum.stages.ask.actions.receive_request import receive_request
from interregnum.stages.ask.forms import ProblemForm
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def problem(request: Request) -> HttpResponse:
    form = bind(request, ProblemForm)
    done = submit(
        request,
        form,
        lambda: receive_request(stated=form.value(), by=request.actor, at=timezone.now()),
        then=lambda code: reverse("front:ask-received", args=[code]),
        words=texts.REFUSALS,
    )
    return done or render(request, "ask/front/problem.html", {"form": form}, status=status_of(form))


def received(request: Request, code: str) -> HttpResponse:
    return render(request, "ask/front/received.html", {"page": queries.answer_page(code)})
