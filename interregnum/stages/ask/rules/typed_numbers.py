"""Numbers as people type them for a request: a rate in euros, and the shares of the four roles."""

import re
from decimal import Decimal

from interregnum.kernel.money import Money

PER = ("day", "hour", "month")
LEAST, MOST = Money(20), Money(50_000)
_AMOUNT = re.compile(r"([0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]{1,6})(?:[,.]([0-9]{1,2}|-))?")


def rate_of(typed: str) -> str:
    """Euros excl. VAT and what they are paid for, "1100.00 day", from an amount, a comma and one of PER.

    Raises ValueError for what is no amount, or none that anybody pays.

    >>> rate_of("\u20ac 1.100,50,day"), rate_of("135,hour"), rate_of("")
    ('1100.50 day', '135.00 hour', '')
    """
    amount, _, per = typed.strip().rpartition(",")
    if per.strip() not in PER:
        amount, per = typed.strip(), "day"
    amount = amount.replace("\u20ac", "").replace("\u00a0", " ").strip()
    if not amount:
        return ""
    found = _AMOUNT.fullmatch(amount)
    if found is None:
        raise ValueError("ask.no_rate")
    whole, cents = found[1].replace(".", "").replace(" ", ""), (found[2] or "0").replace("-", "0")
    euros = Money(Decimal(f"{whole}.{cents}"))
    if not LEAST <= euros <= MOST:
        raise ValueError("ask.no_rate")
    return f"{euros} {per.strip()}"


def mix_typed(typed: str) -> dict[str, int] | None:
    """Four shares with commas between; None for nothing. Raises ValueError when they do not add up to 100.

    >>> mix_typed("40,20,20,20")
    {'operational': 40, 'adviser': 20, 'coach': 20, 'change': 20}
    """
    parts = [part.strip() for part in typed.split(",")]
    if not any(parts):
        return None
    names = ("operational", "adviser", "coach", "change")
    if len(parts) != len(names) or not all(part.isascii() and part.isdecimal() and len(part) < 4 for part in parts):
        raise ValueError("ask.no_mix")
    if sum(map(int, parts)) != 100:
        raise ValueError("ask.no_mix")
    return dict(zip(names, map(int, parts), strict=True))
