"""The bureau's gates before a start: the path, the evidence of one gate, and letting one through."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.files.store import content_of
from interregnum.people.texts import REFUSALS as PEOPLE
from interregnum.stages.deliver import gate_texts as texts
from interregnum.stages.deliver.actions.override_gate import override_gate, revoke_override
from interregnum.stages.deliver.actions.record_evidence import assess_relation, record_answer
from interregnum.stages.deliver.gate_forms import (
    AnswerForm,
    OverrideForm,
    RelationForm,
    RevokeForm,
    answer_initial,
    relation_initial,
)
from interregnum.stages.deliver.gate_table import gate_table
from interregnum.stages.deliver.queries.gates import (
    EvidencePage,
    answer_document,
    evidence_page,
    gates_page,
    is_overridden,
)
from interregnum.stages.deliver.rules.gates import ANSWERED, Gate
from interregnum.web.downloads import attachment
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def gates(request: Request, code: str) -> HttpResponse:
    page = gates_page(code, seen_by=request.actor, on=timezone.localdate())
    return render(request, "deliver/bureau/gates.html", {"page": page, "table": gate_table(page)})


def gate(request: Request, code: str, gate: str) -> HttpResponse:
    """What was answered at a gate, or the ten questions about the working relation."""
    kind = gate_of(gate)
    if kind not in (*ANSWERED, Gate.RELATION):
        raise Http404
    page = evidence_page(code, kind, seen_by=request.actor, on=timezone.localdate())
    form, done = _relation(request, page) if kind is Gate.RELATION else answered(request, page, back=_back(page))
    return done or render(request, "deliver/bureau/gate.html", {"page": page, "form": form}, status=status_of(form))


def answered(request: Request, page: EvidencePage, *, back: str) -> tuple[Form, HttpResponse | None]:
    """The form of what was answered at a gate; once it is kept, `back` to the path."""
    form = bind(request, AnswerForm, gate=page.gate, initial=answer_initial(page.answer))
    return form, submit(
        request,
        form,
        lambda: record_answer(
            contract=page.code,
            gate=page.gate,
            heard=form.value(),
            proof=form.content(),
            by=request.actor,
            at=timezone.now(),
        ),
        then=lambda _none: back,
        words=texts.REFUSALS | PEOPLE,
        done=_("The answer is kept."),
    )


def _relation(request: Request, page: EvidencePage) -> tuple[Form, HttpResponse | None]:
    form = bind(request, RelationForm, initial=relation_initial(page.last_check))
    return form, submit(
        request,
        form,
        lambda: assess_relation(contract=page.code, relation=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: _back(page),
        words=texts.REFUSALS,
        done=_("The assessment is kept."),
    )


def override(request: Request, code: str, gate: str) -> HttpResponse:
    page = evidence_page(code, gate_of(gate), seen_by=request.actor, on=timezone.localdate())
    is_let, at = is_overridden(page), timezone.now()
    form: Form = bind(request, RevokeForm if is_let else OverrideForm)
    told: dict[str, Any] = {"contract": code, "gate": page.gate, "by": request.actor, "at": at}
    done = submit(
        request,
        form,
        lambda: revoke_override(**told) if is_let else override_gate(**told, reason=form.cleaned_data["reason"]),
        then=lambda _none: _back(page),
        words=texts.REFUSALS,
        done=_("The gate waits for its evidence again.")
        if is_let
        else _("The gate is let through; the reason is kept."),
    )
    context = {"page": page, "form": form, "is_let": is_let}
    return done or render(request, "deliver/bureau/override.html", context, status=status_of(form))


def document(request: Request, code: str, gate: str) -> HttpResponse:
    kind = gate_of(gate)
    return attachment(content_of(answer_document(code, kind, seen_by=request.actor)), kind)


def gate_of(word: str) -> Gate:
    """Raises Http404 for a word that is none."""
    if word not in Gate:
        raise Http404
    return Gate(word)


def _back(page: EvidencePage) -> str:
    return reverse("bureau:deliver-gates", args=[page.code])
