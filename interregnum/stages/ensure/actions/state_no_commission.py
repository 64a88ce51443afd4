"""Integrity: per invoice, that is per month, the manager states that no commission was paid or received."""

from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
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
    # Of two windows the first one counts.
    _row, is_new = NoCommission.objects.get_or_create(
        assignment_id=row.pk, manager=row.manager, month=month, defaults={"stated_at": at}
    )
    if not is_new:
        return Refused.because("ensure.stated_already")
    record(NoCommissionStated(assignment=row.code, month=month.isoformat()), by=by, at=at)
    return None
