"""G4: how often in a row a review did not take place, was called off by the client, or found somebody unprepared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from interregnum.stages.ensure.rules.reviews import BEGUN, ReviewState


@dataclass(frozen=True)
class ReviewHeld:
    """A review and what became of it; `moves` are those by the client, `all_moves` those by anybody.

    `unprepared` are the sides that were not ready when it began.
    """

    day: date
    state: ReviewState
    moves: int = 0
    client_stayed_away: bool = False
    decision: str = ""
    all_moves: int = 0
    unprepared: tuple[str, ...] = ()

    @property
    def is_held(self) -> bool:
        return self.state in BEGUN


def missed_in_a_row(reviews: Sequence[ReviewHeld]) -> int:
    """Of those that are over, oldest first, how many at the end were skipped.

    >>> day, skipped = date(2026, 3, 2), ReviewState.SKIPPED
    >>> missed_in_a_row([ReviewHeld(day, skipped), ReviewHeld(day, ReviewState.SIGNED), ReviewHeld(day, skipped)])
    1
    """
    over = [one for one in reviews if one.is_held or one.state == ReviewState.SKIPPED]
    return next((place for place, one in enumerate(reversed(over)) if one.is_held), len(over))


def cancels_in_a_row(reviews: Sequence[ReviewHeld]) -> int:
    """Each move by the client, and each review to which the client did not come, since the last that took place."""
    return sum(one.moves + one.client_stayed_away for one in _since_held(reviews))


def moved_most(reviews: Sequence[ReviewHeld]) -> int:
    """How often one review was moved, by anybody, since the last that took place."""
    return max((one.all_moves for one in _since_held(reviews)), default=0)


def _since_held(reviews: Sequence[ReviewHeld]) -> Sequence[ReviewHeld]:
    last = max((place for place, one in enumerate(reviews) if one.is_held), default=-1)
    return reviews[last + 1 :]


def unprepared_in_a_row(reviews: Sequence[ReviewHeld]) -> int:
    """Of those that took place, oldest first, to how many at the end somebody came unprepared.

    >>> day, held = date(2026, 3, 2), ReviewState.SIGNED
    >>> unprepared_in_a_row([ReviewHeld(day, held), ReviewHeld(day, held, unprepared=("client",))])
    1
    """
    held = [one for one in reviews if one.is_held]
    return next((place for place, one in enumerate(reversed(held)) if not one.unprepared), len(held))
