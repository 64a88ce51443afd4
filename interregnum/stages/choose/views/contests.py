"""A manager sees how he or she was weighed and may contest it; the bureau answers."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.stages.choose import queries, texts
from interregnum.stages.choose.actions.contest import answer_contest, contest_choice
from interregnum.stages.choose.forms import ContestAnswerForm, ContestForm
from interregnum.stages.choose.tables import Contests
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def considered_all(request: Request) -> HttpResponse:
    lines = queries.considered_lines(seen_by=request.actor)
    return render(request, "choose/manager/considered_all.html", {"lines": lines})


def considered(request: Request, code: str) -> HttpResponse:
    page = queries.considered_page(code, seen_by=request.actor, on=local_day(timezone.now()))
    form = bind(request, ContestForm)
    done = submit(
        request,
        form,
        lambda: contest_choice(shortlist=code, words=form.cleaned_data["words"], by=request.actor, at=timezone.now()),
        then=lambda _code: reverse("manager:choose-considered", args=[code]),
        words=texts.REFUSALS,
        done=_("Thank you. You get an answer on this page, and a mail when it is there."),
    )
    context = {"page": page, "form": form}
    return done or render(request, "choose/manager/considered.html", context, status=status_of(form))


def contests(request: Request) -> HttpResponse:
    return Contests(request, queries.contests_of(request.actor)).answer("choose/bureau/contests.html")


def contest(request: Request, code: str) -> HttpResponse:
    page = queries.contest_page(code, seen_by=request.actor)
    form = bind(request, ContestAnswerForm)
    done = submit(
        request,
        form,
        lambda: answer_contest(contest=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:choose-contest", args=[code]),
        words=texts.REFUSALS,
        done=_("The manager has your answer."),
    )
    return done or render(request, "choose/bureau/contest.html", {"page": page, "form": form}, status=status_of(form))
