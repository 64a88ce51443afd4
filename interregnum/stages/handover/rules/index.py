"""A2: the future-proof index: how far a change stands without the manager who led it, from 0 to 100.

Seven parts are a share of the results, two belong to the whole. What each weighs is a dated parameter. Whole tenths of
points, rounded down: 100 only when nothing lacks.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

ATTITUDE_BEST, ATTITUDE_LEAST = 50, 10


class Part(StrEnum):
    OWNER = "owner"
    MEASURED = "measured"
    PROCEDURE = "procedure"
    SYSTEM = "system"
    TRAINED = "trained"
    SUCCESSOR = "successor"
    ACROSS = "across"
    SPONSOR = "sponsor"
    ATTITUDE = "attitude"


# What an anchor card says of one result.
OF_CARDS = (Part.OWNER, Part.MEASURED, Part.PROCEDURE, Part.SYSTEM, Part.TRAINED, Part.ACROSS, Part.SPONSOR)
type Marks = frozenset[Part]
type Weights = Mapping[str, int]


@dataclass(frozen=True)
class Anchoring:
    """`cards`: of each result the parts that it has; `attitude`: tenths of what a pulse published, from 10 to 50."""

    cards: Sequence[Marks] = ()
    successor_agrees: bool = False
    attitude: int | None = None


@dataclass(frozen=True)
class Share:
    """One part of the index, in tenths of points; `lacking` are the places of the results that do not have it."""

    part: Part
    earned: int
    most: int
    lacking: tuple[int, ...] = ()

    @property
    def missing(self) -> int:
        return self.most - self.earned


@dataclass(frozen=True)
class Index:
    shares: tuple[Share, ...]

    @property
    def total(self) -> int:
        return sum(one.earned for one in self.shares) // 10

    @property
    def raises(self) -> tuple[Share, ...]:
        """What would raise it, the most first; of two alike in the order of the parts."""
        return tuple(sorted((one for one in self.shares if one.missing), key=lambda one: -one.missing))


def index_of(known: Anchoring, weights: Weights) -> Index:
    """A2: the index with its parts.

    >>> weights = {part.value: 15 if part in (Part.OWNER, Part.MEASURED, Part.SYSTEM) else 10 for part in Part}
    >>> index_of(Anchoring(cards=[frozenset({Part.OWNER}), frozenset()]), weights | {"attitude": 5}).total
    7
    """
    return Index(tuple(_share(part, known, weights[part.value]) for part in Part))


def _share(part: Part, known: Anchoring, weight: int) -> Share:
    if part in OF_CARDS:
        lacking = tuple(place for place, marks in enumerate(known.cards) if part not in marks)
        count = len(known.cards)
        return Share(part, 10 * weight * (count - len(lacking)) // count if count else 0, 10 * weight, lacking)
    if part is Part.SUCCESSOR:
        return Share(part, 10 * weight if known.successor_agrees else 0, 10 * weight)
    above = min(ATTITUDE_BEST, max(ATTITUDE_LEAST, known.attitude or ATTITUDE_LEAST)) - ATTITUDE_LEAST
    return Share(part, 10 * weight * above // (ATTITUDE_BEST - ATTITUDE_LEAST), 10 * weight)


@dataclass(frozen=True, kw_only=True)
class Card:
    """What a card says, as far as the index reads it. `to_train` is None while nobody said how many must be trained."""

    owner: str = ""
    sponsor: str = ""
    is_measured: bool = False
    has_procedure: bool = False
    is_approved: bool = False
    is_enforced: bool = False
    trained: int | None = None
    to_train: int | None = None
    is_across: bool = False


def marks_of(card: Card, *, trained_percent: int) -> Marks:
    """The parts that a card has; whom nobody must train is trained."""
    has = {
        Part.OWNER: bool(card.owner.strip()),
        Part.MEASURED: card.is_measured,
        Part.PROCEDURE: card.has_procedure and card.is_approved,
        Part.SYSTEM: card.is_enforced,
        Part.TRAINED: card.to_train is not None and 100 * (card.trained or 0) >= trained_percent * card.to_train,
        Part.ACROSS: card.is_across,
        Part.SPONSOR: bool(card.sponsor.strip()),
    }
    return frozenset(part for part, is_there in has.items() if is_there)


def ownerless(cards: Collection[Marks]) -> int:
    return sum(Part.OWNER not in marks for marks in cards)
