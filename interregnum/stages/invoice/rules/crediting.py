"""What a credit note may take of an invoice, and what the last one takes: all that earlier ones left, to the cent."""

from collections.abc import Iterable, Sequence

from interregnum.kernel.bill import VatPart
from interregnum.kernel.money import Money
from interregnum.stages.invoice.rules.totals import NOTHING, Totals


def rest_of(whole: Sequence[VatPart], earlier: Iterable[Sequence[VatPart]]) -> Totals:
    """VAT is rounded once per rate, so the parts of several credit notes need not add up; this last one makes them."""
    gone = [part for parts in earlier for part in parts]
    parts = tuple(_left(part, [one for one in gone if _key(one) == _key(part)]) for part in whole)
    parts = tuple(part for part in parts if part.base != NOTHING or part.vat != NOTHING)
    net, vat = _sum(part.base for part in parts), _sum(part.vat for part in parts)
    return Totals(parts, net, vat, net + vat)


def share_of(whole: Money, part: Money, of: Money) -> Money:
    """What these lines bear of an amount that is not the sum of all lines.

    >>> share_of(Money(3146), Money(1000), Money(2500))
    Money(amount=Decimal('1258.40'))
    """
    return Money(whole.amount * part.amount / of.amount) if of != NOTHING else NOTHING


def credit_fault(whole: Sequence[VatPart], earlier: Iterable[Sequence[VatPart]], now: Totals) -> str:
    """Why these lines cannot be taken back without others, "" where they can: neither what is taken back nor what is
    left of the invoice comes below nil."""
    if now.net < NOTHING:
        return "invoice.credit_below_nil"
    left = rest_of(whole, [*earlier, now.vat])
    return "invoice.credit_leaves_discount" if left.net < NOTHING or left.gross < NOTHING else ""


def _left(part: VatPart, gone: Sequence[VatPart]) -> VatPart:
    base = part.base - _sum(one.base for one in gone)
    vat = part.vat - _sum(one.vat for one in gone)
    return VatPart(category=part.category, rate=part.rate, base=base, vat=vat, why=part.why)


def _key(part: VatPart) -> tuple[object, object]:
    return part.category, part.rate


def _sum(amounts: Iterable[Money]) -> Money:
    return sum(amounts, NOTHING)
