"""What a list was drawn from, as plain values under a seal, and the same list made of them once more."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from interregnum.kernel.lists import Category, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.choose.rules.memory import plain_value
from interregnum.stages.choose.rules.shortlist import first_constraint, score
from interregnum.stages.choose.rules.values import Candidate, Points, Wanted, Weights

LISTS = ("disciplines", "sectors", "languages", "former_employers", "conflicts", "concepts")
_canonical = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True)
class Line:
    """One manager of a list as it is kept; `profile` is None when it was erased or its term was over."""

    code: str
    total: int
    points: tuple[Points, ...]
    profile: Candidate | None


@dataclass(frozen=True)
class Difference:
    """What came out otherwise: of whom, in what ("constraint", "total", "order" or a criterion), then and now."""

    code: str
    what: str
    then: int | str
    now: int | str


def seal_of(value: Any) -> str:
    """The same for the same plain values, whatever database kept them in whatever order of keys."""
    return hashlib.sha256(_canonical(value).encode()).hexdigest()


def plain_points(part: Points) -> list[Any]:
    facts = {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in part.facts.items()}
    return [part.code, part.points, part.weight, facts]


def plain_profile(candidate: Candidate) -> dict[str, Any]:
    """Everything that counts; the name counts nowhere and is left out."""
    counted = (field.name for field in fields(candidate) if field.name != "name")
    return {name: plain_value(getattr(candidate, name)) for name in counted}


def profile_from(kept: Mapping[str, Any]) -> Candidate:
    """The inverse of `plain_profile`. Raises ValueError, TypeError or KeyError on what that did not make."""
    return Candidate(
        **{**kept, **{name: tuple(kept[name]) for name in LISTS}}
        | {
            "name": "",
            "available_on": date.fromisoformat(kept["available_on"]),
            "day_rate": Money(kept["day_rate"]),
            "level": Level(kept["level"]),
            "role_mix": RoleMix(*kept["role_mix"]),
            "categories": {Category(code): number for code, number in kept["categories"].items()},
            "reasons": {Reason(code): number for code, number in kept["reasons"].items()},
        }
    )


def differences(lines: Sequence[Line], wanted: Wanted, weights: Weights) -> Iterator[Difference]:
    """Each line weighed again by the rules as they are now; nothing when all came out as it is kept."""
    for line in lines:
        if line.profile is not None:
            yield from _of_line(line, line.profile, wanted, weights)
    ordered = sorted(lines, key=lambda line: (-line.total, line.code))
    for place, (kept, right) in enumerate(zip(lines, ordered, strict=True), start=1):
        if kept.code != right.code:
            yield Difference(right.code, "order", lines.index(right) + 1, place)


def _of_line(line: Line, profile: Candidate, wanted: Wanted, weights: Weights) -> Iterator[Difference]:
    for stopped in first_constraint(profile, wanted):
        yield Difference(line.code, "constraint", "", stopped.constraint)
    again = score(profile, wanted, weights=weights)
    kept = {part.code: plain_points(part) for part in line.points}
    for part in again.points:
        if kept.get(part.code) != plain_points(part):
            then = kept[part.code][1] if part.code in kept else ""
            yield Difference(line.code, part.code, then, part.points)
    if again.total != line.total:
        yield Difference(line.code, "total", line.total, again.total)
