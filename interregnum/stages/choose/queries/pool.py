"""What the rules are given: what is wanted, by which weights, and who there is."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from interregnum.kernel.refused import Refused
from interregnum.kernel.role_mix import RoleMix
from interregnum.parameters.values import value, values
from interregnum.people.models import Manager
from interregnum.stages.brief.queries import BriefFacts
from interregnum.stages.choose.rules import wanted
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
    known = values(*wanted.names_for(brief.urgency), on=on)
    return wanted.wanted_of(brief, client_name=brief.organisation_name, urgency=brief.urgency, values=known)


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
