"""What happens to fees and discounts; the client reads all of it."""

from dataclasses import dataclass

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact

OF_FEES = OFFICE | {Role.CLIENT}


@dataclass(frozen=True, kw_only=True)
class FeeWritten(Fact):
    read_by = OF_FEES

    fee: str
    assignment: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class FeeAgreed(FeeWritten):
    """The client agreed: its terms come on drafts by themselves."""


@dataclass(frozen=True, kw_only=True)
class FeeRefused(FeeWritten):
    """The client does not agree."""


@dataclass(frozen=True, kw_only=True)
class FeeWithdrawn(FeeWritten):
    """The firm took it back: what is on no invoice of it is never billed."""


@dataclass(frozen=True, kw_only=True)
class SuccessApproved(FeeWritten):
    """The result stands reached as measured, and the client approved its fee."""


@dataclass(frozen=True, kw_only=True)
class DiscountGiven(Fact):
    read_by = OF_FEES

    extra: str
    assignment: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class DiscountWithdrawn(DiscountGiven):
    """A discount that stood on no invoice was taken back."""
