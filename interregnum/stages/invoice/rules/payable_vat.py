"""Which VAT stands beside each line of an invoice of a manager, when a rate changed within it."""

from collections.abc import Sequence

from interregnum.kernel.bill import VatPart
from interregnum.kernel.money import Money

NOTHING = Money(0)


def parts_of_lines(amounts: Sequence[Money], parts: Sequence[VatPart]) -> tuple[VatPart, ...]:
    """For each line its part: lines stand in order of day, parts in order of their first line, and a rate that has gone
    does not come back within one invoice. So each part has the lines that come to its base.
    """
    found: list[VatPart] = []
    place, left = 0, parts[0].base if parts else NOTHING
    for amount in amounts:
        if left == NOTHING and place + 1 < len(parts):
            place += 1
            left = parts[place].base
        found.append(parts[place])
        left = left - amount
    return tuple(found)
