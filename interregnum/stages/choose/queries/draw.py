"""What a shortlist is going to be drawn with, and how it would come out, before anybody presses the button."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import values
from interregnum.stages.ask.queries import course
from interregnum.stages.brief.queries import BriefFacts, definitions
from interregnum.stages.brief.queries.facts import facts_of
from interregnum.stages.brief.queries.rows import brief_row
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.choose.queries.following import Following, following
from interregnum.stages.choose.queries.lines import latest_shortlist_of
from interregnum.stages.choose.queries.pool import markets, wanted_by, weights_of
from interregnum.stages.choose.queries.sentences import names
from interregnum.stages.choose.rules import wanted
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.shortlist import check_weights
from interregnum.web.pieces import Definition, Step


@dataclass(frozen=True, kw_only=True)
class DrawPage:
    """`following` is None for a draft, and when no weight counts."""

    brief: str
    organisation_name: str
    is_agreed: bool
    size: int
    latest: str
    is_moved: bool
    steps: tuple[Step, ...]
    wanted: tuple[Definition, ...]
    following: Following | None


@dataclass(frozen=True, kw_only=True)
class ToDraw:
    """A brief for which a list may be drawn. `preset` is the weight of every criterion for its category as the partners
    set it; none when they cannot be used."""

    facts: BriefFacts
    is_agreed: bool
    preset: Mapping[str, int]


def brief_to_draw(brief: str, *, seen_by: Actor, on: date) -> ToDraw:
    """For the bureau. Raises Http404 for a brief of somebody else's portfolio."""
    row = brief_row(brief, seen_by=seen_by)
    facts = facts_of(row)
    weights = weights_of(facts, on=on)
    preset = {} if isinstance(weights, Refused) else {code: weights[code] for code in CRITERIA}
    return ToDraw(facts=facts, is_agreed=row.state == BriefState.AGREED, preset=preset)


def draw_page(brief: ToDraw, *, seen_by: Actor, on: date, weights: Mapping[str, int]) -> DrawPage:
    """For whom `brief_to_draw` let see this brief."""
    facts, checked = brief.facts, check_weights(weights)
    known = values("choose.shortlist_size", *wanted.names_for(facts.urgency), on=on)
    size = known["choose.shortlist_size"]
    words, ahead = names(), None
    if brief.is_agreed and not isinstance(checked, Refused):
        wants = wanted_by(facts, known, markets([facts]), on=on)
        ahead = following(wants, checked, limit=size, names=words)
    return DrawPage(
        brief=facts.code,
        organisation_name=facts.organisation_name,
        is_agreed=brief.is_agreed,
        size=size,
        latest=latest_shortlist_of(facts.code, seen_by=seen_by) or "",
        is_moved=weights != brief.preset,
        steps=course("shortlist", request=facts.request),
        wanted=definitions(facts, (words.disciplines, words.sectors)),
        following=ahead,
    )
