"""H2: what still runs at a client that is bankrupt: each is closed, or goes on with the trustee."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404

from interregnum.kernel.actor import HOUSE, Actor
from interregnum.stages.deliver.queries import assignment_of, visible_to
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.rules.bankruptcy import is_touched
from interregnum.stages.guarantee.rules.states import Dropped


@dataclass(frozen=True, kw_only=True)
class StillRuns:
    """`until` is the last day of the manager, after whom nobody works on it when `is_empty`; `is_theirs`: the reader
    may open it; `words` are what was agreed with the trustee, "" while that was not said."""

    code: str
    number: str
    manager: str
    until: date
    is_empty: bool
    is_theirs: bool
    words: str
    noted_by: str
    noted_at: datetime | None

    @property
    def is_open(self) -> bool:
        """The reader is to say how it goes on."""
        return self.is_theirs and not self.words


@dataclass(frozen=True)
class BankruptLine:
    """An assignment of which nobody said how it goes on."""

    assignment: str
    client: str
    number: str
    since: datetime


@dataclass(frozen=True)
class TrusteePage:
    """An assignment of a bankrupt client, and what else still runs there; `is_open` as in StillRuns."""

    code: str
    number: str
    client: str
    is_open: bool
    still_runs: tuple[StillRuns, ...]


def trustee_page(assignment: str, *, seen_by: Actor) -> TrusteePage:
    """Raises Http404 for an assignment that is not theirs, or that no bankruptcy touches."""
    row, case = bankrupt_assignment(assignment, seen_by=seen_by)
    lines = still_runs(case, seen_by=seen_by)
    is_open = any(one.is_open for one in lines if one.code == row.code)
    return TrusteePage(row.code, row.number, row.organisation.name, is_open, lines)


def bankrupt_assignment(assignment: str, *, seen_by: Actor) -> tuple[Any, Complaint]:
    """With the case in which it was noted that its client is bankrupt, whoever guards that one."""
    row = assignment_of(assignment, seen_by=seen_by, along=("contract",))
    case = _cases().get(row.organisation_id)
    if case is None or not _is_touched(row, case):
        raise Http404
    return row, case


def still_runs(row: Complaint, *, seen_by: Actor) -> tuple[StillRuns, ...]:
    """Every assignment of the client of a case that is not closed, whoever guards it."""
    rows = _open({row.assignment.organisation_id: row})
    theirs = set(visible_to(seen_by).filter(pk__in=[one.pk for one in rows]).values_list("pk", flat=True))
    return tuple(_line(one, is_theirs=one.pk in theirs) for one in rows)


def bankrupt_waiting(*, seen_by: Actor) -> tuple[BankruptLine, ...]:
    cases = _cases()
    rows = [one for one in _open(cases) if _word_of(one) is None] if cases else []
    theirs = visible_to(seen_by).filter(pk__in=[one.pk for one in rows]) if rows else ()
    seen = {one.pk for one in theirs}
    return tuple(
        BankruptLine(row.code, row.organisation.name, row.number, _noted_at(cases[row.organisation_id]))
        for row in rows
        if row.pk in seen
    )


def guarded_at(row: Complaint) -> Mapping[str, str]:
    """By account code of who guards something that still runs there: one such assignment."""
    rows = _open({row.assignment.organisation_id: row})
    return {one.owner.code: one.code for one in rows if one.owner}


def _cases() -> dict[int, Complaint]:
    """By client: the last case in which it was bankrupt."""
    rows = Complaint.objects.filter(dropped=Dropped.BANKRUPT).select_related("assignment").order_by("closed_at", "pk")
    return {one.assignment.organisation_id: one for one in rows}


def _open(cases: Mapping[int, Complaint]) -> list[Any]:
    rows: Iterable[Any] = (
        visible_to(HOUSE)
        .filter(organisation__in=cases)
        .exclude(state=AssignmentState.CLOSED)
        .select_related("organisation", "manager", "owner", "contract", "trustee_word__noted_by")
        .order_by("pk")
    )
    return [one for one in rows if _is_touched(one, cases[one.organisation_id])]


def _is_touched(row: Any, case: Complaint) -> bool:
    return is_touched(drawn_at=row.contract.drawn_at, starts_on=row.starts_on, noted_at=_noted_at(case))


def _noted_at(case: Complaint) -> datetime:
    return case.closed_at or case.complained_at


def _word_of(row: Any) -> Any:
    return getattr(row, "trustee_word", None)


def _line(row: Any, *, is_theirs: bool) -> StillRuns:
    word = _word_of(row)
    return StillRuns(
        code=row.code,
        number=row.number,
        manager=row.manager.name,
        until=row.contract.runs_until or row.ends_on,
        is_empty=row.contract.left_at is not None,
        is_theirs=is_theirs,
        words=word.words if word else "",
        noted_by=word.noted_by.name if word else "",
        noted_at=word.noted_at if word else None,
    )
