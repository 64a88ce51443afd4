"""What a client pays in the end, before it agrees: incl. VAT, which not every client reclaims."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.stages.invoice.rules.vat import Buyer, charge

HUNDRED = Decimal(100)


def with_vat(client: Any, amounts: Iterable[tuple[date, Money]]) -> Money | None:
    """Each amount at the rate of its day; None where no VAT comes on top of it."""
    buyer = Buyer(country=client.country, vat_number=client.vat_number, exemption=client.vat_exemption)
    total = Money(0)
    for day, amount in amounts:
        made = charge(buyer, percent=value("invoice.vat_percent", on=day))
        if isinstance(made, Refused) or not made.rate:
            return None
        total = total + amount + amount * (made.rate / HUNDRED)
    return total
