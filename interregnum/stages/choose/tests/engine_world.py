"""A snapshot of candidates that stand in no database."""

from collections.abc import Sequence

from interregnum.stages.choose.engine.columns import LISTS, NUMBERS, Columns, columns_of
from interregnum.stages.choose.engine.names import Names
from interregnum.stages.choose.engine.snapshot import Snapshot
from interregnum.stages.choose.engine.store import names_of, row_of
from interregnum.stages.choose.rules.values import Candidate, ShortlistResult

FIELDS = ("manager", "code", "active", *NUMBERS, *LISTS)


class Pool:
    """Candidates with the key 1, 2, 3 … in the order in which they were given."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = list(candidates)
        self.numbers: dict[tuple[str, str], int] = {}
        self.names = Names()
        self.snapshot = Snapshot(self.columns(range(len(candidates))), self.names)

    def columns(self, places: Sequence[int]) -> Columns:
        rows = []
        for place in places:
            candidate = self.candidates[place]
            for name in names_of(candidate):
                number = self.numbers.setdefault(name, len(self.numbers) + 1)
                self.names.add(number, *name)
            row = row_of(place + 1, candidate, active=True, numbers=self.numbers, step=1)
            rows.append(tuple(getattr(row, field) for field in FIELDS))
        return columns_of(rows)

    def change(self, place: int, candidate: Candidate) -> None:
        """Somebody is otherwise now, or, one past the end, new."""
        self.candidates[place : place + 1] = [candidate]
        self.snapshot.put(self.columns([place]))

    def codes(self, rows: Sequence[int]) -> list[str]:
        return [self.candidates[int(self.snapshot.managers[row]) - 1].code for row in rows]


def listed(result: ShortlistResult) -> list[tuple[str, int, list[int]]]:
    """A list as code, total and points."""
    return [(one.candidate_code, one.total, [part.points for part in one.points]) for one in result.scored]
