"""What happens to files and lines of the bank; for the firm alone."""

from dataclasses import dataclass

from interregnum.kernel.actor import OFFICE
from interregnum.kernel.fact import Fact
from interregnum.stages.invoice.facts import OF_INVOICES


@dataclass(frozen=True, kw_only=True)
class BankFileUploaded(Fact):
    read_by = OFFICE

    file: str


@dataclass(frozen=True, kw_only=True)
class BankFileRead(Fact):
    """`fault` says why it was refused, "" when it was read."""

    read_by = OFFICE

    file: str
    lines: int
    fault: str = ""


@dataclass(frozen=True, kw_only=True)
class BankLineDecided(Fact):
    """A person said what a line of the bank is."""

    read_by = OFFICE

    line: str
    state: str


@dataclass(frozen=True, kw_only=True)
class BankLineUndone(Fact):
    """It waits for a person again; what was booked of it was taken back by counter-entries."""

    read_by = OFFICE

    line: str
    why: str


@dataclass(frozen=True, kw_only=True)
class PaymentUndone(Fact):
    """A payment was taken back by a counter-entry."""

    read_by = OF_INVOICES

    invoice: str
    assignment: str
    number: str
