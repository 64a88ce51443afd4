"""B2 D4 D8 F3: what one assignment puts into the record of a manager: facts alone, line by line."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.guarantee.rules.reasons import NOT_THE_MANAGER, Cause


class Kind(StrEnum):
    """What a line tells."""

    RESULTS = "results"
    FIRST_RESULT = "first_result"
    STANDS_3 = "stands_3"
    STANDS_6 = "stands_6"
    STANDS_12 = "stands_12"
    CLIENT = "client"
    SHADOW = "shadow"
    EMPLOYEES = "employees"
    DEADLOCKS = "deadlocks"
    ROLE_MIX = "role_mix"
    REPLACED = "replaced"


# A number out of so many; all others are a number of their own.
SHARES = frozenset({Kind.RESULTS, Kind.STANDS_3, Kind.STANDS_6, Kind.STANDS_12})
# After so many months is asked what stayed.
STANDS = {3: Kind.STANDS_3, 6: Kind.STANDS_6, 12: Kind.STANDS_12}
# Kept in tenths, so that every number is whole.
TENTHS = frozenset({Kind.CLIENT, Kind.SHADOW, Kind.EMPLOYEES})
# Of these no mean is made: they are counted.
COUNTED = frozenset({Kind.DEADLOCKS, Kind.REPLACED})


@dataclass(frozen=True)
class Line:
    """`number` (of `of` for a share), and the day on which it was known; `cause` only where one was replaced."""

    kind: Kind
    number: int
    on: date
    of: int = 0
    cause: str = ""


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What is known of the time of one manager on one assignment that is over, or that went on with another one.

    Scores are in tenths; `stands` are (months, still at the norm, known, day); `waited_days` are those that each
    decision lay past its day before it was taken; `cause` is what lay under a replacement, "" while nobody knows.
    """

    first: date
    last: date
    reached: int = 0
    promised: int = 0
    first_result_on: date | None = None
    stands: Sequence[tuple[int, int, int, date]] = ()
    client: Collection[int] = ()
    shadow: Collection[int] = ()
    employees: Collection[int] = ()
    waited_days: Collection[int] = ()
    offered: RoleMix | None = None
    shown: Sequence[RoleMix] = field(default=())
    is_replaced: bool = False
    cause: str = ""


def lines_of(turn: Turn, *, deadlock_days: int) -> tuple[Line, ...]:
    """B2: the lines of one turn. A replacement comes into it only by its cause, and only by one of the manager's.

    What was never measured gives no line: it proves nothing, and it counts against nobody.

    >>> begun, over = date(2026, 3, 2), date(2026, 8, 28)
    >>> [line.number for line in lines_of(Turn(first=begun, last=over, reached=2, promised=3), deadlock_days=20)]
    [2]
    """
    found = [Line(Kind.RESULTS, turn.reached, turn.last, turn.promised)] if turn.promised else []
    if turn.first_result_on and turn.first <= turn.first_result_on <= turn.last:
        found.append(Line(Kind.FIRST_RESULT, (turn.first_result_on - turn.first).days, turn.first_result_on))
    found += [Line(STANDS[months], stood, on, of) for months, stood, of, on in turn.stands if of]
    scores = ((Kind.CLIENT, turn.client), (Kind.SHADOW, turn.shadow), (Kind.EMPLOYEES, turn.employees))
    found += [Line(kind, mean(given), turn.last) for kind, given in scores if given]
    if broken := sum(days > deadlock_days for days in turn.waited_days):
        found.append(Line(Kind.DEADLOCKS, broken, turn.last))
    if turn.offered and turn.shown:
        found.append(Line(Kind.ROLE_MIX, distance(turn.offered, turn.shown), turn.last))
    if counts_against(turn):
        found.append(Line(Kind.REPLACED, 1, turn.last, cause=turn.cause))
    return tuple(found)


def counts_against(turn: Turn) -> bool:
    """H1: only a cause in the manager or in the match; a replacement without its cause waits for it.

    >>> counts_against(Turn(first=date(2026, 3, 2), last=date(2026, 4, 3), is_replaced=True, cause="mandate"))
    False
    """
    return turn.is_replaced and bool(turn.cause) and Cause(turn.cause) not in NOT_THE_MANAGER


def mean(numbers: Collection[int]) -> int:
    """Halves go up.

    >>> mean([70, 75])
    73
    """
    return (2 * sum(numbers) + len(numbers)) // (2 * len(numbers))


def distance(offered: RoleMix, shown: Sequence[RoleMix]) -> int:
    """B3: points of 100 of the work that went into another role than was offered, over all weeks together.

    >>> distance(RoleMix(40, 20, 20, 20), [RoleMix(60, 20, 10, 10)])
    20
    """
    means = [sum(week[role] for week in map(tuple, shown)) / len(shown) for role in range(4)]
    return round(sum(abs(one - other) for one, other in zip(offered, means, strict=True)) / 2)
