"""Of an invoice that the firm made, the manager states that no commission was paid or received, whatever it is for."""

from datetime import datetime

from interregnum.journal.record import action
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.ensure.actions.state_no_commission import keep_no_commission
from interregnum.stages.invoice.queries.payable_rows import payable_row


@action
def state_on_payable(*, payable: str, by: Actor, at: datetime) -> Refused | None:
    """By the manager in person; also over a month without hours, of days that are owed. Said once it stays said."""
    row = payable_row(payable, seen_by=by)
    if not keep_no_commission(row.assignment_id, row.manager, row.month, by=by, at=at):
        return Refused.because("invoice.stated_already")
    return None
