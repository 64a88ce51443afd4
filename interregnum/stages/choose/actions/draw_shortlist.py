"""Draw the shortlist of an agreed brief, and keep it with all that is needed to explain it later."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.models import Account, Manager
from interregnum.stages.brief.queries.facts import facts_of
from interregnum.stages.brief.queries.rows import brief_row
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.choose.facts import ShortlistDrawn
from interregnum.stages.choose.models import Listed, Shortlist
from interregnum.stages.choose.queries.pool import candidates, wanted_of, weights_of
from interregnum.stages.choose.rules import shortlist as rules
from interregnum.stages.choose.rules.memory import plain
from interregnum.stages.choose.rules.values import Exclusion, Facts, ShortlistResult

MOST_NAMES = 50


@action
def draw_shortlist(*, brief: str, by: Actor, at: datetime) -> str | Refused:
    """D2-D8: weigh the whole pool now; returns the shortlist's code."""
    row, on = brief_row(brief, seen_by=by), local_day(at)
    if row.state != BriefState.AGREED:
        return Refused.because("choose.brief_not_agreed")
    facts = facts_of(row)
    wanted, weights = wanted_of(facts, on=on), weights_of(facts, on=on)
    if isinstance(weights, Refused):
        return weights
    pool = list(candidates())
    result = rules.draw_shortlist(wanted, pool, weights=weights, limit=value("choose.shortlist_size", on=on))
    kept = Shortlist.objects.create(
        brief=row,
        drawn_at=at,
        drawn_by=Account.objects.get(code=by.code),
        pool=len(pool),
        wanted=plain(wanted),
        weights=dict(weights.of),
        funnel=[list(step) for step in result.funnel],
        excluded=_excluded(result.excluded, {each.code: each.name for each in pool}),
    )
    _list(kept, result)
    fact = ShortlistDrawn(
        shortlist=kept.code, brief=row.code, request=facts.request, pool=len(pool), listed=len(result.scored)
    )
    record(fact, by=by, at=at)
    return str(kept.code)


def _list(kept: Shortlist, result: ShortlistResult) -> None:
    keys = dict(
        Manager.objects.filter(code__in=[each.candidate_code for each in result.scored]).values_list("code", "pk")
    )
    Listed.objects.bulk_create(
        Listed(
            shortlist=kept,
            manager_id=keys[each.candidate_code],
            position=position,
            total=each.total,
            points=[[part.code, part.points, part.weight, _plain(part.facts)] for part in each.points],
        )
        for position, each in enumerate(result.scored, start=1)
    )


def _excluded(excluded: tuple[Exclusion, ...], names: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    groups: dict[str, dict[str, Any]] = {}
    for each in excluded:
        group = groups.setdefault(each.constraint, {"count": 0, "managers": []})
        group["count"] += 1
        if group["count"] <= MOST_NAMES:
            group["managers"].append([each.candidate_code, names[each.candidate_code], _plain(each.facts)])
    return groups


def _plain(facts: Facts) -> dict[str, Any]:
    return {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in facts.items()}
