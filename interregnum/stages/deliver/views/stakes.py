"""Stakeholders and resistance, by name: the manager writes, the shadow manager reads."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.deliver import stake_texts as texts
from interregnum.stages.deliver.actions.meet_resistance import (
    choose_approach,
    say_word,
    see_effect,
    see_resistance,
    take_back_question,
)
from interregnum.stages.deliver.actions.note_stakes import (
    add_stakeholder,
    correct_stakeholder,
    note_stance,
    put_back_stakeholder,
    remove_stakeholder,
)
from interregnum.stages.deliver.queries.resistances import ResistancePage, resistance_page
from interregnum.stages.deliver.queries.stakes import (
    StancesPage,
    named_assignment,
    stakeholder_choices,
    stakes_page,
    stances_page,
)
from interregnum.stages.deliver.stake_forms import (
    ApproachForm,
    ButtonForm,
    CorrectionForm,
    EffectForm,
    ResistanceForm,
    StakeholderForm,
    StanceForm,
    WordForm,
    correction_initial,
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
    do = request.POST.get("do", "")
    if do in {"correct", "remove", "put_back"}:
        corrected, done = _correct(request, page) if do == "correct" else _remove(request, page, do)
        return done or _stakeholder(request, page, corrected)
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
    return done or _stakeholder(request, page, form)


def _stakeholder(request: Request, page: StancesPage, form: Form) -> HttpResponse:
    """`form` is the one that was sent, if any; the others stand beside it as they begin."""
    stance = form if isinstance(form, StanceForm) else StanceForm(initial=stance_initial(page.last))
    correction = form if isinstance(form, CorrectionForm) else CorrectionForm(initial=correction_initial(page))
    context = {"page": page, "form": stance, "correction": correction, "button": ButtonForm(), "asked": form}
    return render(request, "deliver/stakes/stakeholder.html", context, status=status_of(form))


def _correct(request: Request, page: StancesPage) -> tuple[Form, HttpResponse | None]:
    form = bind(request, CorrectionForm, initial=correction_initial(page))
    return form, submit(
        request,
        form,
        lambda: correct_stakeholder(
            stakeholder=page.code,
            version=form.cleaned_data["version"],
            named=form.named(),
            by=request.actor,
            at=timezone.now(),
        ),
        then=lambda _none: reverse("manager:deliver-stakeholder", args=[page.code]),
        words=texts.REFUSALS,
        done=_("Corrected."),
    )


def _remove(request: Request, page: StancesPage, do: str) -> tuple[Form, HttpResponse | None]:
    form = bind(request, ButtonForm)
    act = remove_stakeholder if do == "remove" else put_back_stakeholder
    return form, submit(
        request,
        form,
        lambda: act(stakeholder=page.code, by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("manager:deliver-stakes", args=[page.assignment]),
        words=texts.REFUSALS,
        done=_("Removed. You find them at the foot of this page, to put back.") if do == "remove" else _("Put back."),
    )


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
    sent = {"effect": _effect, "word": _word, "take_back": _take_back}.get(asks, _approach)
    # A shadow manager has a word, and nothing else to write here.
    form, done = (sent if page.is_written else _word)(request, page)
    context = {"page": page, "form": form, "asks": asks, "button": ButtonForm()}
    return done or render(request, "deliver/stakes/resistance.html", context, status=status_of(form))


def _approach(request: Request, page: ResistancePage) -> tuple[Form, HttpResponse | None]:
    form = bind(request, ApproachForm, ways=page.ways, is_guarded=page.is_guarded)
    return form, submit(
        request,
        form,
        lambda: choose_approach(resistance=page.code, choice=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("manager:deliver-resistance", args=[page.code]),
        words=texts.REFUSALS,
        done=_("Kept. What your desk asks next stands on this page."),
    )


def _word(request: Request, page: ResistancePage) -> tuple[Form, HttpResponse | None]:
    """What the shadow manager says of an approach that costs trust."""
    form = bind(request, WordForm)
    return form, submit(
        request,
        form,
        lambda: say_word(resistance=page.code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _none: reverse(f"{request.actor.role}:deliver-resistance", args=[page.code]),
        words=texts.REFUSALS,
        done=_("Your word is with the manager."),
    )


def _take_back(request: Request, page: ResistancePage) -> tuple[Form, HttpResponse | None]:
    form = bind(request, ButtonForm)
    return form, submit(
        request,
        form,
        lambda: take_back_question(resistance=page.code, by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("manager:deliver-resistance", args=[page.code]),
        words=texts.REFUSALS,
        done=_("Taken back. Choose another approach."),
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
