"""The ordinary end of a contract: what each side wants when the last day comes near."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from interregnum.kernel.refused import Refused


class Wish(StrEnum):
    EXTEND = "extend"
    HAND_OVER = "hand_over"
    STOP = "stop"


class Asked(StrEnum):
    """Whom the house asks; the bureau's own answer decides."""

    BUREAU = "bureau"
    CLIENT = "client"
    MANAGER = "manager"


class Leaving(StrEnum):
    """Why a manager cannot go on: no more of it is kept. What ails somebody is never written down."""

    RESIGNS = "resigns"
    ILL = "ill"
    OTHER = "other"
    DIED = "died"
    # The client had another looked for, as an absence was long; nobody said why it was.
    AWAY = "away"
    # H1 H2: the client invoked the guarantee.
    REPLACED = "replaced"
    ENDED = "ended"
    # Ordinary notice; that of a manager is a resignation.
    BY_CLIENT = "by_client"
    BY_FIRM = "by_firm"


BY_GUARANTEE = (Leaving.REPLACED, Leaving.ENDED)
BY_MANAGER = (Leaving.RESIGNS, Leaving.ILL, Leaving.OTHER, Leaving.DIED, Leaving.AWAY)
# Who leaves by a choice of their own keeps to the notice as signed, whatever they call it.
KEEP_NOTICE = (Leaving.RESIGNS, Leaving.OTHER)


def fault_of_leaving(
    last_day: date, *, starts_on: date, runs_until: date, on: date, has_died: bool = False
) -> Refused | None:
    """Why this cannot be the last day of a manager who leaves: it may lie two weeks back, for who fell ill.

    Before the first day it may come before that day: nothing of the assignment is worked then.
    """
    if has_died and last_day > on:
        return Refused.because("contract.died_ahead", "last_day")
    may_be_before = starts_on > on
    if last_day < on - timedelta(weeks=2) or (last_day < starts_on and not may_be_before):
        return Refused.because("contract.left_too_early", "last_day")
    return Refused.because("contract.left_too_late", "last_day") if last_day >= runs_until else None


def has_gone(left_at: datetime | None, runs_until: date, *, on: date) -> bool:
    """The manager left, and the last day has come.

    >>> has_gone(None, date(2026, 3, 2), on=date(2026, 3, 9))
    False
    """
    return left_at is not None and runs_until <= on


def works_still(left_at: datetime | None, runs_until: date, *, on: date) -> bool:
    """Whether an absence on a day is one from work: also of who leaves, until the last day has come.

    >>> [works_still(datetime(2026, 3, 2), date(2026, 4, 1), on=date(2026, 3, day)) for day in (3, 31)]
    [True, True]
    >>> works_still(datetime(2026, 3, 2), date(2026, 4, 1), on=date(2026, 4, 1))
    False
    """
    return on <= runs_until and not has_gone(left_at, runs_until, on=on)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """How a contract stands for who wants to end it early. `days`: the term of notice as signed, in calendar days;
    `is_claimed`: a guarantee is open about it."""

    starts_on: date
    runs_until: date
    days: int
    is_left: bool = False
    is_claimed: bool = False


def earliest_end(notice: Notice, *, on: date) -> date:
    """
    >>> signed = Notice(starts_on=date(2026, 3, 9), runs_until=date(2026, 9, 30), days=30)
    >>> earliest_end(signed, on=date(2026, 5, 1))
    datetime.date(2026, 5, 31)
    """
    return on + timedelta(days=notice.days)


def why_no_notice(notice: Notice, *, on: date) -> Refused | None:
    """Why nobody can give ordinary notice today."""
    if notice.is_claimed:
        return Refused.because("contract.notice_guarantee")
    if notice.is_left:
        return Refused.because("contract.notice_left")
    if on < notice.starts_on:
        return Refused.because("contract.notice_before_start")
    if on > notice.runs_until:
        return Refused.because("contract.notice_over")
    if earliest_end(notice, on=on) >= notice.runs_until:
        return _too_late(notice)
    return None


def fault_of_notice(notice: Notice, last_day: date, *, on: date) -> Refused | None:
    """Why this is not the last day of a contract that is ended by notice today."""
    if (refused := why_no_notice(notice, on=on)) is not None:
        return refused
    earliest = earliest_end(notice, on=on)
    if last_day < earliest:
        return Refused.because("contract.notice_too_early", "last_day", **_told(notice, earliest))
    return Refused.because("contract.left_too_late", "last_day") if last_day >= notice.runs_until else None


def fault_of_resigning(notice: Notice, last_day: date, *, agreed_by: str, on: date) -> Refused | None:
    """The notice as signed holds for a manager too; earlier only when somebody at the client agrees, by name."""
    earliest = earliest_end(notice, on=on)
    if agreed_by or on < notice.starts_on:
        return None
    if earliest >= notice.runs_until:
        return _too_late(notice)
    if last_day >= earliest:
        return None
    return Refused.because("contract.resigns_too_early", "last_day", **_told(notice, earliest))


def _too_late(notice: Notice) -> Refused:
    return Refused.because("contract.notice_too_late", day=f"{notice.runs_until:%d-%m-%Y}")


def _told(notice: Notice, earliest: date) -> dict[str, object]:
    return {"days": notice.days, "day": f"{earliest:%d-%m-%Y}"}
