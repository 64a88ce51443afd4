"""What happens to expenses. No field names the assignment: a successor reads nothing of what the one before asked."""

from dataclasses import dataclass

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact

OF_EXPENSES = OFFICE | {Role.CLIENT, Role.MANAGER}


@dataclass(frozen=True, kw_only=True)
class ExpenseAsked(Fact):
    """It waits for the client."""

    read_by = OF_EXPENSES

    expense: str


@dataclass(frozen=True, kw_only=True)
class ExpenseCorrected(Fact):
    """It waits for the client as it is now."""

    read_by = OF_EXPENSES

    expense: str


@dataclass(frozen=True, kw_only=True)
class ExpenseWithdrawn(Fact):
    read_by = OF_EXPENSES

    expense: str


@dataclass(frozen=True, kw_only=True)
class ExpenseApproved(Fact):
    """It comes on the client's next invoice, and is paid to the manager."""

    read_by = OF_EXPENSES

    expense: str


@dataclass(frozen=True, kw_only=True)
class ExpenseRefused(Fact):
    """`was_approved`: the client came back on it before it stood on an invoice."""

    read_by = OF_EXPENSES

    expense: str
    was_approved: bool
