"""G1: the ladder begins by itself, climbs when a clock runs out or what was agreed did not help, and ends with the
assignment. Safe to run again at any moment."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.period import local_day
from interregnum.stages.deliver.queries.visible import visible_to
from interregnum.stages.deliver.rules.signals import SignalLevel
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure.ladder_facts import EscalationBegun, EscalationClimbed, EscalationClosed
from interregnum.stages.ensure.ladder_letters import tell_step
from interregnum.stages.ensure.models import Escalation, EscalationStep
from interregnum.stages.ensure.queries.ladder_rows import causes_of, levels_now, office_for, terms_on
from interregnum.stages.ensure.rules.ladder import LadderStep, due_at, next_step


def climb_ladders(at: datetime) -> int:
    """What is red begins a ladder at once, and clocks run out; returns how many began, climbed or ended."""
    on = local_day(at)
    red = {
        key: tuple(code for code, level in found.items() if level == SignalLevel.RED)
        for key, found in levels_now(on=on).items()
    }
    open_ones = list(_open())
    moved = _begin_all({key: found for key, found in red.items() if found}, open_ones, at)
    again = [row.assignment_id for row in open_ones if _looks_again(row, on)]
    causes = causes_of(again, terms=terms_on(on), on=on)
    running = _running([row.assignment_id for row in open_ones])
    for row in open_ones:
        if row.assignment_id not in running:
            moved += _end(row, at)
        elif (step := _to_climb(row, has_cause=bool(causes.get(row.assignment_id)), at=at)) is not None:
            moved += _climb(running[row.assignment_id], row, step, at)
    return moved


def begin_by_ambers(at: datetime) -> int:
    """Two signals that are amber for weeks begin one too; returns how many began."""
    on = local_day(at)
    found = [key for key, levels in levels_now(on=on).items() if len(levels) > 1]
    causes = {key: one for key, one in causes_of(found, terms=terms_on(on), on=on).items() if one}
    return _begin_all(causes, list(_open()), at)


def _begin_all(causes: Mapping[int, tuple[str, ...]], open_ones: Sequence[Escalation], at: datetime) -> int:
    have = {row.assignment_id for row in open_ones}
    rows = _running([key for key in causes if key not in have])
    return sum(_begin(row, causes[key], at) for key, row in rows.items())


def _running(keys: Collection[int]) -> dict[int, Any]:
    if not keys:
        return {}
    rows = visible_to(HOUSE).filter(pk__in=keys, state=AssignmentState.RUNNING)
    return {row.pk: row for row in rows.select_related("shadow_appointment__shadow")}


def _open() -> Any:
    return Escalation.objects.filter(closed_at=None).select_related("assignment").prefetch_related("steps")


def _looks_again(row: Escalation, on: date) -> bool:
    step = list(row.steps.all())[-1]
    return step.again_on is not None and step.again_on <= on


def _to_climb(row: Escalation, *, has_cause: bool, at: datetime) -> EscalationStep | None:
    """The step from which it must climb now: nothing was done in time, or it is looked again and nothing is better."""
    step: EscalationStep = list(row.steps.all())[-1]
    if next_step(step.step) is None:
        return None
    if step.done_at is None:
        return step if step.due_at <= at else None
    return step if has_cause and _looks_again(row, local_day(at)) else None


@action
def _begin(row: Any, causes: tuple[str, ...], at: datetime) -> bool:
    # The table takes one open escalation an assignment: of two workers at once, one begins it.
    found, is_new = Escalation.objects.get_or_create(
        assignment=row, closed_at=None, defaults={"causes": list(causes), "began_at": at}
    )
    if not is_new:
        return False
    _step(row, found, LadderStep.FIRST, at)
    record(EscalationBegun(assignment=row.code, escalation=found.code), by=HOUSE, at=at)
    return True


@action
def _climb(row: Any, escalation: Escalation, last: EscalationStep, at: datetime) -> bool:
    step = next_step(last.step)
    if step is None or not _step(row, escalation, step, at):
        return False
    EscalationStep.objects.filter(pk=last.pk, done_at=None).update(is_passed=True)
    record(EscalationClimbed(assignment=row.code, escalation=escalation.code, step=step), by=HOUSE, at=at)
    return True


def _step(row: Any, escalation: Escalation, step: LadderStep, at: datetime) -> bool:
    terms, office = terms_on(local_day(at)), office_for(at)
    clock = {"began_at": at, "due_at": due_at(step, at, terms=terms, office=office)}
    made, is_new = EscalationStep.objects.get_or_create(escalation=escalation, step=step, defaults=clock)
    if is_new:
        tell_step(row, made)
    return is_new


@action
def _end(row: Escalation, at: datetime) -> bool:
    """The assignment runs no more."""
    if not Escalation.objects.filter(pk=row.pk, closed_at=None).update(closed_at=at):
        return False
    record(EscalationClosed(assignment=row.assignment.code, escalation=row.code), by=HOUSE, at=at)
    return True
