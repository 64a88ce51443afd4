"""F2: who has a stake in the change, where they stand, and where they should stand.

The four levels are those of the commitment chart of Beckhard and Harris; influence and interest are the two axes of
the usual stakeholder map. The words are our own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from interregnum.kernel.period import Period
from interregnum.kernel.refused import Reason, Refused


class Commitment(StrEnum):
    """From against to pulling; the order of the members is the order of the levels."""

    AGAINST = "against"
    LETS = "lets"
    HELPS = "helps"
    MAKES = "makes"


LEVELS = tuple(Commitment)
RANK = {level: place for place, level in enumerate(LEVELS)}


class StakeKind(StrEnum):
    PERSON = "person"
    GROUP = "group"


class Circle(StrEnum):
    """Where in or around the organisation somebody stands. A closed list: others read these words and no names."""

    LEADERSHIP = "leadership"
    MIDDLE = "middle"
    EMPLOYEES = "employees"
    SUPPORT = "support"
    REPRESENTATION = "representation"
    OUTSIDE = "outside"


@dataclass(frozen=True, kw_only=True)
class Named:
    """A person or group as the manager writes them down; `people` is how many they are, 1 for a person."""

    kind: StakeKind
    name: str
    circle: Circle
    people: int


@dataclass(frozen=True, kw_only=True)
class Stand:
    """Where somebody stands on a day; influence and interest from 1 (little) to 5 (much)."""

    noted_on: date
    influence: int
    interest: int
    now: Commitment
    needed: Commitment
    evidence: str = ""


def name_key(name: str) -> str:
    """Two names with the same key are the same name."""
    return " ".join(name.casefold().split())


def check_day(on: date, term: Period, *, today: date, field: str) -> tuple[Reason, ...]:
    """A day on which something was seen lies within the assignment, and is not still to come."""
    if on not in term:
        return (Reason("deliver.day_outside_assignment", field, {"first": term.first, "last": term.last}),)
    return (Reason("deliver.seen_later", field),) if on > today else ()


def check_named(named: Named, *, managers: Iterable[str], others: Iterable[str]) -> tuple[Reason, ...]:
    """Not the manager in person, nobody twice, and a group is of two people or more."""
    key, found = name_key(named.name), []
    if not key:
        found.append(Reason("deliver.stake_nameless", "name"))
    if key in {name_key(name) for name in managers}:
        found.append(Reason("deliver.stake_is_manager", "name"))
    if key in {name_key(name) for name in others}:
        found.append(Reason("deliver.stake_twice", "name", {"name": named.name}))
    if named.kind is StakeKind.GROUP and named.people < 2:
        found.append(Reason("deliver.group_of_one", "people"))
    return tuple(found)


def refused_for(*reasons: Sequence[Reason]) -> Refused | None:
    """All reasons at once; None when there are none."""
    found = tuple(reason for some in reasons for reason in some)
    return Refused(found) if found else None


def level_on(stands: Sequence[tuple[date, Commitment]], on: date) -> Commitment | None:
    """The level at the end of a day; `stands` are sorted by day. None before the first."""
    known = [level for day, level in stands if day <= on]
    return known[-1] if known else None


def course_of_levels(
    histories: Sequence[Sequence[tuple[date, Commitment]]], weeks: Sequence[date]
) -> tuple[tuple[date, tuple[int, ...]], ...]:
    """For each Monday how many stood at each of the four levels at the end of that week; weeks with nobody left out."""
    found = []
    for monday in weeks:
        levels = [level_on(stands, monday + timedelta(days=6)) for stands in histories]
        counts = tuple(levels.count(level) for level in LEVELS)
        if any(counts):
            found.append((monday, counts))
    return tuple(found)


def step_taken(before: Commitment | None, now: Commitment) -> int:
    """How many levels up (or, below nought, down); 0 for who was not known before."""
    return 0 if before is None else RANK[now] - RANK[before]
