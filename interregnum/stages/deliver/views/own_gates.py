"""The gates before a start, for client and manager; a client answers its own, a shadow manager tests the brief."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.deliver import gate_texts as texts
from interregnum.stages.deliver.actions.record_evidence import judge_feasibility
from interregnum.stages.deliver.gate_forms import FeasibilityForm
from interregnum.stages.deliver.gate_table import gate_table
from interregnum.stages.deliver.queries.feasibility import feasibility_page
from interregnum.stages.deliver.queries.gates import evidence_page, gates_page
from interregnum.stages.deliver.rules.gates import ANSWERED
from interregnum.stages.deliver.views.gates import answered, gate_of
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def gates(request: Request, code: str) -> HttpResponse:
    page = gates_page(code, seen_by=request.actor, on=timezone.localdate())
    return render(request, "deliver/parts/gates_page.html", {"page": page, "table": gate_table(page)})


def gate(request: Request, code: str, gate: str) -> HttpResponse:
    """What the client heard of its works council or regulator, or who inherits the work."""
    kind = gate_of(gate)
    if kind not in ANSWERED:
        raise Http404
    page = evidence_page(code, kind, seen_by=request.actor, on=timezone.localdate())
    back = reverse("client:deliver-gates", args=[code])
    form, done = answered(request, page, back=back)
    context = {"page": page, "form": form, "back": back}
    return done or render(request, "deliver/client/gate.html", context, status=status_of(form))


def feasibility(request: Request, code: str) -> HttpResponse:
    page, form = feasibility_page(code, seen_by=request.actor, on=timezone.localdate()), bind(request, FeasibilityForm)
    done = submit(
        request,
        form,
        lambda: judge_feasibility(contract=code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _none: reverse("shadow:deliver-gates", args=[code]),
        words=texts.REFUSALS,
        done=_("Thank you. The bureau reads what you found."),
    )
    return done or render(
        request, "deliver/shadow/feasibility.html", {"page": page, "form": form}, status=status_of(form)
    )
