"""How old what is open is, and in which week it is expected."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from interregnum.kernel.money import Money

NOTHING = Money(0)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Owed:
    """One invoice of which something is open."""

    client: str
    due_on: date
    left: Money


@dataclass(frozen=True)
class Aged:
    """What a client owes by how many days it is past its last day of payment; `parts` are those of the edges."""

    client: str
    not_due: Money
    parts: tuple[Money, ...]

    @property
    def total(self) -> Money:
        return sum(self.parts, self.not_due)


def aged(owed: Iterable[Owed], *, on: date, edges: Sequence[int]) -> tuple[Aged, ...]:
    """Per client, the largest sum first. With edges 30, 60, 90 there are four parts, the last one without an end."""
    found: dict[str, list[Money]] = {}
    for one in owed:
        row = found.setdefault(one.client, [NOTHING] * (len(edges) + 2))
        place = _place((on - one.due_on).days, edges)
        row[place] = row[place] + one.left
    rows = [Aged(client, row[0], tuple(row[1:])) for client, row in found.items()]
    return tuple(sorted(rows, key=lambda row: (-row.total.cents, row.client)))


def _place(days: int, edges: Sequence[int]) -> int:
    """0 when it is not past its day yet, else 1 for the first part, and so on."""
    if days <= 0:
        return 0
    return next((place for place, edge in enumerate(edges, start=1) if days <= edge), len(edges) + 1)


def usual_delays(paid: Iterable[tuple[str, date, date]]) -> Mapping[str, int]:
    """Of each client how many days after the last day of payment it usually pays: the middle one, early counts as nil.

    >>> usual_delays([("Bank", date(2026, 3, 1), date(2026, 3, 6)), ("Bank", date(2026, 4, 1), date(2026, 4, 2))])
    {'Bank': 3}
    """
    found: dict[str, list[int]] = {}
    for client, due_on, paid_on in paid:
        found.setdefault(client, []).append(max(0, (paid_on - due_on).days))
    return {client: round(median(days) + 0.001) for client, days in found.items()}


def expected_in(
    owed: Iterable[Owed], delays: Mapping[str, int], *, on: date, weeks: int
) -> tuple[tuple[date, Money], ...]:
    """Mondays, and what is expected in that week; what should have come by now is expected this week."""
    first = on - timedelta(days=on.weekday())
    found = {first + number * WEEK: NOTHING for number in range(weeks)}
    for one in owed:
        day = max(on, one.due_on + timedelta(days=delays.get(one.client, 0)))
        monday = day - timedelta(days=day.weekday())
        if monday in found:
            found[monday] = found[monday] + one.left
    return tuple(found.items())
