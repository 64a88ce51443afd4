"""Managers who cannot work: since when, and whether the client is to choose between waiting and a replacement."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from interregnum.kernel.actor import Actor, Role
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.values import value
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.access import contract_of, goes_on, is_at_work, visible_to
from interregnum.stages.contract.rules.absence import is_long
from interregnum.stages.contract.rules.states import ContractState

# Under this name a contract keeps the term as signed; for one on paper it is that of the practice.
TERM = "absence_working_days"


@dataclass(frozen=True, kw_only=True)
class AbsencePage:
    """`since` is None while the manager works; `is_long`: longer than `days` working days, so the client chooses."""

    code: str
    number: str
    organisation_name: str
    manager_name: str
    works_still: bool
    since: date | None
    awaited_since: date | None
    days: int
    is_long: bool


@dataclass(frozen=True)
class AbsenceLine:
    """`from_on`: the first day, or the day on which the client last chose to wait."""

    code: str
    organisation_name: str
    manager_name: str
    from_on: date


def absence_page(code: str, *, seen_by: Actor, on: date) -> AbsencePage:
    """Raises Http404 for a contract that is not theirs."""
    row = contract_of(code, seen_by=seen_by)
    return AbsencePage(
        code=row.code,
        number=row.number,
        organisation_name=row.organisation.name,
        manager_name=row.manager.name,
        works_still=is_at_work(row, on=on),
        since=row.absent_since,
        awaited_since=row.awaited_since,
        days=days_of(row, on),
        is_long=goes_on(row) and is_long_of(row, on),
    )


def long_absences(*, seen_by: Actor, on: date) -> tuple[AbsenceLine, ...]:
    """Those of which a client and the bureau are asked how it goes on; the longest first."""
    if seen_by.role is Role.MANAGER:
        return ()
    return tuple(
        AbsenceLine(row.code, row.organisation.name, row.manager.name, row.awaited_since or row.absent_since)
        for row in _absent(seen_by, on)
        if row.absent_since and is_long_of(row, on)
    )


def _absent(seen_by: Actor, on: date) -> list[Contract]:
    rows = visible_to(seen_by).filter(state=ContractState.SIGNED, amends=None, left_at=None, runs_until__gt=on)
    return list(rows.filter(absent_since__lte=on).order_by("absent_since", "pk"))


def is_long_of(row: Contract, on: date) -> bool:
    """Never on the last day: no other last day is left to choose."""
    if row.absent_since is None or row.runs_until is None or row.runs_until <= on:
        return False
    since = row.awaited_since or row.absent_since
    return is_long(since, on=on, days=days_of(row, on), closed=_closed(since, on))


def days_of(row: Contract, on: date) -> int:
    return int(row.terms.get(TERM) or value("contract.terms", on=on)[TERM])


def _closed(first: date, last: date) -> Set[date]:
    return frozenset().union(*(dutch_holidays(year) for year in range(first.year, last.year + 1)))
