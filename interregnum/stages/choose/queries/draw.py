"""What a shortlist is going to be drawn with, before anybody presses the button."""

from dataclasses import dataclass
from datetime import date

from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.stages.ask.queries import course
from interregnum.stages.brief.queries import definitions
from interregnum.stages.brief.queries.facts import facts_of
from interregnum.stages.brief.queries.rows import brief_row
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.choose.queries.lines import latest_shortlist_of
from interregnum.stages.choose.queries.pool import pool_size, weights_of
from interregnum.stages.choose.texts import CRITERIA
from interregnum.web.charts import bar_chart
from interregnum.web.charts.values import BarChart
from interregnum.web.pieces import Definition, Step
from interregnum.web.words import word_of


@dataclass(frozen=True, kw_only=True)
class DrawPage:
    brief: str
    organisation_name: str
    is_agreed: bool
    pool: int
    size: int
    latest: str
    steps: tuple[Step, ...]
    wanted: tuple[Definition, ...]
    weights: BarChart


def draw_page(brief: str, *, seen_by: Actor, on: date) -> DrawPage:
    """For the bureau. Raises Http404 for a brief of somebody else's portfolio."""
    row = brief_row(brief, seen_by=seen_by)
    facts, weights = facts_of(row), weights_of(facts_of(row), on=on)
    of = {} if isinstance(weights, Refused) else weights.of
    heaviest = max(of.values(), default=0)
    rows = [(CRITERIA[code], weight, heaviest) for code, weight in sorted(of.items(), key=lambda item: -item[1])]
    return DrawPage(
        brief=row.code,
        organisation_name=facts.organisation_name,
        is_agreed=row.state == BriefState.AGREED,
        pool=pool_size(),
        size=value("choose.shortlist_size", on=on),
        latest=latest_shortlist_of(row.code, seen_by=seen_by) or "",
        steps=course("shortlist", request=facts.request),
        wanted=definitions(facts),
        weights=bar_chart(title=str(word_of(facts.category)), rows=rows),
    )
