"""The public holidays of the Netherlands, from the library that keeps them."""

from datetime import date
from functools import cache

import holidays


@cache
def dutch_holidays(year: int) -> frozenset[date]:
    """The public holidays of a year and of the next; Liberation Day in each fifth year, as most have it."""
    return frozenset(holidays.country_holidays("NL", years=[year, year + 1]))
