"""When days away make sense: they end after they begin, lie ahead, and are said once."""

from collections.abc import Iterable
from datetime import date

from interregnum.kernel.period import Period
from interregnum.kernel.refused import Refused

# Whoever stays away longer has another day from which they are free.
LONGEST_DAYS = 183


def check_away(first: date, last: date, *, known: Iterable[Period], on: date) -> Period | Refused:
    """D2: the days as they can be written down.

    >>> check_away(date(2026, 8, 3), date(2026, 8, 21), known=[], on=date(2026, 3, 2)).days
    19
    """
    if last < first:
        return Refused.because("people.away_before_start", "last_on")
    days = Period(first, last)
    if last < on:
        return Refused.because("people.away_over", "last_on")
    if days.days > LONGEST_DAYS:
        return Refused.because("people.away_too_long", "last_on")
    if any(days.overlaps(other) for other in known):
        return Refused.because("people.away_known", "first_on")
    return days
