"""Draw the shortlist of an agreed brief, and keep it with all that is needed to explain it later."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_token
from interregnum.parameters.values import value
from interregnum.people.models import Account
from interregnum.stages.brief.queries.facts import facts_of
from interregnum.stages.brief.queries.rows import brief_row
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.choose.facts import ShortlistDrawn
from interregnum.stages.choose.models import Listed, Shortlist
from interregnum.stages.choose.queries.pool import wanted_of, weights_of
from interregnum.stages.choose.queries.record import record_of, seal_of_list
from interregnum.stages.choose.queries.weighed import Weighed, weigh
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.memory import plain
from interregnum.stages.choose.rules.record import plain_points, plain_profile
from interregnum.stages.choose.rules.shortlist import check_weights
from interregnum.stages.choose.rules.values import Facts, Wanted, Weights

MOST_NAMES = 50


@action
def draw_shortlist(*, brief: str, by: Actor, at: datetime, moved: Mapping[str, int] | None = None) -> str | Refused:
    """D2-D8: weigh the whole pool now; returns the shortlist's code. `moved` are weights instead of the partners'."""
    row, on = brief_row(brief, seen_by=by), local_day(at)
    if row.state != BriefState.AGREED:
        return Refused.because("choose.brief_not_agreed")
    facts = facts_of(row)
    wanted, preset = wanted_of(facts, on=on), weights_of(facts, on=on)
    weights = check_weights(moved) if moved else preset
    if isinstance(weights, Refused):
        return weights
    kept = keep_list(row, wanted, weights, version=row.approved, by_own=_differ(weights, preset), by=by, at=at)
    return str(kept.code)


def keep_list(
    row: Any, wanted: Wanted, weights: Weights, *, version: int | None, by_own: bool = False, by: Actor, at: datetime
) -> Shortlist:
    """Weigh the pool and keep what came out, for whoever checked that it may be done."""
    limit = value("choose.shortlist_size", on=local_day(at))
    weighed = weigh(wanted, weights, limit=limit, names=MOST_NAMES)
    kept = Shortlist.objects.create(
        brief=row,
        brief_version=version,
        drawn_at=at,
        drawn_by=Account.objects.get(code=by.code),
        pool=weighed.pool,
        wanted=plain(wanted),
        weights=dict(weights.of),
        funnel=[[step.constraint, step.left] for step in weighed.stopped],
        excluded=_excluded(weighed),
    )
    _list(kept, weighed)
    seal = _keep_record(kept, limit=limit, step=weighed.step, token=weighed.token)
    fact = ShortlistDrawn(
        shortlist=kept.code,
        brief=row.code,
        request=row.request.code,
        pool=weighed.pool,
        listed=len(weighed.scored),
        by_own_weights=by_own,
        seal=seal,
    )
    record(fact, by=by, at=at)
    return kept


def _differ(weights: Weights, preset: Weights | Refused) -> bool:
    return isinstance(preset, Refused) or any(weights[code] != preset[code] for code in CRITERIA)


def _list(kept: Shortlist, weighed: Weighed) -> None:
    Listed.objects.bulk_create(
        Listed(
            shortlist=kept,
            manager_id=weighed.keys[each.candidate_code],
            position=position,
            total=each.total,
            points=[plain_points(part) for part in each.points],
            read={"nonce": new_token(), "profile": plain_profile(weighed.people[each.candidate_code])},
        )
        for position, each in enumerate(weighed.scored, start=1)
    )


def _keep_record(kept: Shortlist, *, limit: int, step: int, token: str) -> str:
    """What the list was drawn with, beside it; returns the seal that the fact in the journal bears."""
    lines = list(kept.listed.select_related("manager"))
    kept.record = record_of(lines, limit=limit, step=step, token=token)
    kept.save(update_fields=["record"])
    return seal_of_list(kept)


def _excluded(weighed: Weighed) -> dict[str, dict[str, Any]]:
    """Constraint -> how many, and the first of them by code with what stands in the way."""
    groups: dict[str, dict[str, Any]] = {
        step.constraint: {"count": step.count, "managers": []} for step in weighed.stopped if step.count
    }
    for each in weighed.excluded:
        name = weighed.people[each.candidate_code].name
        # Who was changed this very moment may be stopped by something else by now.
        if each.constraint in groups:
            groups[each.constraint]["managers"].append([each.candidate_code, name, _plain(each.facts)])
    return groups


def _plain(facts: Facts) -> dict[str, Any]:
    return {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in facts.items()}
