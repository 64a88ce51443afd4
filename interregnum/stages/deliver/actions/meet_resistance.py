"""F1: resistance that was seen, the approach that a person chose, and what came of it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.parameters.values import value
from interregnum.people.models import Account
from interregnum.stages.deliver.actions.note_stakes import open_assignment_of
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.deliver.models import ChosenApproach, Resistance
from interregnum.stages.deliver.queries.resistances import is_guarded, own_resistance
from interregnum.stages.deliver.queries.visible import term_of
from interregnum.stages.deliver.rules.commitment import check_day, refused_for
from interregnum.stages.deliver.rules.resistance import (
    HARD,
    NOT_DONE,
    Approach,
    Cause,
    Effect,
    Word,
    effect_due_on,
)
from interregnum.stages.deliver.stake_facts import ApproachChosen, EffectSeen, ResistanceSeen, ShadowAsked, ShadowSaid

AFTER = "deliver.effect_days"
RESISTANCE = "manager:deliver-resistance"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Behaviour of a stakeholder (by code) on a day."""

    stakeholder: str
    seen_on: date
    behaviour: str
    cause: Cause


@dataclass(frozen=True, kw_only=True)
class Choice:
    approach: Approach
    why: str
    carried_out_by: str


@action
def see_resistance(*, assignment: str, seen: Seen, by: Actor, at: datetime) -> str | Refused:
    """Returns the code of the new line in the register."""
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    who = row.stakeholders.filter(code=seen.stakeholder, removed_at=None).first()
    unknown = () if who else (Reason("deliver.no_such_stakeholder", "stakeholder"),)
    day = check_day(seen.seen_on, term_of(row), today=local_day(at), field="seen_on")
    if (refused := refused_for(unknown, day)) is not None:
        return refused
    made = Resistance.objects.create(
        assignment=row,
        noted_by=Account.objects.get(code=by.code),
        noted_at=at,
        **(vars(seen) | {"stakeholder": who}),
    )
    record(ResistanceSeen(assignment=row.code), by=by, at=at)
    return str(made.code)


@action
def choose_approach(*, resistance: str, choice: Choice, by: Actor, at: datetime) -> Refused | None:
    """One approach at a time; its effect is asked after two weeks. One that costs trust waits for the word of the
    shadow manager, where there is one."""
    found, on = own_resistance(resistance, seen_by=by), local_day(at)
    row = open_assignment_of(found.assignment.code, by=by)
    if isinstance(row, Refused):
        return row
    if (last := found.approaches.filter(effect="").exclude(word__in=NOT_DONE).first()) is not None:
        return Refused.because("deliver.word_waits" if last.word == Word.ASKED else "deliver.approach_open")
    is_asked = choice.approach in HARD and is_guarded(row)
    ChosenApproach.objects.create(
        resistance=found,
        approach=choice.approach,
        why=choice.why,
        carried_out_by=choice.carried_out_by,
        chosen_on=on,
        due_on=effect_due_on(on, after_days=value(AFTER, on=on)),
        chosen_by=Account.objects.get(code=by.code),
        word=Word.ASKED if is_asked else "",
    )
    record(ShadowAsked(assignment=row.code) if is_asked else ApproachChosen(assignment=row.code), by=by, at=at)
    return None


@action
def say_word(*, resistance: str, agrees: bool, why: str, by: Actor, at: datetime) -> Refused | None:
    """The shadow manager's own word on an approach that costs trust: it goes on from there, or does not."""
    found, on = own_resistance(resistance, seen_by=by), local_day(at)
    if by.role is not Role.SHADOW:
        raise Http404
    if not why.strip():
        return Refused.because("deliver.word_needed", "why")
    said = {"word": Word.AGREED if agrees else Word.REFUSED, "word_why": why.strip(), "word_on": on}
    days = {"chosen_on": on, "due_on": effect_due_on(on, after_days=value(AFTER, on=on))} if agrees else {}
    # The filter carries the state: a question that was taken back at the same moment is not answered.
    if not ChosenApproach.objects.filter(resistance=found, word=Word.ASKED).update(**said, **days):
        return Refused.because("deliver.word_said")
    record(ShadowSaid(assignment=found.assignment.code), by=by, at=at)
    if agrees:
        record(ApproachChosen(assignment=found.assignment.code), by=by, at=at)
    tell(found.assignment, Role.MANAGER, template="mail/shadow_said.txt", address=RESISTANCE, code=found.code)
    return None


@action
def take_back_question(*, resistance: str, by: Actor, at: datetime) -> Refused | None:
    """The manager thought better of it, or will not wait: another approach may be chosen."""
    found = own_resistance(resistance, seen_by=by)
    if by.role is not Role.MANAGER:
        raise Http404
    waiting = ChosenApproach.objects.filter(resistance=found, word=Word.ASKED)
    if not waiting.update(word=Word.WITHDRAWN, word_on=local_day(at)):
        return Refused.because("deliver.word_said")
    record(ShadowSaid(assignment=found.assignment.code), by=by, at=at)
    return None


@action
def see_effect(*, resistance: str, effect: Effect, seen: str, by: Actor, at: datetime) -> Refused | None:
    """What the approach did; said once, it stays said."""
    found = own_resistance(resistance, seen_by=by)
    row = open_assignment_of(found.assignment.code, by=by)
    if isinstance(row, Refused):
        return row
    # The filter carries the state: of two answers at once, one stands.
    waiting = ChosenApproach.objects.filter(resistance=found, effect="", word__in=("", Word.AGREED))
    if not waiting.update(effect=effect, effect_seen=seen, effect_on=local_day(at)):
        return Refused.because("deliver.effect_known")
    record(EffectSeen(assignment=row.code), by=by, at=at)
    return None
