"""From a request to what is wanted, with the values that the software comes with for whatever was not said."""

from dataclasses import dataclass
from datetime import date

from interregnum.kernel.lists import Category, Level, Urgency
from interregnum.kernel.money import Money
from interregnum.parameters.first_values import first_values
from interregnum.stages.ask.rules.values import Triage
from interregnum.stages.brief.rules.defaults import Said, defaults, usual_of
from interregnum.stages.brief.rules.values import BriefValues
from interregnum.stages.choose.rules import wanted
from interregnum.stages.choose.rules.values import Wanted, Weights

# A request that names no level is most often about the management below the board.
USUAL_LEVEL = Level.SENIOR


@dataclass(frozen=True, kw_only=True)
class Typed:
    """The request itself, and what was said on the command line; None or empty where it says nothing."""

    problem: str = ""
    category: Category | None = None
    level: Level | None = None
    start: date | None = None
    days: int | None = None
    rate: Money | None = None
    client: str = ""
    place: str = ""


def wanted_of(category: Category, found: Triage, typed: Typed, *, on: date) -> Wanted:
    """What is looked for: the command line goes first, then the request, then what is usual for the category."""
    brief, urgency = _brief(category, found, typed, on), found.urgency or Urgency.NORMAL
    return wanted.wanted_of(brief, client_name=typed.client, urgency=urgency, values=first_values(), on=on)


def weights_of(category: Category) -> Weights:
    """How much each criterion counts for a category, as the software comes."""
    return Weights(first_values()[f"choose.weights.{category}"])


def _brief(category: Category, found: Triage, typed: Typed, on: date) -> BriefValues:
    """The brief that the bureau would begin with, completed by what was typed."""
    said = Said(
        urgency=found.urgency,
        starts_on=typed.start or found.starts,
        weeks=found.weeks,
        days_a_week=typed.days or found.days_a_week,
    )
    first = defaults(said, usual=usual_of(category, first_values()), on=on)
    return BriefValues(
        category=category,
        reasons=found.reasons,
        grounds=found.grounds,
        problem=typed.problem,
        result_wanted="",
        level=typed.level or found.level or USUAL_LEVEL,
        context=found.context,
        disciplines=found.disciplines,
        sector=found.sector,
        rate_ceiling=typed.rate,
        place=typed.place,
        languages=(),
        **vars(first),
    )
