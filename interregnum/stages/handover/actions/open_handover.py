"""A2: the hand-over begins in the middle of the term, and goes by the results of the plan as it is agreed."""

from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.deliver.facts import PlanAgreed
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.deliver.queries.visible import term_of
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.handover.facts import AttitudeKnown, HandoverOpened, ResultsToAnchor
from interregnum.stages.handover.models import Handover, IndexReading
from interregnum.stages.handover.queries.rows import index_and_gate
from interregnum.stages.handover.rules.gate import middle_of
from interregnum.stages.pulse.queries.attitude import attitude_of

TEMPLATE = "mail/handover_opened.txt"


def open_handovers(at: datetime) -> int:
    """Safe to run again. Returns how many were opened."""
    rows = visible_to(HOUSE).filter(state=AssignmentState.RUNNING, handover=None).order_by("pk")
    due = [row for row in rows if middle_of(term_of(row)) <= local_day(at)]
    return sum(_open(row, at) for row in due)


@action
def _open(row: Any, at: datetime) -> bool:
    _handover, is_new = ensure_open(row, by=HOUSE, at=at)
    if is_new:
        for role, desk in ((Role.MANAGER, "manager"), (Role.CLIENT, "client")):
            tell(row, role, template=TEMPLATE, address=f"{desk}:handover-page")
    return is_new


def ensure_open(assignment: Any, *, by: Actor, at: datetime) -> tuple[Handover, bool]:
    """Part of an action: the hand-over of an assignment, begun now when it was not."""
    row, is_new = Handover.objects.get_or_create(assignment=assignment, defaults={"opened_at": at})
    if is_new:
        record(HandoverOpened(assignment=row.assignment.code), by=by, at=at)
        hear_employees(row, by=by, at=at)
    count_results(row, by=by, at=at)
    return row, is_new


def hear_employees(row: Handover, *, by: Actor, at: datetime) -> bool:
    """Part of an action: what the newest pulse published, be it from before the hand-over began; False when nothing."""
    tenths = attitude_of(row.assignment.code)
    if tenths is None:
        return False
    row.attitude = tenths
    row.save(update_fields=["attitude"])
    record(AttitudeKnown(assignment=row.assignment.code, tenths=tenths), by=by, at=at)
    return True


def count_results(row: Handover, *, by: Actor, at: datetime) -> None:
    """Part of an action: the results that are to be anchored are those of the plan."""
    codes = list(row.assignment.results.order_by("position", "pk").values_list("code", flat=True))
    if codes != row.results:
        row.results = codes
        row.save(update_fields=["results"])
        record(ResultsToAnchor(assignment=row.assignment.code, results=" ".join(codes)), by=by, at=at)
    take_reading(row, at=at)


def take_reading(row: Handover, *, at: datetime) -> int:
    """Part of an action: what the index is by now is kept, where it is another one than before."""
    index, _gate = index_and_gate(row, on=local_day(at))
    parts = [[str(one.part), one.earned, one.most] for one in index.shares]
    last = row.readings.order_by("-pk").first()
    if last is None or last.parts != parts:
        IndexReading.objects.create(handover=row, taken_at=at, total=index.total, parts=parts)
    return index.total


@action
def follow_plan_agreed(fact: PlanAgreed, by: Actor, at: datetime) -> None:
    """Results that came or went change what is to be anchored."""
    row = Handover.objects.select_related("assignment").filter(assignment__code=fact.assignment, closed_at=None).first()
    if row is not None:
        count_results(row, by=by, at=at)
