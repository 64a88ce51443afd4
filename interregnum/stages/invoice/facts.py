"""What happens to invoices; the client reads of what was issued to it."""

from dataclasses import dataclass

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact

OF_INVOICES = OFFICE | {Role.CLIENT}


@dataclass(frozen=True, kw_only=True)
class InvoiceDrafted(Fact):
    read_by = OFFICE

    invoice: str
    assignment: str
    days: int


@dataclass(frozen=True, kw_only=True)
class DraftDropped(Fact):
    read_by = OFFICE

    invoice: str
    assignment: str


@dataclass(frozen=True, kw_only=True)
class InvoiceChecked(Fact):
    read_by = OFFICE

    invoice: str
    assignment: str


@dataclass(frozen=True, kw_only=True)
class InvoiceIssued(Fact):
    """It has a number, and does not change any more."""

    read_by = OF_INVOICES

    invoice: str
    assignment: str
    number: str


@dataclass(frozen=True, kw_only=True)
class InvoiceSent(Fact):
    read_by = OF_INVOICES

    invoice: str
    assignment: str
    number: str


@dataclass(frozen=True, kw_only=True)
class InvoiceReminded(Fact):
    """The client was asked to pay: the first time, the second, and so on."""

    read_by = OF_INVOICES

    invoice: str
    assignment: str
    number: str
    step: int


@dataclass(frozen=True, kw_only=True)
class RefundRecorded(Fact):
    """What came in too much went back."""

    read_by = OF_INVOICES

    invoice: str
    assignment: str
    number: str


@dataclass(frozen=True, kw_only=True)
class PaymentRecorded(Fact):
    """Money came in; whether all of it has come."""

    read_by = OF_INVOICES

    invoice: str
    assignment: str
    number: str
    is_whole: bool


@dataclass(frozen=True, kw_only=True)
class InvoiceDisputed(Fact):
    read_by = OF_INVOICES

    invoice: str
    assignment: str
    number: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class DisputeEnded(Fact):
    """The invoice stands as it is."""

    read_by = OF_INVOICES

    invoice: str
    assignment: str
    number: str


@dataclass(frozen=True, kw_only=True)
class InvoiceCredited(Fact):
    """A credit note was issued for the whole invoice or for some of its days."""

    read_by = OF_INVOICES

    invoice: str
    assignment: str
    number: str
    credited: str


@dataclass(frozen=True, kw_only=True)
class OrderReferenceSet(Fact):
    """What the client wants to read on each invoice of an assignment."""

    read_by = OFFICE

    assignment: str
    invoice: str


@dataclass(frozen=True, kw_only=True)
class BillingWishesSaved(Fact):
    """How a client gets its invoices."""

    read_by = OFFICE

    organisation: str
    way: str
