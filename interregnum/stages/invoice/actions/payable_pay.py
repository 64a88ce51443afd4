"""A payable is paid, on a day of a month that is open; what was written down by mistake is undone while it is open."""

from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.invoice.actions.payable_tell import tell_manager
from interregnum.stages.invoice.actions.periods import hold_books
from interregnum.stages.invoice.models import Payable
from interregnum.stages.invoice.payable_facts import PayablePaid, PayableUnpaid
from interregnum.stages.invoice.queries.payable_rows import payable_row
from interregnum.stages.invoice.rules.payable import PayState


@action
def note_paid(*, payable: str, day: date, by: Actor, at: datetime) -> Refused | None:
    """The firm paid it, on this day."""
    row = payable_row(payable, seen_by=by)
    if day > local_day(at):
        return Refused.because("invoice.paid_ahead", "day")
    if day.replace(day=1) in hold_books():
        return Refused.because("period.payment", "day")
    here = Payable.objects.filter(pk=row.pk, state=PayState.APPROVED)
    if not here.update(state=PayState.PAID, paid_on=day, paid_by=Account.objects.get(code=by.code)):
        return Refused.because("invoice.not_now")
    record(PayablePaid(invoice=row.code), by=by, at=at)
    tell_manager(row, "mail/payable_paid.txt", once=at.isoformat())
    return None


@action
def undo_paid(*, payable: str, by: Actor, at: datetime) -> Refused | None:
    """It was not paid: it is to be paid again, and the manager, who read otherwise, is told."""
    row, closed = payable_row(payable, seen_by=by), hold_books()
    if row.paid_on and row.paid_on.replace(day=1) in closed:
        return Refused.because("period.paid")
    here = Payable.objects.filter(pk=row.pk, state=PayState.PAID, paid_on=row.paid_on)
    if not here.update(state=PayState.APPROVED, paid_on=None, paid_by=None):
        return Refused.because("invoice.not_now")
    record(PayableUnpaid(invoice=row.code), by=by, at=at)
    tell_manager(row, "mail/payable_unpaid.txt", once=at.isoformat())
    return None
