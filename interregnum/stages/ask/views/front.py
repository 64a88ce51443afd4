"""Pages for whoever has a problem and no account."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from interregnum.people.clients import caller_of
from interregnum.stages.ask import queries, texts
from interregnum.stages.ask.actions.answer_intake import answer_by_code, answer_by_link
from interregnum.stages.ask.actions.mail_link import renew_link
from interregnum.stages.ask.actions.receive_request import Manner, receive_request
from interregnum.stages.ask.forms import ProblemForm
from interregnum.stages.ask.views.answering import take, with_answer, wizard
from interregnum.stages.ask.views.limits import is_limited
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.guarded import stamp
from interregnum.web.requests import Request

ASKED = "requests asked here"


def problem(request: Request) -> HttpResponse:
    at = timezone.now()
    known = caller_of(request.GET.get("client", ""), seen_by=request.actor)
    form = bind(request, ProblemForm, initial={"opened": stamp(at)} | known)
    if is_limited(request, form, at):
        return render(request, "ask/front/problem.html", {"form": form}, status=429)
    done = submit(
        request,
        form,
        lambda: receive_request(stated=form.value(), by=request.actor, at=at, manner=_manner(request, form, at)),
        then=lambda code: _remembered(request, code),
        words=texts.REFUSALS,
    )
    return done or render(request, "ask/front/problem.html", {"form": form}, status=status_of(form))


def _manner(request: Request, form: ProblemForm, at: datetime) -> Manner | None:
    """Whoever works at the bureau writes down what somebody tells: that is no spam."""
    return None if request.actor.is_bureau else form.manner(at)


def _remembered(request: Request, code: str) -> str:
    """The browser that asked may answer right there; others need the link of the mail."""
    asked = request.session.get(ASKED, [])
    if code not in asked:
        request.session[ASKED] = [*asked[-19:], code]
    return reverse("front:ask-received", args=[code])


def received(request: Request, code: str) -> HttpResponse:
    at = timezone.now()
    page, trouble = queries.answer_page(code, at=at), None
    may_answer = code in request.session.get(ASKED, [])
    if request.method == "POST":
        if not may_answer:
            return render(request, "ask/front/answer_elsewhere.html", status=410)
        asked = queries.intake_by_code(code).answerable
        trouble = take(request, asked, lambda answer: answer_by_code(request=code, answer=answer, at=at))
        if trouble is None and not request.htmx:
            return redirect("front:ask-received", code)
        page = with_answer(queries.answer_page(code, at=at), trouble)
    template = "ask/answer.html" if request.htmx and not request.htmx.boosted else "ask/front/received.html"
    return render(request, template, {"page": page, "trouble": trouble, "may_answer": may_answer})


def intake(request: Request, token: str) -> HttpResponse:
    """The wizard behind the link of the mail. Opening it changes nothing: mail scanners open links too."""
    at = timezone.now()
    page = queries.intake_by_link(token, at=at)
    if page is None:
        return _link_over(request, token, at)
    # Whoever has the link may also put right what we understood, on the page that the intake leads to.
    _remembered(request, page.code)
    return wizard(
        request,
        page,
        lambda answer: answer_by_link(token=token, answer=answer, at=at),
        "ask/front/intake.html",
        answer_url=reverse("front:ask-received", args=[page.code]),
    )


def _link_over(request: Request, token: str, at: datetime) -> HttpResponse:
    """A link that has run out is renewed on demand, to the same address; one that was never sent does not exist."""
    is_known = queries.link_is_known(token)
    is_sent = request.method == "POST" and is_known and renew_link(token=token, at=at)
    context = {"is_known": is_known, "is_sent": is_sent}
    return render(request, "ask/front/link_over.html", context, status=410)
