"""The sums of an invoice as EN 16931 wants them: each line is rounded, and VAT once per category and rate."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from interregnum.kernel.bill import BillLine, VatCategory, VatPart
from interregnum.kernel.money import Money

NOTHING = Money(0)
HUNDRED = Decimal(100)
# Why nothing is charged, in the words that an invoice must have in both languages of the house; a caller may say more.
WHY = {
    VatCategory.EXEMPT: "Vrijgesteld van btw / Exempt from VAT",
    VatCategory.REVERSE_CHARGE: "Btw verlegd / Reverse charge",
    VatCategory.OUTSIDE: "Buiten het bereik van de btw / Not subject to VAT",
}


class Totals(NamedTuple):
    """The parts of VAT in the order of their lines, the sum excl. VAT, the VAT, and both together."""

    vat: tuple[VatPart, ...]
    net: Money
    vat_total: Money
    gross: Money


def line_amount(quantity: Decimal, price: Money) -> Money:
    """What a line comes to, rounded half up to the cent, away from nil.

    >>> line_amount(Decimal("2.5"), Money("0.99"))
    Money(amount=Decimal('2.48'))
    """
    return price * quantity


def totals(lines: Iterable[BillLine], why: Mapping[VatCategory, str] | None = None) -> Totals:
    """The sums of these lines; `why` replaces the words for a category on which nothing is charged.

    VAT is reckoned over the sum of a rate and rounded once (BR-CO-17): not the sum of VAT rounded per line.
    """
    bases: dict[tuple[VatCategory, Decimal], Money] = {}
    for line in lines:
        kind = (line.category, line.vat_rate.normalize())
        bases[kind] = bases.get(kind, NOTHING) + line.amount
    parts = tuple(_part(category, rate, base, WHY | dict(why or {})) for (category, rate), base in bases.items())
    net = sum((part.base for part in parts), NOTHING)
    vat = sum((part.vat for part in parts), NOTHING)
    return Totals(parts, net, vat, net + vat)


def due(gross: Money, prepaid: Money) -> Money:
    """What remains to be paid (BR-CO-16); below nil it is owed to the buyer."""
    return gross - prepaid


def mixed_up(lines: Iterable[BillLine]) -> bool:
    """Whether lines outside VAT stand beside others: EN 16931 wants them on an invoice of their own (BR-O-11)."""
    kinds = {line.category for line in lines}
    return VatCategory.OUTSIDE in kinds and len(kinds) > 1


def _part(category: VatCategory, rate: Decimal, base: Money, why: Mapping[VatCategory, str]) -> VatPart:
    if category is not VatCategory.STANDARD and rate:
        raise ValueError(f"{category} has no rate")
    return VatPart(category=category, rate=rate, base=base, vat=base * (rate / HUNDRED), why=why.get(category, ""))
