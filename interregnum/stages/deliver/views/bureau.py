"""The bureau's assignments: the list, the picture of one, its mandate and its reports."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.deliver import queries, texts
from interregnum.stages.deliver.actions.set_mandate import set_mandate
from interregnum.stages.deliver.forms import MandateForm, mandate_initial
from interregnum.stages.deliver.tables import BureauAssignments
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def assignments(request: Request) -> HttpResponse:
    rows = queries.assignments_table(seen_by=request.actor)
    return BureauAssignments(request, rows, on=timezone.localdate()).answer("deliver/bureau/assignments.html")


def assignment(request: Request, code: str) -> HttpResponse:
    page = queries.assignment_picture(code, seen_by=request.actor, on=timezone.localdate())
    return render(request, "deliver/bureau/assignment.html", {"page": page})


def mandate(request: Request, code: str) -> HttpResponse:
    page = queries.mandate_page(code, seen_by=request.actor)
    form = bind(request, MandateForm, initial=mandate_initial(page))
    done = submit(
        request,
        form,
        lambda: set_mandate(assignment=code, mandate=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:deliver-assignment", args=[code]),
        words=texts.REFUSALS,
        done=_("The mandate is set."),
    )
    return done or render(request, "deliver/bureau/mandate.html", {"page": page, "form": form}, status=status_of(form))


def report(request: Request, code: str) -> HttpResponse:
    return render(
        request,
        "deliver/bureau/report.html",
        {"page": queries.report_page(code, seen_by=request.actor, on=timezone.localdate())},
    )
