"""What the rules are given: what is wanted, by which weights, and who there is."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from interregnum.kernel.refused import Refused
from interregnum.kernel.role_mix import RoleMix
from interregnum.parameters.values import value
from interregnum.people.models import Manager
from interregnum.stages.brief.queries import BriefFacts
from interregnum.stages.choose.rules.shortlist import check_weights
from interregnum.stages.choose.rules.values import Candidate, Wanted, Weights

LISTS = ("disciplines", "sectors", "languages", "former_employers", "conflicts")
MIX = ("operational", "adviser", "coach", "change")
AS_IS = (
    "code", "name", "place", "travel_km", "available_on", "days_a_week", "day_rate", "level", "categories", "reasons",
    "first_result_weeks", "deadlocks_broken", "cases_with_referee", "wants_permanent",
)  # fmt: skip


def wanted_of(brief: BriefFacts, *, on: date) -> Wanted:
    """What an agreed brief asks, with the slack and margin that hold on a day."""
    if brief.level is None or brief.starts_on is None:
        raise ValueError("an agreed brief has a level and a start")
    return Wanted(
        category=brief.category,
        level=brief.level,
        role_mix=brief.role_mix,
        starts_on=brief.starts_on,
        days_a_week=brief.days_a_week,
        client_name=brief.organisation_name,
        slack_days=value(f"choose.slack_days.{brief.urgency}", on=on),
        reasons=brief.reasons,
        disciplines=brief.disciplines,
        sector=brief.sector,
        context=brief.context,
        rate_ceiling=brief.rate_ceiling,
        margin_percent=value("choose.margin_percent", on=on),
        place=brief.place,
        languages=brief.languages,
    )


def weights_of(brief: BriefFacts, *, on: date) -> Weights | Refused:
    """How much each criterion counts for this category on a day, as the partners set it."""
    return check_weights(value(f"choose.weights.{brief.category}", on=on))


def pool_size() -> int:
    return Manager.objects.filter(is_active=True).count()


def candidates() -> Iterator[Candidate]:
    """Every active manager, without address and telephone; one query, no model objects."""
    rows = Manager.objects.filter(is_active=True).order_by("pk").values(*AS_IS, *LISTS, *MIX)
    for row in rows.iterator(chunk_size=2000):
        lists: dict[str, Any] = {name: tuple(row[name]) for name in LISTS}
        mix = RoleMix(*(row[name] for name in MIX))
        yield Candidate(**{name: row[name] for name in AS_IS}, **lists, role_mix=mix)
