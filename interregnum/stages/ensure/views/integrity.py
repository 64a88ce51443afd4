"""The register of introduced persons: the manager declares, firm and shadow manager note what they see."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.actor import BUREAU
from interregnum.stages.ensure import texts
from interregnum.stages.ensure.actions.register_introduced import declare_introduced, note_introduced
from interregnum.stages.ensure.actions.state_no_commission import state_no_commission
from interregnum.stages.ensure.actions.watch_overlaps import answer_overlap
from interregnum.stages.ensure.integrity_forms import DeclareForm, IntroducedForm, OverlapForm, StateForm
from interregnum.stages.ensure.queries.integrity import IntroducedPage, PersonView, introduced_page
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request


class _Act(NamedTuple):
    """A button: its form, what it does with what was typed, and what is said then."""

    form: type[Form]
    act: Callable[..., Any]
    value: Callable[[Any], dict[str, Any]]
    done: object


NOTE = _Act(IntroducedForm, note_introduced, lambda form: {"introduced": form.value()}, _("Noted in the register."))
DECLARE = _Act(DeclareForm, declare_introduced, lambda form: {"person": form.cleaned_data["person"]}, _("Declared."))
ANSWER = _Act(
    OverlapForm,
    answer_overlap,
    lambda form: {"person": form.cleaned_data["person"], "answer": form.cleaned_data["answer"]},
    _("Noted."),
)


STATE = _Act(
    StateForm,
    state_no_commission,
    lambda form: {"month": form.cleaned_data["month"]},
    _("Stated. It stands with the invoice."),
)


def _act_of(request: Request, *, is_manager: bool) -> _Act:
    """The manager alone declares, the bureau alone answers; else a person is noted."""
    match request.POST.get("do"):
        case "state" if is_manager:
            return STATE
        case "declare" if is_manager:
            return DECLARE
        case "answer" if request.actor.role in BUREAU:
            return ANSWER
    return NOTE


def introduced(request: Request, code: str) -> HttpResponse:
    page = introduced_page(code, seen_by=request.actor, on=timezone.localdate())
    act = _act_of(request, is_manager=page.is_manager)
    form: Any = bind(request, act.form)
    done = submit(
        request,
        form,
        lambda: act.act(assignment=code, **act.value(form), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=str(act.done),
    )
    context = {"page": page, "desk": DESK[request.actor.role], "form": form, "people": _people(page, form)}
    context["note"] = form if act is NOTE else IntroducedForm(auto_id="note_%s")
    return done or render(request, "ensure/introduced.html", context, status=status_of(form))


def _people(page: IntroducedPage, sent: Form) -> list[tuple[PersonView, Form]]:
    """Each with the form in which the bureau answers; the one that was sent, with what is wrong in it."""
    of_whom = sent.data.get("person") if isinstance(sent, OverlapForm) else None
    return [
        (one, sent if one.code == of_whom else OverlapForm(initial={"person": one.code}, auto_id=f"{one.code}_%s"))
        for one in page.people
    ]
