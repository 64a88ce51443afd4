"""D2 E1: what is looked for, made of a brief and the firm's dated values."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from interregnum.kernel.lists import Urgency
from interregnum.people.rules.screening import REQUIRABLE
from interregnum.stages.brief.rules.screening import TAKES
from interregnum.stages.brief.rules.values import BriefValues
from interregnum.stages.choose.rules.concepts import concepts_in
from interregnum.stages.choose.rules.values import Needed, Wanted

# What a brief and a search call by the same name.
AS_IS = (
    "category", "level", "role_mix", "starts_on", "days_a_week", "reasons", "disciplines", "sector", "context",
    "rate_ceiling", "place", "languages",
)  # fmt: skip
VALID = {str(kind): f"choose.screening_valid_days.{kind}" for kind in REQUIRABLE}


def names_for(urgency: Urgency) -> tuple[str, ...]:
    """The names of the parameters that a search of this urgency needs."""
    return f"choose.slack_days.{urgency}", "choose.margin_percent", *VALID.values(), *sorted(set(TAKES.values()))


def wanted_of(
    brief: BriefValues,
    *,
    client_name: str,
    urgency: Urgency,
    values: Mapping[str, Any],
    on: date,
    market: tuple[str, ...] = (),
) -> Wanted:
    """D2 D5 E1: what a brief asks when it is looked for `on` a day; `market` are the others in the client's own.

    Raises ValueError for one that has no level or no start yet.
    """
    if brief.level is None or brief.starts_on is None:
        raise ValueError("an agreed brief has a level and a start")
    slack, margin, *_screening = names_for(urgency)
    known = {"slack_days": values[slack], "margin_percent": values[margin], "market": market}
    needed = {kind: _needed(kind, brief.starts_on, values=values, on=on) for kind in map(str, brief.screenings)}
    said = {name: getattr(brief, name) for name in AS_IS}
    concepts = concepts_in(f"{brief.problem}\n{brief.result_wanted}")
    return Wanted(client_name=client_name, **said, **known, concepts=concepts, screenings=needed)


def _needed(kind: str, starts_on: date, *, values: Mapping[str, Any], on: date) -> Needed:
    """A new one begins on the day of the search; an old one holds on the start when it is not older than it may be."""
    return Needed(on + timedelta(days=values[TAKES[kind]]), starts_on - timedelta(days=values[VALID[kind]]))
