"""H2: which assignments a bankruptcy of the client touches."""

from datetime import date, datetime

from interregnum.kernel.period import local_day


def is_touched(*, drawn_at: datetime, starts_on: date, noted_at: datetime) -> bool:
    """One that began before the bankruptcy was noted, or whose contract lay there by then. A contract of after it is a
    new start, or the trustee's own.

    >>> noted = datetime.fromisoformat("2026-03-16T10:00+01:00")
    >>> later = datetime.fromisoformat("2026-03-17T10:00+01:00")
    >>> known = {"starts_on": date(2026, 4, 1), "noted_at": noted}
    >>> is_touched(drawn_at=noted, **known), is_touched(drawn_at=later, **known)
    (True, False)
    """
    return drawn_at <= noted_at or starts_on < local_day(noted_at)
