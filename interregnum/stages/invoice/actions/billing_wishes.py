"""What a client wants of its invoices: how it gets them, and what it wants to read on them."""

from datetime import datetime

from django.http import Http404

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.outside.einvoice import Profile
from interregnum.people.models import Organisation
from interregnum.stages.invoice.facts import BillingWishesSaved, OrderReferenceSet
from interregnum.stages.invoice.models import ClientBilling, OrderReference
from interregnum.stages.invoice.queries.rows import invoice_row
from interregnum.stages.invoice.rules.delivery import Way
from interregnum.stages.invoice.rules.states import OPEN


@action
def set_order_reference(*, invoice: str, reference: str, by: Actor, at: datetime) -> Refused | None:
    """For this draft and all later invoices of its assignment; what was issued keeps what it says."""
    row = invoice_row(invoice, seen_by=by)
    if row.state not in OPEN:
        return Refused.because("invoice.not_now")
    OrderReference.objects.update_or_create(assignment=row.assignment, defaults={"reference": reference.strip()})
    record(OrderReferenceSet(assignment=row.assignment.code, invoice=row.code), by=by, at=at)
    return None


@action
def save_billing_wishes(
    *, organisation: str, way: Way, mailbox: str, agreement: Profile, end_point: str, by: Actor, at: datetime
) -> None:
    row = Organisation.objects.filter(code=organisation).first()
    if row is None:
        raise Http404
    wishes = {"way": way, "mailbox": mailbox.strip().lower(), "agreement": agreement, "end_point": end_point}
    ClientBilling.objects.update_or_create(organisation=row, defaults=wishes)
    record(BillingWishesSaved(organisation=row.code, way=way), by=by, at=at)
