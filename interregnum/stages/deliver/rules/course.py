"""The course of signals over time, replayed from readings under any bounds, so that the past can be judged anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from interregnum.stages.deliver.rules.signals import PARTS, SIGNALS, Bound, Bounds, SignalLevel, level_of


@dataclass(frozen=True)
class Reading:
    """The number of a part from a day on."""

    read_on: date
    part: str
    number: float | None


@dataclass(frozen=True)
class Standing:
    """Which signals there were from a day on, until the next of these; the level of each."""

    since: date
    levels: Mapping[str, SignalLevel]


def course_of(readings: Sequence[Reading], bounds: Bounds) -> tuple[Standing, ...]:
    """From each day on which something was read, what that made of all signals; oldest first."""
    numbers: dict[str, float | None] = {}
    found: list[Standing] = []
    for day, some in groupby(sorted(readings, key=lambda one: one.read_on), key=lambda one: one.read_on):
        numbers |= {one.part: one.number for one in some if one.part in PARTS}
        found.append(Standing(day, _levels(numbers, bounds)))
    return tuple(found)


def _levels(numbers: Mapping[str, float | None], bounds: Bounds) -> dict[str, SignalLevel]:
    found: dict[str, SignalLevel] = {}
    for rule in SIGNALS:
        levels = {level_of(part, numbers.get(part.code), bounds.get(part.code, Bound())) for part in rule.parts} - {
            None
        }
        if levels:
            found[rule.code] = SignalLevel.RED if SignalLevel.RED in levels else SignalLevel.AMBER
    return found


def since_when(course: Sequence[Standing], code: str) -> date | None:
    """From which day on a signal has been there without a break; None when it is not there now."""
    found = None
    for one in reversed(course):
        if code not in one.levels:
            break
        found = one.since
    return found


def alarmed(course: Sequence[Standing], code: str, *, amber_days: int, until: date) -> date | None:
    """The first day on which a signal was red, or amber for as long as that; None for never."""
    began: date | None = None
    for place, one in enumerate(course):
        if code not in one.levels:
            began = None
            continue
        if one.levels[code] == SignalLevel.RED:
            return one.since
        began = began or one.since
        ends = course[place + 1].since if place + 1 < len(course) else until
        if (ends - began).days >= amber_days:
            return ends
    return None
