"""All open briefs at once: who is best where, when each manager can be put forward once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Category, Urgency
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import values
from interregnum.people.models import Manager
from interregnum.stages.brief.queries import BriefFacts
from interregnum.stages.brief.queries.facts import facts_of
from interregnum.stages.brief.queries.rows import visible_to as visible_briefs
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.choose.engine import live, loop
from interregnum.stages.choose.engine.plan import plan_of
from interregnum.stages.choose.models import Proposal
from interregnum.stages.choose.queries.pool import markets, wanted_by
from interregnum.stages.choose.queries.rows import WEIGHS
from interregnum.stages.choose.rules import wanted
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.portfolio import MILLION, Lists, Share, assign, cost_to_others, shares, value_of
from interregnum.stages.choose.rules.shortlist import check_weights
from interregnum.stages.choose.rules.states import OVER
from interregnum.stages.choose.rules.values import Weights
from interregnum.web.templatetags.web import number

LONG, MOST_BRIEFS = 50, 40
TENTH = Decimal("0.1")
EVEN = Weights(dict.fromkeys(CRITERIA, 1))


@dataclass(frozen=True, kw_only=True)
class OpenBrief:
    """What a brief gets when all are looked at together; points are of a hundred, "" for none.

    `place` is that on its own list. `less` than its own first, because `instead` (clients) get those above. `cost` is
    what all others together would win if this brief were not there.
    """

    code: str
    organisation_name: str
    manager: str
    name: str
    points: str
    place: int
    less: str
    instead: tuple[str, ...]
    cost: str


@dataclass(frozen=True)
class OpenBriefsPage:
    """The oldest of `count` open briefs."""

    count: int
    briefs: tuple[OpenBrief, ...]


def open_briefs_page(*, seen_by: Actor, on: date) -> OpenBriefsPage:
    """For the bureau: agreed briefs for which nobody is proposed, as the pool is now."""
    if seen_by.role not in WEIGHS:
        return OpenBriefsPage(0, ())
    live_ones = Proposal.objects.exclude(state__in=OVER).values("brief")
    rows = visible_briefs(seen_by).filter(state=BriefState.AGREED).exclude(pk__in=live_ones).order_by("pk")
    briefs = [facts_of(row) for row in rows[:MOST_BRIEFS]]
    lists = _lists(briefs, on)
    places = assign(lists)
    costs = [cost_to_others(lists, places, brief, solve=assign) for brief in range(len(briefs))]
    got = _people([one[place][0] if place >= 0 else 0 for one, place in zip(lists, places, strict=True)])
    clients = [brief.organisation_name for brief in briefs]
    made = zip(briefs, got, _worth(lists, places), shares(lists, places), costs, strict=True)
    return OpenBriefsPage(rows.count(), tuple(_line(*each, clients) for each in made))


def _people(keys: Sequence[int]) -> list[tuple[str, str]]:
    """Code and name of each manager; both empty for nobody."""
    rows = Manager.objects.filter(pk__in=keys).values_list("pk", "code", "name")
    known = {key: (code, name) for key, code, name in rows}
    return [known.get(key, ("", "")) for key in keys]


def _worth(lists: Lists, places: Sequence[int]) -> list[int]:
    return [one[place][1] if place >= 0 else 0 for one, place in zip(lists, places, strict=True)]


def _lists(briefs: Sequence[BriefFacts], on: date) -> list[list[tuple[int, int]]]:
    """For each brief (key of the manager, value), best first."""
    known, known_markets, lists = _known_values(on), markets(briefs), []
    asked = [(wanted_by(brief, known, known_markets, on=on), _weights(brief, known)) for brief in briefs]
    with live.HERE.now() as snapshot:
        for wants, weights in asked:
            best = loop.best(snapshot, plan_of(snapshot, wants, weights), LONG)
            values = [value_of(total, weights=sum(weights.of.values())) for total in best.totals.tolist()]
            lists.append([*zip(snapshot.managers[best.rows].tolist(), values, strict=True)])
    return lists


def _known_values(on: date) -> dict[str, Any]:
    """Every dated value that any brief can need, asked at once."""
    of_searches = {name for urgency in Urgency for name in wanted.names_for(urgency)}
    return values(*sorted(of_searches), *(f"choose.weights.{category}" for category in Category), on=on)


def _weights(brief: BriefFacts, known: dict[str, Any]) -> Weights:
    """Where a partner set weights that cannot be used the page of this brief says so, and here all count the same."""
    weights = check_weights(known[f"choose.weights.{brief.category}"])
    return EVEN if isinstance(weights, Refused) else weights


def _points(value: int) -> str:
    return number((Decimal(value * 100) / MILLION).quantize(TENTH, ROUND_HALF_UP)) if value else ""


def _line(
    brief: BriefFacts, who: tuple[str, str], value: int, share: Share, cost: int, clients: Sequence[str]
) -> OpenBrief:
    return OpenBrief(
        code=brief.code,
        organisation_name=brief.organisation_name,
        manager=who[0],
        name=who[1],
        points=_points(value),
        place=share.place + 1,
        less=_points(share.less),
        instead=tuple(clients[other] for other in share.instead),
        cost=_points(cost),
    )
