"""The ordinary end of a contract: what each side wants when the last day comes near."""

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
    # H1 H2: the client invoked the guarantee.
    REPLACED = "replaced"
    ENDED = "ended"


BY_GUARANTEE = (Leaving.REPLACED, Leaving.ENDED)


def fault_of_leaving(last_day: date, *, starts_on: date, runs_until: date, on: date) -> Refused | None:
    """Why this cannot be the last day of a manager who leaves: it may lie two weeks back, for who fell ill.

    Before the first day it may come before that day: nothing of the assignment is worked then.
    """
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
