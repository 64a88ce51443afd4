"""Why somebody is not on the list, and what would have to change: codes and numbers, no words."""

from dataclasses import dataclass

from interregnum.stages.choose.rules.eligibility import CONSTRAINTS
from interregnum.stages.choose.rules.explain import Explanation, explain
from interregnum.stages.choose.rules.shortlist import score
from interregnum.stages.choose.rules.values import Candidate, Exclusion, Scored, Wanted, Weights


@dataclass(frozen=True)
class WhyNot:
    """`in_the_way` are all hard constraints that exclude, in order; `short` is what the total misses to reach the last
    on a full list (nought or less: it would be on it)."""

    in_the_way: tuple[Exclusion, ...]
    scored: Scored
    short: int
    explained: Explanation


def why_not(
    candidate: Candidate, wanted: Wanted, *, weights: Weights, listed: tuple[Scored, ...], limit: int
) -> WhyNot:
    """`listed` is the list as it stands, best first, of at most `limit`."""
    in_the_way = tuple(
        Exclusion(candidate.code, code, facts)
        for code, constraint in CONSTRAINTS.items()
        if (facts := constraint(candidate, wanted))
    )
    mine = score(candidate, wanted, weights=weights)
    last = listed[-1] if len(listed) >= limit else None
    return WhyNot(in_the_way, mine, last.total - mine.total if last else 0, explain(mine, above=last))
