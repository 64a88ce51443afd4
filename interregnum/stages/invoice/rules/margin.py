"""What the firm keeps of its work: what clients pay for days, less what those days cost, by any way of adding up."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from interregnum.kernel.money import Money
from interregnum.stages.invoice.rules.payable import PayWhy

NOTHING = Money(0)
TENTH = Decimal("0.1")
# Owed to a manager while no client pays for it: the firm bears it.
OF_THE_FIRM = frozenset({PayWhy.HANDOVER, PayWhy.OVERLAP, PayWhy.OUTSIDE, PayWhy.NOTICE})


class Part(StrEnum):
    """BILLED stands on invoices that were issued, less their credit notes; TO_BILL on a draft or on none yet.

    WORKED is what managers get for what clients pay, BORNE what they get beside it and the firm bears.
    """

    BILLED = "billed"
    TO_BILL = "to_bill"
    WORKED = "worked"
    BORNE = "borne"


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Some euros excl. VAT of one manager on one assignment, by the year in which the days were worked.

    `is_owed` says of a cost that it stands on no invoice of the manager that was accepted; keys are those of tables.
    """

    assignment: int
    client: int
    manager: int | None
    year: int
    part: Part
    amount: Money
    is_owed: bool = False


@dataclass(frozen=True, kw_only=True)
class Margin:
    """`owed` is the part of `worked` and `borne` for which no invoice of a manager was accepted."""

    billed: Money = NOTHING
    to_bill: Money = NOTHING
    worked: Money = NOTHING
    borne: Money = NOTHING
    owed: Money = NOTHING

    @property
    def revenue(self) -> Money:
        return self.billed + self.to_bill

    @property
    def cost(self) -> Money:
        return self.worked + self.borne

    @property
    def kept(self) -> Money:
        return self.revenue - self.cost

    @property
    def percent(self) -> Decimal | None:
        """Of the revenue, to a tenth; None where there is none to take it of.

        >>> Margin(billed=Money(1200), worked=Money(1000)).percent
        Decimal('16.7')
        """
        if self.revenue.cents <= 0:
            return None
        return (100 * self.kept.amount / self.revenue.amount).quantize(TENTH, ROUND_HALF_UP)

    def __add__(self, other: "Margin") -> "Margin":
        return Margin(
            billed=self.billed + other.billed,
            to_bill=self.to_bill + other.to_bill,
            worked=self.worked + other.worked,
            borne=self.borne + other.borne,
            owed=self.owed + other.owed,
        )


def part_of(why: PayWhy) -> Part:
    """On which side of the line a cost stands.

    >>> part_of(PayWhy.HANDOVER)
    <Part.BORNE: 'borne'>
    """
    return Part.BORNE if why in OF_THE_FIRM else Part.WORKED


def margin_of(pieces: Iterable[Piece]) -> Margin:
    total = Margin()
    for one in pieces:
        total = _with(total, one)
    return total


def margins_by[Key: Hashable](pieces: Iterable[Piece], key: Callable[[Piece], Key]) -> dict[Key, Margin]:
    """The margin of each key; together they come to that of all pieces, whatever the key."""
    found: dict[Key, Margin] = {}
    for one in pieces:
        found[key(one)] = _with(found.get(key(one), Margin()), one)
    return found


def _with(margin: Margin, one: Piece) -> Margin:
    added = {one.part.value: getattr(margin, one.part) + one.amount}
    if one.is_owed:
        added["owed"] = margin.owed + one.amount
    return replace(margin, **added)
