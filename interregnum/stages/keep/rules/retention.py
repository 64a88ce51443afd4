"""A2: which share of what was delivered still stands at its norm, and what is proposed where it does not."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from interregnum.stages.deliver.rules.progress import way_percent
from interregnum.stages.keep.rules.states import Proposal, Used

# The usual reading of a scale from 0 to 10; and of fewer marks nothing is told.
PROMOTES, WARNS, LEAST = 9, 6, 5


@dataclass(frozen=True)
class Looked:
    """A result months later; None where nobody said."""

    is_reached: bool
    stands: bool | None = None


@dataclass(frozen=True)
class Retention:
    """Of `delivered` results so many `stand` and so many are not `known`; one that was never reached counts not."""

    stands: int
    known: int
    delivered: int

    @property
    def percent(self) -> int | None:
        """Of what is known, rounded down; None while nothing is."""
        return 100 * self.stands // self.known if self.known else None


def stands_at(baseline: Decimal, norm: Decimal, value: Decimal | None) -> bool | None:
    """Whether a value is at its norm or beyond, whichever way better lies.

    >>> stands_at(Decimal(19), Decimal(5), Decimal(4)), stands_at(Decimal(10), Decimal(90), Decimal(89))
    (True, False)
    """
    if value is None or norm == baseline:
        return None
    return way_percent(baseline, norm, value=value) >= 100


def judged(old: bool | None, new: bool | None) -> bool | None:
    """A2: what was promised is held against its own measure as long as anybody measures by it; only without it the
    measure that came after the end counts.

    >>> judged(False, True), judged(None, True), judged(None, None)
    (False, True, None)
    """
    return new if old is None else old


def retention_of(looked: Iterable[Looked]) -> Retention:
    """
    >>> retention_of([Looked(True, True), Looked(True, False), Looked(True), Looked(False, True)])
    Retention(stands=1, known=2, delivered=3)
    """
    delivered = [one for one in looked if one.is_reached]
    return Retention(
        stands=sum(one.stands is True for one in delivered),
        known=sum(one.stands is not None for one in delivered),
        delivered=len(delivered),
    )


def together(many: Iterable[Retention]) -> Retention:
    """Of several assignments: each result counts once."""
    found = list(many)
    return Retention(
        sum(one.stands for one in found), sum(one.known for one in found), sum(one.delivered for one in found)
    )


def promoters(marks: Collection[int]) -> int | None:
    """Whether clients would recommend the firm, from -100 to 100: who gives 9 or 10 less who gives 6 or lower, in
    percent. None of fewer than five: then it would tell of single clients.

    >>> promoters([10, 9, 8, 6, 9]), promoters([10, 10])
    (40, None)
    """
    if len(marks) < LEAST:
        return None
    above, below = sum(one >= PROMOTES for one in marks), sum(one <= WARNS for one in marks)
    return round(100 * (above - below) / len(marks))


def proposal_for(*, stands: bool | None, used: Used | None, has_owner: bool | None, sees_relapse: bool) -> Proposal:
    """Half a day of the manager where a result fell and nobody holds it or works as agreed; a talk where one of the
    signs is there; else nothing.

    >>> proposal_for(stands=True, used=Used.PARTLY, has_owner=True, sees_relapse=False)
    <Proposal.NOTHING: 'nothing'>
    """
    slack = used is Used.NO or has_owner is False
    if stands is False and slack:
        return Proposal.HALF_DAY
    return Proposal.TALK if stands is False or slack or sees_relapse else Proposal.NOTHING
