"""A1: how far a result is on its way, and whether that is in step with the time."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from interregnum.kernel.period import Period


class Course(StrEnum):
    """How a result stands against the time that has passed."""

    NOT_MEASURED = "not_measured"
    BEHIND = "behind"
    ON_COURSE = "on_course"
    AHEAD = "ahead"
    REACHED = "reached"


@dataclass(frozen=True)
class Goal:
    """A measure that must go from baseline to target, up or down, between two days. The two numbers differ."""

    baseline: Decimal
    target: Decimal
    term: Period


def way_percent(baseline: Decimal, target: Decimal, *, value: Decimal) -> int:
    """A1: percent of the way from baseline to target, rounded down: 100 only when the target is there.

    Below 0 when it has become worse than at the start, above 100 beyond the target.

    >>> way_percent(Decimal(19), Decimal(8), value=Decimal("13.5"))
    50
    """
    # Floor of an exact fraction: Decimal's own // would round towards zero.
    part, whole = value - baseline, target - baseline
    return int(((part * 100) / whole).to_integral_value("ROUND_FLOOR"))


def course(goal: Goal, *, value: Decimal | None, on: date, margin: int) -> Course:
    """A1: ahead or behind when way and time passed differ by more than `margin` points; behind when overdue."""
    if value is None:
        return Course.NOT_MEASURED
    way = way_percent(goal.baseline, goal.target, value=value)
    if way >= 100:
        return Course.REACHED
    lead = way - goal.term.elapsed_percent(on)
    if on > goal.term.last or lead < -margin:
        return Course.BEHIND
    return Course.AHEAD if lead > margin else Course.ON_COURSE
