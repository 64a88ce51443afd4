"""An invoice goes to the client's own program, through an access point of Peppol: once, with what that answered."""

from datetime import datetime

from django.conf import settings
from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.files.store import content_of
from interregnum.jobs.queue import SOMEBODY_WAITS, HopelessError, job
from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE
from interregnum.outside.einvoice.access_point import AccessPoint, NotSentError, Receipt, send
from interregnum.stages.invoice.facts import InvoiceSent
from interregnum.stages.invoice.models import Invoice, InvoicePapers
from interregnum.stages.invoice.queries.bills import party_from
from interregnum.stages.invoice.rules.delivery import Trip
from interregnum.stages.invoice.rules.states import InvoiceState


class NotTakenError(HopelessError):
    """The access point refuses this file and will go on to do so."""


def _gave_up(invoice: str) -> None:
    InvoicePapers.objects.filter(invoice__code=invoice, trip=Trip.UNDER_WAY).update(trip=Trip.FAILED)


@job(called=_("Send an invoice through the access point"), given_up=_gave_up, priority=SOMEBODY_WAITS)
def hand_over(invoice: str) -> None:
    """One try. The key is the same on each: an access point that has it already says so, and that is a receipt."""
    papers = InvoicePapers.objects.select_related("invoice", "ubl").get(invoice__code=invoice)
    if papers.trip != Trip.UNDER_WAY or papers.ubl is None:
        return
    row = papers.invoice
    seller, buyer = party_from(row.seller), party_from(row.buyer)
    point = AccessPoint(**settings.ACCESS_POINT)
    try:
        receipt = send(point, content_of(papers.ubl), key=row.code, sender=seller.end_point, receiver=buyer.end_point)
    except NotSentError as error:
        InvoicePapers.objects.filter(pk=papers.pk).update(trouble=f"{error}: {error.body}"[:300])
        if error.may_try_again:
            raise
        raise NotTakenError(str(error)) from error
    _taken(row, papers, receipt)


@action
def _taken(row: Invoice, papers: InvoicePapers, receipt: Receipt) -> None:
    at = timezone.now()  # noqa: TID251 - the moment at which the access point had it
    mine = InvoicePapers.objects.filter(pk=papers.pk, trip=Trip.UNDER_WAY)
    if not mine.update(trip=Trip.TAKEN, trouble="", receipt=receipt.body):
        return
    # Paid, disputed or credited while it was on its way, it left all the same.
    if mark_sent(Invoice.objects.filter(pk=row.pk), at):
        record(InvoiceSent(invoice=row.code, assignment=row.assignment.code, number=row.number), by=HOUSE, at=at)


def mark_sent(rows: QuerySet[Invoice], at: datetime) -> bool:
    """Whether one of these left just now: what was paid before stays paid."""
    sent = When(state=InvoiceState.ISSUED, then=Value(InvoiceState.SENT))
    left = Case(sent, default=F("state"), output_field=CharField())
    return bool(rows.filter(sent_at=None).update(state=left, sent_at=at))
