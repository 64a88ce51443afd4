"""When somebody wants no mail, and at which hour the day's news. The clock is Amsterdam's, by the hour.

Whoever steps from hour to hour need not know when the clock changes: no hour is met twice, and none is passed over.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from interregnum.kernel.period import AMSTERDAM, local_day

HOUR = timedelta(hours=1)
SATURDAY = 5
# Longer than any weekend: somewhere in it an hour is open.
HOURS_AHEAD = 24 * 8


@dataclass(frozen=True)
class Quiet:
    """No mail from `begins` o'clock up to `ends` o'clock, and none on Saturday and Sunday when `weekends` is set.

    The same hour twice: no quiet hours. Raises ValueError for an hour that no clock shows.
    """

    begins: int = 20
    ends: int = 7
    weekends: bool = True

    def __post_init__(self) -> None:
        if not (0 <= self.begins <= 23 and 0 <= self.ends <= 23):
            raise ValueError("an hour is a number from 0 to 23")

    def holds(self, at: datetime) -> bool:
        """Whether this moment is quiet."""
        local = at.astimezone(AMSTERDAM)
        if self.weekends and local.weekday() >= SATURDAY:
            return True
        if self.begins <= self.ends:
            return self.begins <= local.hour < self.ends
        return local.hour >= self.begins or local.hour < self.ends


def first_open(at: datetime, quiet: Quiet) -> datetime:
    """This moment, or the first whole hour after it at which mail is wanted."""
    if not quiet.holds(at):
        return at
    return next(moment for moment in hours_after(at) if not quiet.holds(moment))


def digest_due(*, oldest: datetime, last: datetime | None, hour: int, quiet: Quiet) -> datetime:
    """When the mail with the day's news falls due: at its hour, after its oldest news, once a day, never in quiet.

    `last` is when the one before was written. An hour that is itself quiet stands for the end of the quiet hours.
    """
    at_night = Quiet(quiet.begins, quiet.ends, weekends=False)
    hour = quiet.ends if at_night.holds(datetime(2026, 1, 1, hour, tzinfo=AMSTERDAM)) else hour
    last_day = local_day(last) if last else None
    return next(
        moment
        for moment in hours_after(oldest)
        if moment.astimezone(AMSTERDAM).hour == hour and local_day(moment) != last_day and not quiet.holds(moment)
    )


def hours_after(at: datetime) -> Iterator[datetime]:
    """The whole hours after a moment."""
    first = at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return (first + number * HOUR for number in range(1, HOURS_AHEAD))
