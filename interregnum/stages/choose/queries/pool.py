"""What the rules are given: what is wanted and by which weights."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value, values
from interregnum.people.queries import names_by_sector
from interregnum.stages.brief.queries import BriefFacts
from interregnum.stages.choose.rules import wanted
from interregnum.stages.choose.rules.shortlist import check_weights
from interregnum.stages.choose.rules.values import Wanted, Weights


def wanted_of(brief: BriefFacts, *, on: date) -> Wanted:
    """What an agreed brief asks, with the slack, margin and terms that hold on a day, in the client's market."""
    return wanted_by(brief, values(*wanted.names_for(brief.urgency), on=on), markets([brief]), on=on)


def wanted_by(
    brief: BriefFacts, known: Mapping[str, Any], markets: Mapping[str, tuple[str, ...]], *, on: date
) -> Wanted:
    """The same, for whoever asked for the values and the markets of several briefs at once."""
    return wanted.wanted_of(
        brief,
        client_name=brief.organisation_name,
        urgency=brief.urgency,
        values=known,
        on=on,
        market=tuple(name for name in markets.get(brief.client_sector, ()) if name != brief.organisation_name),
    )


def markets(briefs: Collection[BriefFacts]) -> Mapping[str, tuple[str, ...]]:
    """D5: by sub-sector the organisations that the firm knows there. Whoever worked for them is less of an outsider."""
    return names_by_sector({brief.client_sector for brief in briefs})


def weights_of(brief: BriefFacts, *, on: date) -> Weights | Refused:
    """How much each criterion counts for this category on a day, as the partners set it."""
    return check_weights(value(f"choose.weights.{brief.category}", on=on))
