"""The client's assignment: the picture and the weekly reports."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.deliver import queries, texts
from interregnum.stages.deliver.actions.decide import answer_decision
from interregnum.stages.deliver.actions.report_week import mark_read
from interregnum.stages.deliver.forms import ReadForm, WordsForm
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def assignment(request: Request, code: str) -> HttpResponse:
    page = queries.assignment_picture(code, seen_by=request.actor, on=timezone.localdate())
    return render(request, "deliver/client/assignment.html", {"page": page})


def decision(request: Request, code: str) -> HttpResponse:
    """One press decides as it was asked; or in words of one's own."""
    page = queries.decision_page(code, seen_by=request.actor, on=timezone.localdate())
    form = bind(request, ReadForm if request.POST.get("do") == "agree" else WordsForm)
    done = submit(
        request,
        form,
        lambda: answer_decision(
            decision=code, words=form.cleaned_data.get("words", ""), by=request.actor, at=timezone.now()
        ),
        then=lambda _none: reverse("client:deliver-assignment", args=[page.assignment]),
        words=texts.REFUSALS,
        done=_("Thank you. The manager can go on."),
    )
    shown = {"page": page, "form": form if isinstance(form, WordsForm) else WordsForm(), "agree_form": ReadForm()}
    return done or render(request, "deliver/client/decision.html", shown | {"asked": form}, status=status_of(form))


def report(request: Request, code: str) -> HttpResponse:
    page = queries.report_page(code, seen_by=request.actor, on=timezone.localdate())
    form = bind(request, ReadForm)
    done = submit(
        request,
        form,
        lambda: mark_read(report=code, by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("client:deliver-assignment", args=[page.assignment]),
        words=texts.REFUSALS,
        done=_("Thank you. The manager sees that you have read it."),
    )
    return done or render(request, "deliver/client/report.html", {"page": page, "form": form}, status=status_of(form))
