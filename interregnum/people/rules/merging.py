"""What of two profiles of one person stays, field by field."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any


class PairState(StrEnum):
    """A pair that was found is open until somebody says that it is two people, or merges it."""

    OPEN = "open"
    APART = "apart"
    MERGED = "merged"


# What is chosen together: of a role mix no half can stay.
MIX = ("operational", "adviser", "coach", "change")
CHOSEN: dict[str, tuple[str, ...]] = {
    **{
        name: (name,)
        for name in (
            "name", "email", "phone", "place", "travel_km", "available_on", "days_a_week", "day_rate", "level",
            "disciplines", "sectors", "languages", "summary",
        )
    },
    "role_mix": MIX,
}  # fmt: skip
# What one of the two declared was declared: nobody chooses a conflict or a wish to be hired away.
BOTH = ("former_employers", "conflicts")
EITHER = ("wants_permanent",)


def merged_values(winner: Mapping[str, Any], loser: Mapping[str, Any], from_loser: Iterable[str]) -> dict[str, Any]:
    """The winner's fields that become otherwise; `from_loser` names what of CHOSEN is taken from the other."""
    taken = {field: loser[field] for choice in from_loser for field in CHOSEN[choice]}
    for name in BOTH:
        known = {one.casefold() for one in winner[name]}
        taken[name] = [*winner[name], *(one for one in loser[name] if one.casefold() not in known)]
    for name in EITHER:
        taken[name] = winner[name] or loser[name]
    return {name: value for name, value in taken.items() if value != winner[name]}


def most_declared(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """What was declared of one person twice is not added up: of each figure the better one."""
    most: dict[str, Any] = {}
    for name, value in one.items():
        second = other[name]
        if isinstance(value, dict):
            most[name] = {key: max(value.get(key, 0), second.get(key, 0)) for key in sorted({*value, *second})}
        elif value is None or second is None:
            most[name] = second if value is None else value
        else:
            most[name] = min(value, second) if name == "first_result_weeks" else max(value, second)
    return most
