"""Hours as people type and read them; inside they are whole minutes."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation


def minutes_of(typed: str) -> int | None:
    """Minutes of what somebody typed as hours: "7:30", "7,5", "7.5" or nothing; None for what says no hours.

    >>> minutes_of("7:30"), minutes_of("7,5"), minutes_of(""), minutes_of("-1"), minutes_of("zes")
    (450, 450, 0, -60, None)
    """
    text = typed.strip().replace(",", ".")
    if not text:
        return 0
    hours, colon, minutes = text.partition(":")
    if colon:
        fits = hours.isdecimal() and minutes.isdecimal() and len(hours) <= 3 and len(minutes) == 2 and int(minutes) < 60
        return int(hours) * 60 + int(minutes) if fits else None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number) > 1000:
        return None
    return int((number * 60).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def clock(minutes: int) -> str:
    """Minutes as hours on a clock.

    >>> clock(450), clock(5), clock(-30)
    ('7:30', '0:05', '-0:30')
    """
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else ''}{hours}:{rest:02}"
