"""G4: what a review tells that somebody must look at: amber or red, each with the numbers it rests on.

Thresholds are dated parameters; their sources: domain research 4.3 (a gap of two points) and 5.3 (row 5).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from interregnum.stages.ensure.rules.reviews import BEGUN, ReviewState, Side


class Level(StrEnum):
    AMBER = "amber"
    RED = "red"


class ReviewSignalKind(StrEnum):
    SKIPPED = "skipped"
    MOVED = "moved"
    UNPREPARED = "unprepared"
    GAP = "gap"
    SCORE = "score"
    DROP = "drop"


@dataclass(frozen=True)
class ReviewSignal:
    """`facts` fill its sentence."""

    kind: ReviewSignalKind
    level: Level
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Held:
    """What is known of a review; `scores` are those of the sides that were ready, `before` the client's last score."""

    state: ReviewState
    moves: int
    scores: Mapping[Side, int]
    before: int | None = None


def signals_of(held: Held, *, limits: Mapping[str, float]) -> tuple[ReviewSignal, ...]:
    """The signals of one review, red first. Scores count once they lie on the table, and not before."""
    found = []
    if held.state == ReviewState.SKIPPED:
        found.append(ReviewSignal(ReviewSignalKind.SKIPPED, Level.RED))
    if held.moves >= limits["moves"]:
        found.append(ReviewSignal(ReviewSignalKind.MOVED, Level.AMBER, {"moves": held.moves}))
    if held.state in BEGUN:
        found += _of_scores(held, limits)
    return tuple(sorted(found, key=lambda one: one.level != Level.RED))


def _of_scores(held: Held, limits: Mapping[str, float]) -> list[ReviewSignal]:
    client, manager = held.scores.get(Side.CLIENT), held.scores.get(Side.MANAGER)
    found = [
        ReviewSignal(ReviewSignalKind.UNPREPARED, Level.AMBER, {"side": side})
        for side in Side
        if side not in held.scores
    ]
    if client is not None and manager is not None and (level := _above(abs(client - manager), limits, "gap")):
        found.append(ReviewSignal(ReviewSignalKind.GAP, level, {"client": client, "manager": manager}))
    if client is not None and (level := _below(client, limits)):
        found.append(ReviewSignal(ReviewSignalKind.SCORE, level, {"client": client}))
    if client is not None and held.before is not None and held.before - client >= limits["drop_red"]:
        found.append(ReviewSignal(ReviewSignalKind.DROP, Level.RED, {"before": held.before, "client": client}))
    return found


def _above(points: int, limits: Mapping[str, float], name: str) -> Level | None:
    if points >= limits[f"{name}_red"]:
        return Level.RED
    return Level.AMBER if points >= limits[f"{name}_amber"] else None


def _below(score: int, limits: Mapping[str, float]) -> Level | None:
    if score <= limits["score_red"]:
        return Level.RED
    return Level.AMBER if score <= limits["score_amber"] else None
