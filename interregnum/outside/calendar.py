"""The public holidays of the Netherlands, from the library that keeps them."""

from datetime import date
from functools import cache

import holidays


@cache
def dutch_holidays(year: int) -> frozenset[date]:
    """The days of a year and of the next that the Dutch General Extension of Time Limits Act counts as holidays."""
    return frozenset(holidays.country_holidays("NL", years=[year, year + 1]))
