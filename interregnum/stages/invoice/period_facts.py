"""What happens to months of the books."""

from dataclasses import dataclass

from interregnum.kernel.actor import OFFICE
from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class MonthClosed(Fact):
    """Nothing is dated in it any more."""

    read_by = OFFICE

    month: str


@dataclass(frozen=True, kw_only=True)
class MonthOpened(Fact):
    """A closed month was opened again."""

    read_by = OFFICE

    month: str
    why: str


@dataclass(frozen=True, kw_only=True)
class BooksBegun(Fact):
    """From which month on days are invoiced here."""

    read_by = OFFICE

    month: str
