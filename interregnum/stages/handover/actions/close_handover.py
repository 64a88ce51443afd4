"""A2: the three say how it went, and the assignment is closed; the exit gate stands before it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.actions.close_assignment import close_assignment
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.deliver.queries.measured import last_measured
from interregnum.stages.deliver.queries.visible import readers_of
from interregnum.stages.deliver.rules.progress import way_percent
from interregnum.stages.handover.actions.open_handover import ensure_open, take_reading
from interregnum.stages.handover.facts import EvaluationWritten, GateOverridden, HandoverClosed
from interregnum.stages.handover.models import AnchorCard, ClosedResult, Evaluation, GateOverride, Handover
from interregnum.stages.handover.queries.rows import handover_row, index_and_gate, norm_of
from interregnum.stages.handover.rules.ending import fault_of_ending
from interregnum.stages.handover.rules.states import Ending, Judge, OverrideSide

JUDGES = {Role.CLIENT: Judge.CLIENT, Role.MANAGER: Judge.MANAGER, Role.SHADOW: Judge.SHADOW}
SIDES = {Role.CLIENT: OverrideSide.CLIENT, Role.SHADOW: OverrideSide.SHADOW}


@action
def override_exit(*, assignment: str, reason: str, by: Actor, at: datetime) -> Refused | None:
    """By the client and by the shadow manager, each with a reason; only of both together the gate opens."""
    row = handover_row(assignment, seen_by=by)
    if row.closed_at is not None:
        return Refused.because("handover.closed")
    if not reason.strip():
        return Refused.because("handover.words_needed", "reason")
    made = {"reason": reason.strip(), "made_by": Account.objects.get(code=by.code), "made_at": at}
    _row, is_new = GateOverride.objects.get_or_create(handover=row, side=SIDES[by.role], defaults=made)
    if not is_new:
        return Refused.because("handover.overridden")
    record(GateOverridden(assignment=assignment, side=SIDES[by.role]), by=by, at=at)
    return None


@action
def evaluate(*, assignment: str, marks: Mapping[str, int], words: str, by: Actor, at: datetime) -> Refused | None:
    """Each of the three once, before or after the end, and after a failure too."""
    row = handover_row(assignment, seen_by=by)
    judge = JUDGES[by.role]
    told = dict(marks) | {"words": words.strip(), "written_by": Account.objects.get(code=by.code), "written_at": at}
    _row, is_new = Evaluation.objects.get_or_create(handover=row, judge=judge, defaults=told)
    if not is_new:
        return Refused.because("handover.evaluated")
    record(EvaluationWritten(assignment=assignment, judge=judge, score=marks["score"]), by=by, at=at)
    return None


@action
def close_handover(*, assignment: str, ending: Ending, why: str, by: Actor, at: datetime) -> Refused | None:
    """By the bureau. At the end of its term the gate must be open and all three have said how it went; one that ended
    otherwise, and is known to, closes with its cause, and its index is kept all the same."""
    row, _is_new = ensure_open(assignment_of(assignment, seen_by=by), by=by, at=at)
    if row.closed_at is not None:
        return Refused.because("handover.closed")
    refused = _not_yet(row, ending, why, at)
    if refused is not None:
        return refused
    closing = {"closed_at": at, "ending": ending, "ended_why": why.strip(), "closed_by": _account(by)}
    # The filter carries the old state: of two who close it, one does.
    if not Handover.objects.filter(pk=row.pk, closed_at=None).update(**closing):
        return Refused.because("handover.closed")
    index = take_reading(row, at=at)
    Handover.objects.filter(pk=row.pk).update(index_at_close=index)
    found = _keep_results(row)
    told = {"index": index, "reached": sum(one.is_reached for one in found), "results": len(found)}
    close_assignment(assignment=assignment, by=by, at=at)
    record(HandoverClosed(assignment=assignment, ending=ending, **told), by=by, at=at)
    return None


def _not_yet(row: Handover, ending: Ending, why: str, at: datetime) -> Refused | None:
    about: Any = row.assignment
    fault = fault_of_ending(
        ending,
        on=local_day(at),
        ends_on=about.ends_on,
        agreed=about.contract.ends_on,
        leaving=about.contract.leaving,
        is_client_there=any(readers_of(about, Role.CLIENT)),
    )
    if fault is not None:
        return fault
    if ending is not Ending.TERM:
        return None if why.strip() else Refused.because("handover.words_needed", "why")
    _index, gate = index_and_gate(row, on=local_day(at))
    if not gate.is_open:
        return Refused.because("handover.gate_shut")
    said = set(row.evaluations.values_list("judge", flat=True))
    return None if _judges(about) <= said else Refused.because("handover.not_evaluated")


def _judges(assignment: Any) -> frozenset[Judge]:
    """The three, as far as they are there: the shadow manager of an assignment that has one."""
    appointment = getattr(assignment, "shadow_appointment", None)
    is_guarded = appointment is not None and appointment.shadow.is_active
    return frozenset(Judge) if is_guarded else frozenset(Judge) - {Judge.SHADOW}


def _keep_results(row: Handover) -> list[ClosedResult]:
    """Held against the norm of its card; a result without card, or whose card speaks of another measure, against
    the target of the plan."""
    cards = {card.result_id: card for card in AnchorCard.objects.filter(handover=row)}
    last = last_measured(row.assignment.code)
    about: Any = row.assignment
    results = about.results.order_by("position", "pk")
    made = [_closed(row, one, cards.get(one.pk), last.get(one.code)) for one in results]
    return ClosedResult.objects.bulk_create(made)


def _closed(row: Handover, one: Any, card: AnchorCard | None, last: Any) -> ClosedResult:
    norm = norm_of(one, card)
    return ClosedResult(
        handover=row,
        position=one.position,
        title=one.title,
        unit=one.unit,
        baseline=one.baseline,
        norm=norm,
        value=last,
        is_reached=last is not None and norm != one.baseline and way_percent(one.baseline, norm, value=last) >= 100,
        owner=card.owner if card else "",
        relapse_sign=card.relapse_sign if card else "",
    )


def _account(by: Actor) -> Account | None:
    return Account.objects.filter(code=by.code).first()
