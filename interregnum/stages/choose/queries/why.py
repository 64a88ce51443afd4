"""Why one manager is not on a shortlist, or stands where he or she stands, and what would have to change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.http import Http404

from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.people.models import Manager
from interregnum.stages.choose.engine.profiles import candidates
from interregnum.stages.choose.queries.rows import organisation_of, shortlist_row
from interregnum.stages.choose.queries.sentences import EXCLUSIONS, Names, names
from interregnum.stages.choose.queries.shortlist import points_chart, scored_of
from interregnum.stages.choose.rules.memory import wanted_from
from interregnum.stages.choose.rules.values import FULL, Exclusion, Weights
from interregnum.stages.choose.rules.why_not import why_not
from interregnum.stages.choose.texts import CHANGES, CONSTRAINTS, REMEDIES
from interregnum.web.charts.values import BarChart
from interregnum.web.templatetags.web import number

MOST_FOUND = 12
TENTH = Decimal("0.1")


@dataclass(frozen=True)
class InTheWay:
    """A hard constraint that excludes: what is asked, why not, and what would have to change."""

    label: object
    why: str
    remedy: object


@dataclass(frozen=True, kw_only=True)
class WhyPage:
    """As the profile is now, by the brief and the weights of this shortlist. `short` is in points of a hundred, "" for
    somebody who would be on it."""

    code: str
    organisation_name: str
    manager: str
    name: str
    in_the_way: tuple[InTheWay, ...]
    percent: int
    short: str
    changes: tuple[str, ...]
    chart: BarChart


def why_page(code: str, manager: str, *, seen_by: Actor) -> WhyPage:
    """For the bureau. Raises Http404 for a shortlist of somebody else's portfolio, and for who is not in the pool."""
    row = shortlist_row(code, seen_by=seen_by)
    key = Manager.objects.filter(code=manager, is_active=True).values_list("pk", flat=True).first()
    if key is None:
        raise Http404
    candidate, weights = candidates([key])[key], Weights(row.weights)
    listed = tuple(scored_of(each) for each in row.listed.select_related("manager"))
    limit = value("choose.shortlist_size", on=local_day(row.drawn_at))
    why = why_not(candidate, wanted_from(row.wanted), weights=weights, listed=listed, limit=limit)
    most, words = sum(weights.of.values()), names()
    return WhyPage(
        code=row.code,
        organisation_name=organisation_of(row),
        manager=manager,
        name=candidate.name,
        in_the_way=tuple(_in_the_way(each, words) for each in why.in_the_way),
        percent=why.scored.percent,
        short=_points(why.short, most) if why.short > 0 else "",
        changes=tuple(f"{CHANGES[each.code]}: +{_points(each.gain, most)}" for each in why.explained.changes),
        chart=points_chart(why.scored, words),
    )


def found_managers(words: str) -> tuple[tuple[str, str], ...]:
    """Code and name of the first managers of whom the name holds these words."""
    if not words.strip():
        return ()
    rows = Manager.objects.filter(is_active=True)
    for word in words.split():
        rows = rows.filter(name__icontains=word)
    return tuple(rows.order_by("name", "pk").values_list("code", "name")[:MOST_FOUND])


def _points(total: int, most: int) -> str:
    return number((Decimal(total * 100) / (FULL * most)).quantize(TENTH, ROUND_HALF_UP))


def _in_the_way(each: Exclusion, words: Names) -> InTheWay:
    kept: Mapping[str, Any] = each.facts
    say: Callable[[Mapping[str, Any], Names], str] = EXCLUSIONS[each.constraint]
    return InTheWay(CONSTRAINTS[each.constraint], say(kept, words), REMEDIES[each.constraint])
