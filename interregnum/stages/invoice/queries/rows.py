"""Which invoices somebody may know of, and one of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from interregnum.kernel.actor import OFFICE, Actor, Role
from interregnum.people.queries import profile_at
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.invoice.models import Invoice
from interregnum.stages.invoice.rules.delivery import PapersState, Trip
from interregnum.stages.invoice.rules.states import OPEN, InvoiceState

ALONG = ("assignment__organisation", "assignment__manager", "assignment__contract", "credits")
# It has its number and did not leave yet; somebody may have paid it before.
UNSENT = Q(state=InvoiceState.ISSUED) | Q(state=InvoiceState.PAID, sent_at=None)
READERS = OFFICE | {Role.AUDITOR, Role.HOUSE}


def invoices_of(actor: Actor) -> QuerySet[Invoice]:
    """The firm reads those of its assignments, a client what was issued to it; nobody else knows of any."""
    rows = Invoice.objects.select_related(*ALONG).defer(*profile_at("assignment__manager"))
    if actor.role == Role.CLIENT:
        rows = rows.exclude(state__in=OPEN)
    elif actor.role not in READERS:
        return rows.none()
    return rows.filter(assignment__in=visible_to(actor).order_by().values("pk"))


def invoice_row(code: str, *, seen_by: Actor, along: Sequence[str] = ()) -> Invoice:
    """Raises Http404 for an invoice that is not there, or not theirs."""
    row = invoices_of(seen_by).select_related(*ALONG, *along).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def assignments_to_bill(seen_by: Actor) -> QuerySet[Any]:
    """Assignments with their contract, for whoever bills in the firm."""
    rows = visible_to(seen_by) if seen_by.role in READERS else visible_to(seen_by).none()
    return rows.select_related("organisation", "manager", "contract")


def drafts_of(month: date, *, seen_by: Actor) -> QuerySet[Invoice]:
    """Drafts of a month, checked or not."""
    return invoices_of(seen_by).filter(month=month, state__in=OPEN).order_by("pk")


def to_send(month: date, *, seen_by: Actor) -> QuerySet[Invoice]:
    """Invoices of a month that have their number and their documents and were not sent."""
    rows = invoices_of(seen_by).filter(UNSENT, month=month, papers__state=PapersState.READY)
    return rows.exclude(papers__trip__in=[Trip.UNDER_WAY, Trip.TAKEN]).order_by("number")
