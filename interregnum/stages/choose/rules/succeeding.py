"""H1: what a client pays for a successor."""

from interregnum.kernel.money import Money


def successor_rate(first: Money, asked: Money) -> Money:
    """The rate of the client never rises by a replacement; both are euros a day excl. VAT.

    >>> successor_rate(Money(1200), Money(1350))
    Money(amount=Decimal('1200.00'))
    """
    return min(first, asked)
