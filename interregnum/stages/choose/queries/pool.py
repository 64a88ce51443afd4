"""What the rules are given: what is wanted and by which weights."""

from datetime import date

from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value, values
from interregnum.stages.brief.queries import BriefFacts
from interregnum.stages.choose.rules import wanted
from interregnum.stages.choose.rules.shortlist import check_weights
from interregnum.stages.choose.rules.values import Wanted, Weights


def wanted_of(brief: BriefFacts, *, on: date) -> Wanted:
    """What an agreed brief asks, with the slack and margin that hold on a day."""
    known = values(*wanted.names_for(brief.urgency), on=on)
    return wanted.wanted_of(brief, client_name=brief.organisation_name, urgency=brief.urgency, values=known)


def weights_of(brief: BriefFacts, *, on: date) -> Weights | Refused:
    """How much each criterion counts for this category on a day, as the partners set it."""
    return check_weights(value(f"choose.weights.{brief.category}", on=on))
