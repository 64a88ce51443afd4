"""A2: what is known of an anchoring, made again from the facts of the journal alone."""

from collections.abc import Iterable, Mapping
from typing import Any

from interregnum.stages.handover.rules.index import Anchoring, Marks, Part

# The name of a fact, and what it says.
type Told = tuple[str, Mapping[str, Any]]


def anchoring_after(told: Iterable[Told]) -> Anchoring:
    """
    >>> anchoring_after([("ResultsToAnchor", {"results": "a b"}), ("AnchorWritten", {"result": "a", "has": "owner"})])
    Anchoring(cards=(frozenset({<Part.OWNER: 'owner'>}), frozenset()), successor_agrees=False, attitude=None)
    """
    results: tuple[str, ...] = ()
    cards: dict[str, Marks] = {}
    agrees, attitude = False, None
    for name, said in told:
        match name:
            case "ResultsToAnchor":
                results = tuple(said["results"].split())
            case "AnchorWritten":
                cards[said["result"]] = frozenset(Part(one) for one in said["has"].split())
            case "HeirAnswered":
                agrees = bool(said["agrees"])
            case "HeirNamed":
                agrees = False
            case "AttitudeKnown":
                attitude = said["tenths"]
    return Anchoring(tuple(cards.get(code, frozenset()) for code in results), agrees, attitude)
