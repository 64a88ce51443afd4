"""Euros, exact to the cent."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import total_ordering

CENT = Decimal("0.01")


@total_ordering
@dataclass(frozen=True)
class Money:
    """An amount in euros, excluding VAT unless a name says otherwise; rounded half up to the cent.

    >>> Money("1250") * Decimal("0.25")
    Money(amount=Decimal('312.50'))
    """

    amount: Decimal

    def __init__(self, amount: Decimal | int | str) -> None:
        if isinstance(amount, float):
            raise TypeError("money is never a float")
        object.__setattr__(self, "amount", Decimal(amount).quantize(CENT, ROUND_HALF_UP))

    @classmethod
    def from_cents(cls, cents: int) -> "Money":
        return cls(Decimal(cents) / 100)

    @property
    def cents(self) -> int:
        return int(self.amount * 100)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + other.amount)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - other.amount)

    def __mul__(self, factor: Decimal | int) -> "Money":
        return Money(self.amount * factor)

    def with_vat(self, percent: Decimal | int) -> "Money":
        """What is paid of an amount excluding VAT.

        >>> str(Money(1250).with_vat(21))
        '1512.50'
        """
        return self * (Decimal(100 + percent) / 100)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < other.amount

    def __str__(self) -> str:
        return f"{self.amount:.2f}"
