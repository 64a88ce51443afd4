"""What a client pays in the end, before it agrees: incl. VAT, which not every client reclaims."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.kernel.vat import Buyer, Charge, charge
from interregnum.parameters.values import value


def charge_on(client: Any, day: date) -> Charge | Refused:
    """How VAT is charged to a client: at the rate that holds on that day."""
    buyer = Buyer(country=client.country, vat_number=client.vat_number, exemption=client.vat_exemption)
    return charge(buyer, percent=value("invoice.vat_percent", on=day))


def percent_of(client: Any, on: date) -> Decimal:
    """0 where no VAT comes on top of what is charged."""
    made = charge_on(client, on)
    return Decimal(0) if isinstance(made, Refused) else made.rate


def with_vat(client: Any, amounts: Iterable[tuple[date, Money]]) -> Money | None:
    """Each amount at the rate of its day; None where no VAT comes on top of it."""
    total = Money(0)
    for day, amount in amounts:
        percent = percent_of(client, day)
        if not percent:
            return None
        total = total + amount.with_vat(percent)
    return total
