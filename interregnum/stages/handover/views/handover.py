"""The hand-over of an assignment: one page for the three and the firm, each with the buttons that are theirs."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.kernel.actor import Role
from interregnum.stages.handover import texts
from interregnum.stages.handover.actions.close_handover import close_handover, evaluate, override_exit
from interregnum.stages.handover.actions.succeed import answer_for_successor, name_successor
from interregnum.stages.handover.actions.write_card import write_card
from interregnum.stages.handover.forms import (
    AnswerForm,
    CardForm,
    CloseForm,
    EvaluateForm,
    OverrideForm,
    SuccessorForm,
)
from interregnum.stages.handover.queries.pages import card_page, handover_page, not_begun
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request

# By the button: form, action, what is said then.
ACTS: dict[str, tuple[Any, Any, Any]] = {
    "name": (SuccessorForm, name_successor, gettext_lazy("Kept. Ask the successor now.")),
    "answer": (AnswerForm, answer_for_successor, gettext_lazy("Noted.")),
    "override": (OverrideForm, override_exit, gettext_lazy("Noted. The gate opens once the other one says so too.")),
    "evaluate": (EvaluateForm, evaluate, gettext_lazy("Thank you.")),
    "close": (CloseForm, close_handover, gettext_lazy("The assignment is closed.")),
}
OF_ROLE: dict[Role, tuple[str, ...]] = {
    Role.CLIENT: ("name", "answer", "override", "evaluate"),
    Role.MANAGER: ("evaluate",),
    Role.SHADOW: ("override", "evaluate"),
}


def handover(request: Request, code: str) -> HttpResponse:
    if early := not_begun(code, seen_by=request.actor):
        return render(request, "handover/not_begun.html", {"page": early, "desk": DESK[request.actor.role]})
    offered = OF_ROLE.get(request.actor.role, ("close",))
    wanted = request.POST.get("do", "")
    pressed = wanted if wanted in offered else offered[-1]
    form_class, act, done = ACTS[pressed]
    form: Any = bind(request, form_class)
    answer = submit(
        request,
        form,
        lambda: act(assignment=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=str(done),
    )
    return answer or _shown(request, code, {key: form if key == pressed else ACTS[key][0]() for key in offered}, form)


def _shown(request: Request, code: str, forms: dict[str, Any], form: Any) -> HttpResponse:
    page = handover_page(code, seen_by=request.actor, at=timezone.now())
    context = {"page": page, "form": form, "forms": forms, "desk": DESK[request.actor.role]}
    return render(request, "handover/handover.html", context, status=status_of(form))


def card(request: Request, code: str) -> HttpResponse:
    page = card_page(code, seen_by=request.actor)
    form: Any = bind(request, CardForm, initial=CardForm.initial_of(page))
    done = submit(
        request,
        form,
        lambda: write_card(result=code, card=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse(f"{DESK[request.actor.role]}:handover-page", args=[page.assignment]),
        words=texts.REFUSALS,
        done=_("The card is kept."),
    )
    return done or render(request, "handover/card.html", {"page": page, "form": form}, status=status_of(form))
