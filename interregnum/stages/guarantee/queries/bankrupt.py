"""H2: what still runs at a client that is bankrupt: each is closed, or goes on with the trustee."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from interregnum.kernel.actor import HOUSE, Actor
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.guarantee.models import Complaint
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
    """An assignment of which nobody said how it goes on, and the case on whose page that is said."""

    case: str
    client: str
    number: str
    since: datetime


def still_runs(row: Complaint, *, seen_by: Actor) -> tuple[StillRuns, ...]:
    """Every assignment of the client of a case that is not closed, whoever guards it."""
    rows = _open().filter(organisation=row.assignment.organisation).order_by("pk")
    theirs = set(visible_to(seen_by).filter(pk__in=rows.values("pk")).values_list("pk", flat=True))
    return tuple(_line(one, is_theirs=one.pk in theirs) for one in rows)


def unsettled(row: Complaint, *, seen_by: Actor) -> QuerySet[Any]:
    """Those of them that the reader guards, and of which nobody said how they go on."""
    return visible_to(seen_by).filter(pk__in=_undecided().filter(organisation=row.assignment.organisation))


def bankrupt_waiting(*, seen_by: Actor) -> tuple[BankruptLine, ...]:
    cases = Complaint.objects.filter(dropped=Dropped.BANKRUPT).order_by("pk")
    latest = {one.assignment.organisation_id: one for one in cases.select_related("assignment__organisation")}
    rows: Iterable[Any] = visible_to(seen_by).filter(pk__in=_undecided(), organisation__in=latest.keys())
    return tuple(
        BankruptLine(case.code, row.organisation.name, row.number, case.closed_at or case.complained_at)
        for row in (rows if latest else ())
        if (case := latest[row.organisation_id])
    )


def owners_of(row: Complaint) -> frozenset[str]:
    """By account code, "" for nobody: who guards what still runs there."""
    rows = _open().filter(organisation=row.assignment.organisation)
    return frozenset(code or "" for code in rows.values_list("owner__code", flat=True))


def _open() -> QuerySet[Any]:
    rows = visible_to(HOUSE).exclude(state=AssignmentState.CLOSED)
    return rows.select_related("organisation", "manager", "contract", "trustee_word__noted_by")


def _undecided() -> QuerySet[Any]:
    return visible_to(HOUSE).filter(trustee_word=None).exclude(state=AssignmentState.CLOSED)


def _line(row: Any, *, is_theirs: bool) -> StillRuns:
    word = getattr(row, "trustee_word", None)
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
