"""Integrity: per invoice, that is per month, the manager states that no commission was paid or received."""

from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.models import Manager
from interregnum.stages.deliver.queries.tenures import assignment_for_hours
from interregnum.stages.ensure.integrity_facts import NoCommissionStated
from interregnum.stages.ensure.models import NoCommission
from interregnum.stages.ensure.queries.no_commission import months_worked


@action
def state_no_commission(*, assignment: str, month: date, by: Actor, at: datetime) -> Refused | None:
    """By the manager in person, of a month in which they worked; said once it stays said."""
    row = assignment_for_hours(assignment, seen_by=by)
    if by.manager is None or month not in months_worked(row.code, manager=by.manager):
        return Refused.because("ensure.no_such_month")
    if not keep_no_commission(row.pk, row.manager, month, by=by, at=at):
        return Refused.because("ensure.stated_already")
    return None


def keep_no_commission(assignment: int, manager: Manager, month: date, *, by: Actor, at: datetime) -> bool:
    """Part of an action of this manager: also of who sends an invoice in. Of two windows the first one counts."""
    row, is_new = NoCommission.objects.select_related("assignment").get_or_create(
        assignment_id=assignment, manager=manager, month=month, defaults={"stated_at": at}
    )
    if is_new:
        record(NoCommissionStated(assignment=row.assignment.code, month=month.isoformat()), by=by, at=at)
    return bool(is_new)
