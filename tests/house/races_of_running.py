"""The same while an assignment runs: hours, and what is wanted as its last day comes near."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from importlib import import_module
from typing import Any

import pytest

from interregnum.stages.contract.actions.index_rate import index_rate
from interregnum.stages.contract.actions.say_wish import say_wish
from interregnum.stages.contract.models import EndWish
from interregnum.stages.contract.rules.ending import Wish
from interregnum.stages.deliver.actions.answer_hours import answer_hours
from interregnum.stages.deliver.actions.meet_resistance import say_word, take_back_question
from interregnum.stages.deliver.actions.note_change import Count, count_uptake, take_count_away
from interregnum.stages.deliver.actions.note_stakes import correct_stakeholder, remove_stakeholder
from interregnum.stages.deliver.actions.note_unit import note_leaving, take_leaving_away
from interregnum.stages.deliver.actions.save_plan import begin_change, save_plan
from interregnum.stages.deliver.actions.tasks import add_task, finish_task
from interregnum.stages.deliver.actions.write_hours import Hours, write_hours
from interregnum.stages.deliver.models import (
    Assignment,
    ChosenApproach,
    HoursWeek,
    Leaving,
    SharedTask,
    Stakeholder,
    Uptake,
)
from interregnum.stages.deliver.queries.plan_rows import written_plan
from interregnum.stages.deliver.rules.commitment import Circle, Named, StakeKind
from interregnum.stages.deliver.rules.parties import Party
from interregnum.stages.deliver.rules.plan import Part
from interregnum.stages.deliver.rules.resistance import UptakeKind
from tests.house.forms_of_assignments import AT, asked_resistance_of, stakeholder_of
from tests.house.forms_of_signing import let_be_indexed
from tests.house.races import A_WEEK_LATE, Act, Race, only_one, state_of, twice
from tests.life import STARTS_ON, Life
from tests.world import NOW


def _approve(life: Life) -> tuple[Act, Act]:
    """The client and its delegate."""
    delegate = life.cast.actor(life.cast.dirk)
    one, other = (
        partial(answer_hours, week=life.hours, version=1, by=by, at=A_WEEK_LATE) for by in (life.carla, delegate)
    )
    return one, other


def _send(life: Life) -> tuple[Act, Act]:
    hours = Hours(monday=STARTS_ON, minutes={STARTS_ON: 480, STARTS_ON + timedelta(days=1): 450})
    return twice(write_hours, assignment=life.assignment, hours=hours, send=True, by=life.max, at=A_WEEK_LATE)


def _wish(life: Life) -> tuple[Act, Act]:
    return twice(say_wish, contract=life.contract, wish=Wish.STOP, words="", by=life.carla, at=NOW)


def _index(life: Life) -> tuple[Act, Act]:
    """Two of the bureau announce a raise, each from a day of their own."""
    let_be_indexed(life)
    told: dict[str, Any] = {"contract": life.contract, "percent": Decimal(2), "by": life.anton, "at": NOW}
    one, other = (partial(index_rate, **told, holds_from=date(2026, 6, day)) for day in (1, 2))
    return one, other


def _unwatched(patch: pytest.MonkeyPatch) -> None:
    """Nobody looks at what was announced before."""
    patch.setattr(import_module(index_rate.__module__), "fault_of_raise", lambda *_facts, **_asked: None)


def _correct(life: Life) -> tuple[Act, Act]:
    named = Named(kind=StakeKind.GROUP, name="Team offertes", circle=Circle.EMPLOYEES, people=9)
    return twice(correct_stakeholder, stakeholder=stakeholder_of(life), version=1, named=named, by=life.max, at=AT)


def _remove(life: Life) -> tuple[Act, Act]:
    return twice(remove_stakeholder, stakeholder=stakeholder_of(life), by=life.max, at=AT)


def _say_word(life: Life) -> tuple[Act, Act]:
    """The shadow manager answers while the manager takes the question back."""
    code, sara = asked_resistance_of(life), life.cast.actor(life.cast.sara)
    return (
        partial(say_word, resistance=code, agrees=False, why="Te duur.", by=sara, at=AT),
        partial(take_back_question, resistance=code, by=life.max, at=AT),
    )


def _do_task(life: Life) -> tuple[Act, Act]:
    told = {"assignment": life.assignment, "by": life.max, "at": AT}
    code = add_task(**told, what="Cijfers", whose=Party.CLIENT, due_on=STARTS_ON + timedelta(days=20))
    one, other = (partial(finish_task, task=str(code), by=by, at=AT) for by in (life.max, life.carla))
    return one, other


def _begin_change(life: Life) -> tuple[Act, Act]:
    return twice(begin_change, assignment=life.assignment, by=life.max, at=A_WEEK_LATE)


def _save_plan(life: Life) -> tuple[Act, Act]:
    """Each window with a text of its own, beside the same draft."""
    Assignment.objects.filter(code=life.assignment).update(plan_state="draft")
    row = Assignment.objects.get(code=life.assignment)
    plan = written_plan(row)
    one, other = (
        partial(
            save_plan,
            assignment=row.code,
            plan=replace(plan, texts={**plan.texts, Part.FACTS: facts}),
            version=row.plan_saves,
            by=life.max,
            at=A_WEEK_LATE,
        )
        for facts in ("Te veel overdrachten.", "Te weinig mensen.")
    )
    return one, other


def _take_count_away(life: Life) -> tuple[Act, Act]:
    told: dict[str, Any] = {"assignment": life.assignment, "by": life.max, "at": AT}
    kind, day = UptakeKind.ATTENDANCE, AT.date()
    assert count_uptake(count=Count(kind=kind, counted_on=day, part=90, rest=3), **told) is None
    return twice(take_count_away, kind=kind, counted_on=day, **told)


def _take_leaving_away(life: Life) -> tuple[Act, Act]:
    told: dict[str, Any] = {"assignment": life.assignment, "by": life.max, "at": AT}
    told |= {"position": "Hoofd operatie", "leaves_on": STARTS_ON + timedelta(days=20)}
    assert note_leaving(**told) is None
    return twice(take_leaving_away, **told)


RUNNING: dict[str, Race] = {
    "approve hours": Race("reported", _approve, "deliver.hours_answered", ("HoursApproved",), state_of(HoursWeek)),
    "send hours": Race("running", _send, "deliver.hours_sent", ("HoursSent",), state_of(HoursWeek)),
    "correct a stakeholder": Race(
        "guarded", _correct, "deliver.stake_changed_meanwhile", ("StakeholderCorrected",), state_of(Stakeholder)
    ),
    "remove a stakeholder": Race(
        "guarded", _remove, "deliver.stake_gone", ("StakeholderRemoved",), state_of(Stakeholder)
    ),
    "have a word and take the question back": Race(
        "guarded", _say_word, "deliver.word_said", ("ShadowSaid",), state_of(ChosenApproach)
    ),
    "do a shared to-do": Race("guarded", _do_task, "deliver.task_done", ("TaskDone",), state_of(SharedTask)),
    "begin a change of the plan": Race(
        "running", _begin_change, "deliver.plan_not_agreed", ("PlanChangeBegun",), state_of(Assignment)
    ),
    "save a plan in two windows": Race(
        "planned", _save_plan, "deliver.plan_changed", ("PlanWritten",), state_of(Assignment)
    ),
    "take a wrong count away": Race(
        "guarded", _take_count_away, "deliver.count_gone", ("UptakeTakenAway",), state_of(Uptake)
    ),
    "take away that somebody leaves": Race(
        "guarded", _take_leaving_away, "deliver.leaving_gone", ("LeavingTakenAway",), state_of(Leaving)
    ),
    "announce a raise by the index": Race("signed", _index, "contract.index_too_early", ("RateIndexed",), _unwatched),
    "say what is wanted at the end": Race("signed", _wish, "contract.wish_said", ("EndWished",), only_one(EndWish)),
}
