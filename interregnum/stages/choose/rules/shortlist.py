"""The shortlist: who is left after the hard constraints, best first."""

from collections import Counter
from collections.abc import Iterable, Mapping

from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.eligibility import CONSTRAINTS, place_unknown
from interregnum.stages.choose.rules.values import (
    Candidate,
    Exclusion,
    Points,
    Scored,
    ShortlistResult,
    Wanted,
    Weights,
)


def check_weights(given: Mapping[str, int]) -> Weights | Refused:
    """Weights as a person set them: known criteria, whole numbers 0..100, at least one that counts."""
    wrong = [Reason("choose.weight_unknown", code, {"criterion": code}) for code in given if code not in CRITERIA]
    wrong += [
        Reason("choose.weight_out_of_range", code, {"weight": weight})
        for code, weight in given.items()
        if not 0 <= weight <= 100
    ]
    if not wrong and not any(given.values()):
        return Refused.because("choose.weights_all_nought")
    return Refused(tuple(wrong)) if wrong else Weights(dict(given))


def draw_shortlist(wanted: Wanted, candidates: Iterable[Candidate], *, weights: Weights, limit: int) -> ShortlistResult:
    """D2-D8: exclude, give points, add up. The order of the pool does not matter: total down, then code up."""
    scored: list[Scored] = []
    excluded: list[Exclusion] = []
    for candidate in candidates:
        in_the_way = first_constraint(candidate, wanted)
        if in_the_way:
            excluded.extend(in_the_way)
        else:
            scored.append(score(candidate, wanted, weights=weights))
    funnel = _funnel(len(scored), excluded)
    scored.sort(key=lambda one: (-one.total, one.candidate_code))
    excluded.sort(key=lambda one: one.candidate_code)
    return ShortlistResult(tuple(scored[:limit]), tuple(excluded), funnel)


def first_constraint(candidate: Candidate, wanted: Wanted) -> tuple[Exclusion, ...]:
    """The first hard constraint that stands in the way: one, or none."""
    for code, constraint in CONSTRAINTS.items():
        facts = constraint(candidate, wanted)
        if facts:
            return (Exclusion(candidate.code, code, facts),)
    return ()


def score(candidate: Candidate, wanted: Wanted, *, weights: Weights) -> Scored:
    """The total of one manager, criterion by criterion: sum of weight x points."""
    parts = tuple(
        Points(code, judged.points, weights[code], judged.facts)
        for code, criterion in CRITERIA.items()
        for judged in (criterion(candidate, wanted),)
    )
    notes = ("choose.place_unknown",) if place_unknown(candidate, wanted) else ()
    return Scored(candidate.code, sum(part.weight * part.points for part in parts), parts, notes)


def _funnel(left: int, excluded: list[Exclusion]) -> tuple[tuple[str, int], ...]:
    stopped = Counter(one.constraint for one in excluded)
    through = left + len(excluded)
    steps = []
    for code in CONSTRAINTS:
        through -= stopped[code]
        steps.append((code, through))
    return tuple(steps)
