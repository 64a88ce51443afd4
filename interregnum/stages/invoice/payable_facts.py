"""What happens on the manager's side. The assignment stands in no field that its other readers look by: a successor
reads nothing of what the one before was paid."""

from dataclasses import dataclass

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact

OF_PAYABLES = OFFICE | {Role.MANAGER}


@dataclass(frozen=True, kw_only=True)
class SelfBillingAgreed(Fact):
    read_by = OF_PAYABLES

    manager: str


@dataclass(frozen=True, kw_only=True)
class SelfBillingWithdrawn(Fact):
    read_by = OF_PAYABLES

    manager: str


@dataclass(frozen=True, kw_only=True)
class SelfBillDrafted(Fact):
    read_by = OFFICE

    invoice: str
    days: int


@dataclass(frozen=True, kw_only=True)
class SelfBillDropped(Fact):
    read_by = OFFICE

    invoice: str


@dataclass(frozen=True, kw_only=True)
class SelfBillIssued(Fact):
    """It has the next number of the manager's own series."""

    read_by = OF_PAYABLES

    invoice: str
    number: str


@dataclass(frozen=True, kw_only=True)
class PurchaseReceived(Fact):
    """A manager sent an invoice in; whether it says what stands approved."""

    read_by = OF_PAYABLES

    invoice: str
    is_equal: bool


@dataclass(frozen=True, kw_only=True)
class PayableApproved(Fact):
    read_by = OF_PAYABLES

    invoice: str
    differs: bool


@dataclass(frozen=True, kw_only=True)
class PurchaseReturned(Fact):
    read_by = OF_PAYABLES

    invoice: str


@dataclass(frozen=True, kw_only=True)
class PayablePaid(Fact):
    read_by = OF_PAYABLES

    invoice: str


@dataclass(frozen=True, kw_only=True)
class PayableUnpaid(Fact):
    """That it was paid had been written down by mistake."""

    read_by = OF_PAYABLES

    invoice: str


@dataclass(frozen=True, kw_only=True)
class PayableCredited(Fact):
    """Days that were owed are taken back."""

    read_by = OF_PAYABLES

    invoice: str
    days: int
