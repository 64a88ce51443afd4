"""The firm's guarantees: all with their clocks, one case, and its proof; the shadow manager reads along."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.stages.guarantee import texts
from interregnum.stages.guarantee.actions.close import drop, note_trustee
from interregnum.stages.guarantee.actions.hand_over import set_hand_over_days, write_hand_over
from interregnum.stages.guarantee.actions.hear import find_cause, mend_cause, note_died, note_not_heard, note_talk
from interregnum.stages.guarantee.cases_table import GuaranteeCases
from interregnum.stages.guarantee.forms import (
    CauseForm,
    DaysForm,
    DiedForm,
    DropForm,
    HandOverForm,
    MendForm,
    NotHeardForm,
    TalkForm,
    TrusteeForm,
)
from interregnum.stages.guarantee.queries.bankrupt import trustee_page
from interregnum.stages.guarantee.queries.desks import cases_table, figures
from interregnum.stages.guarantee.queries.own_pages import instead_page
from interregnum.stages.guarantee.queries.pages import CasePage, case_page
from interregnum.stages.guarantee.queries.proof import proof_page
from interregnum.stages.guarantee.rules.states import CaseState
from interregnum.stages.guarantee.views.client import Act
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request

YEAR = timedelta(days=365)
ACTS = {
    "talk": Act(
        TalkForm,
        note_talk,
        lambda form: {},
        _("Noted. The manager reads the reason now, and is asked to say how he or she sees it."),
    ),
    "not_heard": Act(NotHeardForm, note_not_heard, lambda form: form.value(), _("Noted.")),
    "died": Act(
        DiedForm,
        note_died,
        lambda form: {},
        _("Noted. We write to the manager no more; what is to be handed over, you can write."),
    ),
    "cause": Act(CauseForm, find_cause, lambda form: form.value(), _("Written down.")),
    "mend": Act(MendForm, mend_cause, lambda form: form.value(), _("Noted. The signal goes.")),
    "days": Act(DaysForm, set_hand_over_days, lambda form: form.value(), _("Kept. These days are for our account.")),
    "drop": Act(DropForm, drop, lambda form: form.value(), _("Closed.")),
}


def cases(request: Request) -> HttpResponse:
    at = timezone.now()
    table = GuaranteeCases(request, cases_table(), at=at)
    since = timezone.localdate() - YEAR
    return table.answer("guarantee/bureau/cases.html", figures=figures(since=since))


def case(request: Request, code: str) -> HttpResponse:
    page = case_page(code, seen_by=request.actor, at=timezone.now())
    act = ACTS.get(request.POST.get("do", "cause"), ACTS["cause"])
    form: Any = bind(request, act.form, initial=_initial(act, page))
    _offer(act, form, page)
    done = submit(
        request,
        form,
        lambda: act.act(complaint=code, **act.value(form), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=str(act.done),
    )
    if done:
        return done
    context = {"page": page, "form": form, "forms": _forms(act, form, page), "desk": "bureau"}
    return render(request, "guarantee/bureau/case.html", context, status=status_of(form))


def _forms(act: Act, form: Any, page: CasePage) -> dict[str, Any]:
    """One for each act; the one that was sent as it was filled in."""
    forms: dict[str, Any] = {
        key: form if one is act else one.form(initial=_initial(one, page)) for key, one in ACTS.items()
    }
    for key, one in ACTS.items():
        _offer(one, forms[key], page)
    if page.state == CaseState.REPLACING:
        forms["drop"].is_carried_out()
    return forms


def _offer(act: Act, form: Any, page: CasePage) -> None:
    """What depends on the case: how many days."""
    if act.form is DaysForm:
        form.offer(page.handover_most)


def _initial(act: Act, page: CasePage) -> dict[str, Any]:
    return DaysForm.initial_of(page.handed) if act.form is DaysForm else {}


def trustee(request: Request, code: str) -> HttpResponse:
    """How an assignment of a bankrupt client goes on, for whoever guards it."""
    page, form = trustee_page(code, seen_by=request.actor), bind(request, TrusteeForm)
    done = submit(
        request,
        form,
        lambda: note_trustee(assignment=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=str(_("Noted. It goes on with the trustee.")),
    )
    return done or render(
        request, "guarantee/bureau/trustee.html", {"page": page, "form": form}, status=status_of(form)
    )


def hand_over(request: Request, code: str) -> HttpResponse:
    """By bureau or shadow manager, in the place of a manager who cannot write it."""
    page, desk = instead_page(code, seen_by=request.actor), DESK[request.actor.role]
    form: Any = bind(request, HandOverForm, initial=HandOverForm.initial_of(page.handed))
    back = reverse(f"{desk}:guarantee-case", args=[code])
    done = submit(
        request,
        form,
        lambda: write_hand_over(complaint=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: back,
        words=texts.REFUSALS,
        done=str(_("Kept. The successor reads it as soon as there is one.")),
    )
    context = {"page": page, "form": form, "back": back}
    return done or render(request, "guarantee/hand_over.html", context, status=status_of(form))


def proof(request: Request, code: str) -> HttpResponse:
    page = proof_page(code, seen_by=request.actor)
    return render(request, "guarantee/proof.html", {"page": page, "desk": "bureau"})


def shadow_case(request: Request, code: str) -> HttpResponse:
    page = case_page(code, seen_by=request.actor, at=timezone.now())
    return render(request, "guarantee/bureau/case.html", {"page": page, "forms": {}, "desk": "shadow"})
