"""What was asked, as plain values that can be kept beside a list and read back: the same list can be drawn again."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any

from interregnum.kernel.lists import Category, Context, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.choose.rules.values import Needed, Wanted


def plain(wanted: Wanted) -> dict[str, Any]:
    """Numbers, words and lists only, fit for JSON; money as euros in a word, days as year-month-day."""
    return {field.name: plain_value(getattr(wanted, field.name)) for field in fields(wanted)}


def plain_value(value: object) -> Any:
    """A value of the rules as JSON holds it."""
    match value:
        case date():
            return value.isoformat()
        case RoleMix():
            return list(value)
        case tuple():
            return [str(part) for part in value]
        case Mapping():
            return {str(name): plain_value(part) for name, part in value.items()}
        case Money() | StrEnum():
            return str(value)
        case _:
            return value


def wanted_from(kept: Mapping[str, Any]) -> Wanted:
    """The inverse of `plain`. Raises ValueError, TypeError or KeyError on what `plain` did not make."""
    rate, context = kept["rate_ceiling"], kept["context"]
    # What was kept before subjects were read, or screenings asked, holds none.
    lists = {name: tuple(kept.get(name, ())) for name in ("disciplines", "languages", "market", "concepts")}
    return Wanted(
        **{**kept, **lists}
        | {
            "category": Category(kept["category"]),
            "level": Level(kept["level"]),
            "role_mix": RoleMix(*kept["role_mix"]),
            "starts_on": date.fromisoformat(kept["starts_on"]),
            "reasons": tuple(map(Reason, kept["reasons"])),
            "context": None if context is None else Context(context),
            "rate_ceiling": None if rate is None else Money(rate),
            "screenings": {
                kind: Needed(*map(date.fromisoformat, days)) for kind, days in kept.get("screenings", {}).items()
            },
        }
    )
