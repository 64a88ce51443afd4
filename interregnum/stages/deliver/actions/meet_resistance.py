"""F1: resistance that was seen, the approach that a person chose, and what came of it."""

from dataclasses import dataclass
from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.parameters.values import value
from interregnum.people.models import Account
from interregnum.stages.deliver.actions.note_stakes import open_assignment_of
from interregnum.stages.deliver.facts import ApproachChosen, EffectSeen, ResistanceSeen
from interregnum.stages.deliver.models import ChosenApproach, Resistance
from interregnum.stages.deliver.queries.resistances import own_resistance
from interregnum.stages.deliver.queries.visible import term_of
from interregnum.stages.deliver.rules.commitment import check_day, refused_for
from interregnum.stages.deliver.rules.resistance import HARD, Approach, Cause, Effect, effect_due_on

AFTER = "deliver.effect_days"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Behaviour of a stakeholder (by code) on a day."""

    stakeholder: str
    seen_on: date
    behaviour: str
    cause: Cause


@dataclass(frozen=True, kw_only=True)
class Choice:
    """`has_asked`: the shadow manager was asked first."""

    approach: Approach
    why: str
    carried_out_by: str
    has_asked: bool = False


@action
def see_resistance(*, assignment: str, seen: Seen, by: Actor, at: datetime) -> str | Refused:
    """Returns the code of the new line in the register."""
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    who = row.stakeholders.filter(code=seen.stakeholder).first()
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
    """One approach at a time; its effect is asked after two weeks."""
    found, on = own_resistance(resistance, seen_by=by), local_day(at)
    row = open_assignment_of(found.assignment.code, by=by)
    if isinstance(row, Refused):
        return row
    if found.approaches.filter(effect="").exists():
        return Refused.because("deliver.approach_open")
    if choice.approach in HARD and not choice.has_asked:
        return Refused.because("deliver.ask_shadow_first", "has_asked")
    ChosenApproach.objects.create(
        resistance=found,
        approach=choice.approach,
        why=choice.why,
        carried_out_by=choice.carried_out_by,
        chosen_on=on,
        due_on=effect_due_on(on, after_days=value(AFTER, on=on)),
        chosen_by=Account.objects.get(code=by.code),
    )
    record(ApproachChosen(assignment=row.code), by=by, at=at)
    return None


@action
def see_effect(*, resistance: str, effect: Effect, seen: str, by: Actor, at: datetime) -> Refused | None:
    """What the approach did; said once, it stays said."""
    found = own_resistance(resistance, seen_by=by)
    row = open_assignment_of(found.assignment.code, by=by)
    if isinstance(row, Refused):
        return row
    # The filter carries the state: of two answers at once, one stands.
    waiting = ChosenApproach.objects.filter(resistance=found, effect="")
    if not waiting.update(effect=effect, effect_seen=seen, effect_on=local_day(at)):
        return Refused.because("deliver.effect_known")
    record(EffectSeen(assignment=row.code), by=by, at=at)
    return None
