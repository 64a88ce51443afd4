"""G1: how often a signal was right: on assignments whose outcome is known, under any bounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from interregnum.stages.deliver.rules.course import Standing, alarmed


class Outcome(StrEnum):
    """How an assignment ended. `RELAPSED`: the result did not last a year."""

    SUCCESS = "success"
    PARTIAL = "partial"
    REPLACED = "replaced"
    STOPPED = "stopped"
    RELAPSED = "relapsed"


@dataclass(frozen=True)
class Ended:
    """An assignment with the course of its signals; `outcome` is None while it is not known."""

    outcome: Outcome | None
    course: Sequence[Standing]
    until: date


@dataclass(frozen=True)
class Hits:
    """`alarms` on all; of those whose outcome is known: `right` before a bad outcome, `wrong` before a good one, and
    `silent` for a bad outcome without an alarm."""

    alarms: int
    right: int
    wrong: int
    silent: int

    @property
    def percent(self) -> int | None:
        """Percent of the alarms that were right; None while no outcome is known."""
        known = self.right + self.wrong
        return round(100 * self.right / known) if known else None


def hits_of(ended: Sequence[Ended], code: str, *, amber_days: int) -> Hits:
    """Once red, or amber for as long as counts, is an alarm; one an assignment.

    >>> hits_of([Ended(Outcome.STOPPED, (), date(2026, 3, 2))], "agenda", amber_days=14)
    Hits(alarms=0, right=0, wrong=0, silent=1)
    """
    alarms = right = wrong = silent = 0
    for one in ended:
        rang = alarmed(one.course, code, amber_days=amber_days, until=one.until) is not None
        alarms += rang
        if one.outcome is None:
            continue
        is_bad = one.outcome != Outcome.SUCCESS
        right += rang and is_bad
        wrong += rang and not is_bad
        silent += is_bad and not rang
    return Hits(alarms, right, wrong, silent)
