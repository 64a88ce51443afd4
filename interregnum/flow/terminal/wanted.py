"""From a request to what is wanted, with the values that the software comes with for whatever was not said."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from interregnum.kernel.lists import Assurance, Category, Level, Urgency
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.parameters.first_values import first_values
from interregnum.stages.ask.rules.values import Triage
from interregnum.stages.brief.rules.defaults import Said, Usual, defaults
from interregnum.stages.choose.rules.values import Wanted, Weights

# A request that names no level is most often about the management below the board.
USUAL_LEVEL = Level.SENIOR


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What was said on the command line; None or empty where it says nothing."""

    category: Category | None = None
    level: Level | None = None
    start: date | None = None
    days: int | None = None
    rate: Money | None = None
    client: str = ""
    place: str = ""


def wanted_of(category: Category, found: Triage, typed: Typed, *, on: date) -> Wanted:
    """What is looked for: the command line goes first, then the request, then what is usual for the category."""
    values, urgency = first_values(), found.urgency or Urgency.NORMAL
    said = Said(
        urgency=found.urgency,
        starts_on=typed.start or found.starts,
        weeks=found.weeks,
        days_a_week=typed.days or found.days_a_week,
    )
    start = defaults(said, usual=_usual(category, values), on=on)
    return Wanted(
        category=category,
        level=typed.level or found.level or USUAL_LEVEL,
        role_mix=start.role_mix,
        starts_on=start.starts_on,
        days_a_week=start.days_a_week,
        client_name=typed.client,
        slack_days=values[f"choose.slack_days.{urgency}"],
        reasons=found.reasons,
        disciplines=found.disciplines,
        sector=found.sector,
        context=found.context,
        rate_ceiling=typed.rate,
        margin_percent=values["choose.margin_percent"],
        place=typed.place,
    )


def weights_of(category: Category) -> Weights:
    """How much each criterion counts for a category, as the software comes."""
    return Weights(first_values()[f"choose.weights.{category}"])


def _usual(category: Category, values: dict[str, Any]) -> Usual:
    return Usual(
        role_mix=RoleMix(*values[f"brief.role_mix.{category}"]),
        weeks=values[f"brief.weeks.{category}"],
        assurance=Assurance(values[f"brief.assurance.{category}"]),
        days_a_week=values["brief.days_a_week"],
        start_after_days={urgency: values[f"brief.start_after_days.{urgency}"] for urgency in Urgency},
    )
