"""A2: when an assignment is closed, the looks back are planned; a client who is not there any more is asked nothing."""

from datetime import date, datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.months import months_later
from interregnum.kernel.period import local_day
from interregnum.stages.contract.queries.lasting import lasting_of
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.handover.facts import HandoverClosed
from interregnum.stages.handover.rules.states import Ending
from interregnum.stages.keep.facts import AftercarePlanned
from interregnum.stages.keep.models import Aftercare


@action
def plan_aftercare(fact: HandoverClosed, by: Actor, at: datetime) -> None:
    if fact.ending == Ending.CLIENT_GONE:
        return
    row, on = assignment_of(fact.assignment, seen_by=HOUSE), local_day(at)
    # The last day counts, however late the firm closed it: the client is told how long ago the manager left.
    left = min(row.ends_on, on)
    for months in lasting_of(row.contract).looks_back:
        _plan(row, months, months_later(left, months), at)


def _plan(row: Any, months: int, due_on: date, at: datetime) -> None:
    care, is_new = Aftercare.objects.get_or_create(assignment=row, months=months, defaults={"due_on": due_on})
    if is_new:
        told: dict[str, Any] = {"assignment": care.assignment.code, "months": months, "due_on": due_on.isoformat()}
        record(AftercarePlanned(**told), by=HOUSE, at=at)
