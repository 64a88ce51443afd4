"""What a person may accept of a CV, and how it goes into a profile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from interregnum.people.rules.cells import CellError
from interregnum.people.rules.cv.dates import spans


@dataclass(frozen=True)
class Job:
    employer: str
    title: str
    start_on: date | None
    end_on: date | None


@dataclass(frozen=True)
class Degree:
    title: str
    institute: str
    year: int | None


@dataclass(frozen=True)
class Accepted:
    """What of a CV goes into a profile: fields by name, positions and education."""

    values: Mapping[str, Any] = field(default_factory=dict)
    jobs: tuple[Job, ...] = ()
    degrees: tuple[Degree, ...] = ()


def month(cell: str) -> date | None:
    """The first of a month that is written as 2019-03 or in any way that a CV has it; None for an empty cell."""
    if not cell.strip():
        return None
    found = spans(cell)
    if not found:
        raise CellError("cell.month")
    year, number = found[0].start.split("-")
    return date(int(year), int(number), 1)


def fresh[Line: (Job, Degree)](accepted: Iterable[Line], known: Iterable[Line]) -> list[Line]:
    """The lines that a profile does not hold yet, each once."""
    there = set(known)
    return [line for line in dict.fromkeys(accepted) if line not in there]


def employers_of(present: Iterable[str], jobs: Iterable[Job]) -> list[str]:
    """D5: former employers with those of the positions added; a name counts once, however it is capitalised."""
    names = [*present, *(job.employer for job in jobs if job.employer)]
    return list({name.casefold(): name for name in reversed(names)}.values())[::-1]
