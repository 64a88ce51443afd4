"""A manager who left while nobody had begun has no first day; whom a successor was to succeed waits for another one."""

from datetime import timedelta

from interregnum.journal.record import action
from interregnum.stages.contract.models import Contract


@action
def never_began(contract: str) -> None:
    """For the stage that knows that nobody began. The last day comes to lie before the first one, so that no day of it
    is taken or paid, and the place of who was replaced is open again."""
    row = Contract.objects.exclude(left_at=None).get(code=contract)
    before = row.starts_on - timedelta(days=1)
    Contract.objects.filter(pk=row.pk).update(runs_until=min(row.runs_until or before, before))
