"""A3 B3 G1: what a brief starts with, by category; whatever was said in the request goes first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from interregnum.kernel.lists import Assurance, Category, Urgency
from interregnum.kernel.role_mix import RoleMix


@dataclass(frozen=True, kw_only=True)
class Usual:
    """What is usual for the category: dated values of the firm. `start_after_days` counts calendar days."""

    role_mix: RoleMix
    weeks: int
    assurance: Assurance
    days_a_week: int
    start_after_days: Mapping[Urgency, int]


def usual_names(category: Category) -> tuple[str, ...]:
    """The names of the parameters that say what is usual for a category."""
    of_category = tuple(f"brief.{what}.{category}" for what in ("role_mix", "weeks", "assurance"))
    return (*of_category, "brief.days_a_week", *(f"brief.start_after_days.{urgency}" for urgency in Urgency))


def usual_of(category: Category, values: Mapping[str, Any]) -> Usual:
    """What is usual for a category, from the values of those names."""
    return Usual(
        role_mix=RoleMix(*values[f"brief.role_mix.{category}"]),
        weeks=values[f"brief.weeks.{category}"],
        assurance=Assurance(values[f"brief.assurance.{category}"]),
        days_a_week=values["brief.days_a_week"],
        start_after_days={urgency: values[f"brief.start_after_days.{urgency}"] for urgency in Urgency},
    )


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the request itself says about when and how much; None where it says nothing."""

    urgency: Urgency | None = None
    starts_on: date | None = None
    weeks: int | None = None
    days_a_week: int | None = None


@dataclass(frozen=True, kw_only=True)
class Defaults:
    role_mix: RoleMix
    starts_on: date
    weeks: int
    days_a_week: int
    assurance: Assurance


def defaults(said: Said, *, usual: Usual, on: date) -> Defaults:
    """A3 B3 G1: the first values of a brief that is drafted `on` a day; a start that has passed becomes that day.

    Urgent, usually 7 days, drafted on 2 March: starts on 9 March.
    """
    after = usual.start_after_days[said.urgency or Urgency.NORMAL]
    starts_on = said.starts_on or on + timedelta(days=after)
    return Defaults(
        role_mix=usual.role_mix,
        starts_on=max(starts_on, on),
        weeks=said.weeks or usual.weeks,
        days_a_week=min(said.days_a_week or usual.days_a_week, 5),
        assurance=usual.assurance,
    )
