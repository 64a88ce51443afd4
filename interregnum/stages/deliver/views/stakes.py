"""Stakeholders and resistance, by name: the manager writes, the shadow manager reads."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.deliver import stake_texts as texts
from interregnum.stages.deliver.actions.meet_resistance import choose_approach, see_effect, see_resistance
from interregnum.stages.deliver.actions.note_stakes import add_stakeholder, note_stance
from interregnum.stages.deliver.queries.resistances import ResistancePage, resistance_page
from interregnum.stages.deliver.queries.stakes import (
    named_assignment,
    stakeholder_choices,
    stakes_page,
    stances_page,
)
from interregnum.stages.deliver.stake_forms import (
    ApproachForm,
    EffectForm,
    ResistanceForm,
    StakeholderForm,
    StanceForm,
    stance_initial,
)
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def stakes(request: Request, code: str) -> HttpResponse:
    page = stakes_page(code, seen_by=request.actor, on=timezone.localdate())
    return render(request, "deliver/stakes/stakes.html", {"page": page})


def new_stakeholder(request: Request, code: str) -> HttpResponse:
    page = named_assignment(code, seen_by=request.actor)
    form = bind(request, StakeholderForm, initial={"noted_on": timezone.localdate()})
    done = submit(
        request,
        form,
        lambda: add_stakeholder(
            assignment=code, named=form.named(), stand=form.stand(), by=request.actor, at=timezone.now()
        ),
        then=lambda _code: reverse("manager:deliver-stakes", args=[code]),
        words=texts.REFUSALS,
        done=_("Noted. You and your shadow manager read this, and nobody else."),
    )
    context = {"page": page, "form": form}
    return done or render(request, "deliver/stakes/new_stakeholder.html", context, status=status_of(form))


def stakeholder(request: Request, code: str) -> HttpResponse:
    """Every row of one stakeholder; the manager adds the next."""
    page = stances_page(code, seen_by=request.actor)
    initial = stance_initial(page.last) | {"noted_on": timezone.localdate()}
    form = bind(request, StanceForm, initial=initial)
    done = submit(
        request,
        form,
        lambda: note_stance(stakeholder=code, stand=form.stand(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("manager:deliver-stakes", args=[page.assignment]),
        words=texts.REFUSALS,
        done=_("Noted beside what was noted before."),
    )
    context = {"page": page, "form": form}
    return done or render(request, "deliver/stakes/stakeholder.html", context, status=status_of(form))


def new_resistance(request: Request, code: str) -> HttpResponse:
    known = stakeholder_choices(code, seen_by=request.actor)
    form = bind(request, ResistanceForm, stakeholders=known, initial={"seen_on": timezone.localdate()})
    done = submit(
        request,
        form,
        lambda: see_resistance(assignment=code, seen=form.value(), by=request.actor, at=timezone.now()),
        then=lambda made: reverse("manager:deliver-resistance", args=[made]),
        words=texts.REFUSALS,
        done=_("Noted. Now choose how you meet it."),
    )
    context = {"code": code, "form": form, "known": known}
    return done or render(request, "deliver/stakes/new_resistance.html", context, status=status_of(form))


def resistance(request: Request, code: str) -> HttpResponse:
    """One line of the register: how it is met, or what that did."""
    page = resistance_page(code, seen_by=request.actor)
    asks = request.POST.get("do", page.asks)
    form, done = _effect(request, page) if asks == "effect" else _approach(request, page)
    context = {"page": page, "form": form, "asks": asks}
    return done or render(request, "deliver/stakes/resistance.html", context, status=status_of(form))


def _approach(request: Request, page: ResistancePage) -> tuple[Form, HttpResponse | None]:
    form = bind(request, ApproachForm, ways=page.ways)
    return form, submit(
        request,
        form,
        lambda: choose_approach(resistance=page.code, choice=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("manager:deliver-resistance", args=[page.code]),
        words=texts.REFUSALS,
        done=_("Chosen. In two weeks your desk asks what it did."),
    )


def _effect(request: Request, page: ResistancePage) -> tuple[Form, HttpResponse | None]:
    form = bind(request, EffectForm)
    return form, submit(
        request,
        form,
        lambda: see_effect(resistance=page.code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _none: reverse("manager:deliver-resistance", args=[page.code]),
        words=texts.REFUSALS,
        done=_("Noted."),
    )
