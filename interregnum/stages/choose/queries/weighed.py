"""The whole pool held against one brief, as it is at this moment: the engine finds them, the rules say why."""

from collections.abc import Mapping
from dataclasses import dataclass

from interregnum.stages.choose.engine import counts, live, loop
from interregnum.stages.choose.engine.counts import Stopped
from interregnum.stages.choose.engine.plan import plan_of
from interregnum.stages.choose.engine.profiles import candidates
from interregnum.stages.choose.rules.shortlist import first_constraint, score
from interregnum.stages.choose.rules.values import Candidate, Exclusion, Scored, Wanted, Weights


@dataclass(frozen=True)
class Weighed:
    """`pool` managers in all; `scored` the best of them; `stopped` how many each constraint stops, in order, and
    `excluded` the first of those with what exactly stands in the way; `people` is whoever is named in the last two;
    `step` and `token` name the state of the pool."""

    pool: int
    scored: tuple[Scored, ...]
    stopped: tuple[Stopped, ...]
    excluded: tuple[Exclusion, ...]
    people: Mapping[str, Candidate]
    keys: Mapping[str, int]
    step: int
    token: str


def weigh(wanted: Wanted, weights: Weights, *, limit: int, names: int = 0) -> Weighed:
    """The best of the pool, and by name at most so many of those whom a constraint is the first to stop."""
    with live.HERE.now() as snapshot:
        plan = plan_of(snapshot, wanted, weights)
        best = loop.best(snapshot, plan, limit)
        stopped = counts.funnel(snapshot, plan, wanted, names=names)
        found, pool = [int(key) for key in snapshot.managers[best.rows]], snapshot.pool
        step, token = live.HERE.number, live.HERE.token
    known = candidates({*found, *(key for step in stopped for key in step.first)})
    people = {candidate.code: candidate for candidate in known.values()}
    # The evidence is read from the profiles themselves, and with it the points that are shown.
    scored = [score(known[key], wanted, weights=weights) for key in found if key in known]
    named = (known[key] for step in stopped for key in step.first if key in known)
    excluded = [each for candidate in named for each in first_constraint(candidate, wanted)]
    return Weighed(
        pool=pool,
        scored=tuple(sorted(scored, key=lambda one: (-one.total, one.candidate_code))),
        stopped=stopped,
        excluded=tuple(sorted(excluded, key=lambda one: one.candidate_code)),
        people=people,
        keys={candidate.code: key for key, candidate in known.items()},
        step=step,
        token=token,
    )
