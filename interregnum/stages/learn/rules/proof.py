"""B2 D3 D4 D8: what the lines of one assignment prove for the next match: nothing that its manager has not seen."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from interregnum.stages.learn.rules.lines import Kind

WEEK = 7
LAST_ASKED = (Kind.STANDS_12, Kind.STANDS_6, Kind.STANDS_3)


@dataclass(frozen=True)
class Proved:
    """`has_result`: of its reasons something was reached, and not all of it was gone when the client was asked last.
    `failed`: it ended by a cause in manager or match.
    """

    has_result: bool
    weeks: int | None
    has_deadlock: bool
    is_confirmed: bool | None
    failed: bool


def proved(numbers: Mapping[Kind, int], struck: Collection[Kind], *, least_score: int) -> Proved:
    """`numbers` of the lines of one assignment; those that were struck tell nothing.

    A client who gave `least_score` or more confirms it, as a referee does; one who gave less takes nothing away.

    >>> proved({Kind.RESULTS: 2, Kind.FIRST_RESULT: 15, Kind.CLIENT: 81}, (), least_score=70)
    Proved(has_result=True, weeks=3, has_deadlock=False, is_confirmed=True, failed=False)
    """
    left = {kind: number for kind, number in numbers.items() if kind not in struck}
    days = left.get(Kind.FIRST_RESULT)
    stood = next((left[kind] for kind in LAST_ASKED if kind in left), None)
    return Proved(
        has_result=left.get(Kind.RESULTS, 0) > 0 and stood != 0,
        weeks=None if days is None else -(-days // WEEK),
        has_deadlock=left.get(Kind.DEADLOCKS, 0) > 0,
        is_confirmed=True if left.get(Kind.CLIENT, 0) >= least_score else None,
        failed=Kind.REPLACED in left,
    )
