"""What happens to a three-party review; its content stands in no fact."""

from dataclasses import dataclass
from typing import ClassVar

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact

# The three and the bureau; a delegate of the client has nothing to do with it.
OF_REVIEWS = OFFICE | {Role.CLIENT, Role.MANAGER, Role.SHADOW}


@dataclass(frozen=True, kw_only=True)
class OfReview:
    """What each fact of a review says; `day` is that of the review, as it is planned when this happens."""

    read_by: ClassVar[frozenset[Role]] = OF_REVIEWS

    assignment: str
    review: str
    day: str


@dataclass(frozen=True, kw_only=True)
class ReviewPlanned(OfReview, Fact):
    """All three were invited."""


@dataclass(frozen=True, kw_only=True)
class ReviewMoved(OfReview, Fact):
    """`before` is the day on which it was; all three were told."""

    before: str


@dataclass(frozen=True, kw_only=True)
class ReviewCancelled(OfReview, Fact):
    """Taken out of the calendars: due no more, or outside the term."""


@dataclass(frozen=True, kw_only=True)
class ReviewPrepared(OfReview, Fact):
    """One side wrote, `is_ready` that it is ready; what, only that side reads until the review begins."""

    side: str
    is_ready: bool


@dataclass(frozen=True, kw_only=True)
class ReviewStarted(OfReview, Fact):
    """All three are there, and what each prepared is open to all."""


@dataclass(frozen=True, kw_only=True)
class ReviewSkipped(OfReview, Fact):
    """It did not take place."""


@dataclass(frozen=True, kw_only=True)
class MinutesWritten(OfReview, Fact):
    """Kept, and not laid before the three yet."""


@dataclass(frozen=True, kw_only=True)
class ReviewConcluded(OfReview, Fact):
    """A version of the record was laid before the three, with its decision."""

    version: int
    decision: str


@dataclass(frozen=True, kw_only=True)
class ReviewCorrected(OfReview, Fact):
    """One side found something not right: the signatures under this version count no more."""

    version: int
    side: str


@dataclass(frozen=True, kw_only=True)
class ReviewSigned(OfReview, Fact):
    """One side signed; `is_last` when all three have."""

    version: int
    side: str
    is_last: bool


@dataclass(frozen=True, kw_only=True)
class ReviewActionAgreed(OfReview, Fact):
    """Somebody will do something by a day."""

    owner: str


@dataclass(frozen=True, kw_only=True)
class ReviewActionDropped(OfReview, Fact):
    """Taken out again while the minutes were written."""

    owner: str


@dataclass(frozen=True, kw_only=True)
class ReviewActionDone(OfReview, Fact):
    """Done by whoever would do it."""

    owner: str
