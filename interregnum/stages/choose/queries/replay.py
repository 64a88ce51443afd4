"""A past list drawn once more from what was kept of that day: the same, or what came out otherwise and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext as _

from interregnum.journal.chain import payload_digest
from interregnum.journal.models import Payload
from interregnum.kernel.actor import Actor
from interregnum.stages.choose.engine import counts, loop
from interregnum.stages.choose.engine.plan import plan_of
from interregnum.stages.choose.facts import ShortlistDrawn
from interregnum.stages.choose.models import Listed, Shortlist
from interregnum.stages.choose.queries.past_pool import past_pool
from interregnum.stages.choose.queries.record import mark_of_rules, seal_of_line, seal_of_list
from interregnum.stages.choose.queries.rows import organisation_of, shortlist_row
from interregnum.stages.choose.queries.shortlist import scored_of
from interregnum.stages.choose.rules.memory import wanted_from
from interregnum.stages.choose.rules.record import Difference, Line, differences, profile_from
from interregnum.stages.choose.rules.values import Wanted, Weights
from interregnum.stages.choose.texts import CONSTRAINTS, CRITERIA


class Outcome(StrEnum):
    SAME = "same"
    DIFFERS = "differs"
    BROKEN = "broken"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class ReplayLine:
    """A manager of the list; `found` says in words what came of weighing the kept profile again."""

    code: str
    name: str
    position: int
    outcome: Outcome
    found: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Replay:
    """`seal`: is what was kept what the journal bears the seal of; `pool`: does the pool of that day give this list.

    A profile that was erased since is UNKNOWN and makes nothing differ.
    """

    code: str
    organisation_name: str
    drawn_at: datetime
    outcome: Outcome
    seal: Outcome
    pool: Outcome
    pool_found: str
    rules_changed: bool
    lines: tuple[ReplayLine, ...]


def replay(code: str, *, seen_by: Actor) -> Replay:
    """For who may see the list. Raises Http404 for a shortlist of somebody else's portfolio."""
    row = shortlist_row(code, seen_by=seen_by)
    listed = list(row.listed.select_related("manager"))
    seal = _seal(row, listed)
    wanted, weights = wanted_from(row.wanted), Weights(row.weights)
    lines = _lines(row, listed, wanted, weights)
    pool, found = _pool(row, listed, wanted, weights)
    return Replay(
        code=row.code,
        organisation_name=organisation_of(row),
        drawn_at=row.drawn_at,
        outcome=_worst(seal, pool, *(line.outcome for line in lines)),
        seal=seal,
        pool=pool,
        pool_found=found,
        rules_changed=bool(row.record) and row.record["rules"] != mark_of_rules(),
        lines=lines,
    )


def _worst(seal: Outcome, *others: Outcome) -> Outcome:
    found = {seal, *others}
    if Outcome.BROKEN in found or Outcome.DIFFERS in found:
        return Outcome.BROKEN if Outcome.BROKEN in found else Outcome.DIFFERS
    return Outcome.SAME if Outcome.SAME in others else Outcome.UNKNOWN


def _seal(row: Shortlist, listed: Sequence[Listed]) -> Outcome:
    """Whether what is kept is what was drawn, as far as the journal knows."""
    told = Payload.objects.filter(entry__kind=ShortlistDrawn.kind(), entry__abouts__code=row.code)
    payload = told.select_related("entry").first()
    if payload is None or not payload.content.get("seal"):
        return Outcome.UNKNOWN
    is_told = payload_digest(payload.nonce, payload.content) == payload.entry.payload_digest
    if not is_told or payload.content["seal"] != seal_of_list(row):
        return Outcome.BROKEN
    return Outcome.SAME if row.record else Outcome.BROKEN


def _lines(row: Shortlist, listed: Sequence[Listed], wanted: Wanted, weights: Weights) -> tuple[ReplayLine, ...]:
    seals = row.record.get("seals", [])
    kept = [_line(each) for each in listed]
    found: dict[str, list[Difference]] = {}
    for each in differences(kept, wanted, weights):
        found.setdefault(each.code, []).append(each)
    return tuple(_judged(each, seals, found.get(each.manager.code, [])) for each in listed)


def _line(each: Listed) -> Line:
    scored = scored_of(each)
    profile = profile_from(each.read["profile"]) if each.read else None
    return Line(scored.candidate_code, scored.total, scored.points, profile)


def _judged(each: Listed, seals: Sequence[str], found: Sequence[Difference]) -> ReplayLine:
    if not each.read:
        outcome, words = Outcome.UNKNOWN, [_("The profile of that day is not kept, so it cannot be weighed again.")]
    elif seal_of_line(each) not in seals[each.position - 1 : each.position]:
        outcome, words = Outcome.BROKEN, [_("What is kept is not what was drawn."), *map(_words, found)]
    elif found:
        outcome, words = Outcome.DIFFERS, list(map(_words, found))
    else:
        outcome, words = Outcome.SAME, [_("The same points for each criterion.")]
    return ReplayLine(each.manager.code, each.manager.name, each.position, outcome, tuple(words))


def _words(each: Difference) -> str:
    match each.what:
        case "constraint":
            return _("Does not pass now: %(constraint)s.") % {"constraint": CONSTRAINTS[str(each.now)]}
        case "order":
            return _("Stood at place %(then)s and belongs at place %(now)s.") % {"then": each.then, "now": each.now}
        case "total":
            what = _("The total")
        case _:
            what = str(CRITERIA[each.what])
    return _("%(what)s: was %(then)s, is %(now)s.") % {"what": what, "then": each.then, "now": each.now}


def _pool(row: Shortlist, listed: Sequence[Listed], wanted: Wanted, weights: Weights) -> tuple[Outcome, str]:
    """The whole pool of that day held against the brief once more."""
    snapshot = past_pool(row.record["step"], row.record["token"]) if row.record and listed else None
    if snapshot is None:
        return Outcome.UNKNOWN, _("The pool of that day is not kept.")
    plan = plan_of(snapshot, wanted, weights)
    best = loop.best(snapshot, plan, row.record["limit"])
    keys = snapshot.managers[best.rows].tolist()
    again = [*zip(keys, best.totals.tolist(), strict=True)]
    kept = [(each.manager_id, each.total) for each in listed if each.read]
    gone = row.pool - snapshot.pool
    if gone:
        # Whoever was erased since makes room for others, but puts nobody else in another order.
        same = again[: len(kept)] == kept
        said = _("Of the %(pool)s managers of that day %(gone)s were erased since; the others give the same order.")
    else:
        steps = counts.funnel(snapshot, plan, wanted, names=0)
        same = again == kept and [[step.constraint, step.left] for step in steps] == row.funnel
        said = _("All %(pool)s managers of that day give the same list and the same numbers at each constraint.")
    if not same:
        return Outcome.DIFFERS, _("The %(pool)s managers of that day give another list now.") % {"pool": row.pool}
    return Outcome.SAME, said % {"pool": row.pool, "gone": gone}


def drawn_lists() -> list[str]:
    """The codes of all lists of which a record is kept, the oldest first."""
    return list(Shortlist.objects.exclude(record={}).order_by("pk").values_list("code", flat=True))
