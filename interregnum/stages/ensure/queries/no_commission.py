"""The statements that no commission was paid or received: by manager and month of an assignment."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from interregnum.kernel.actor import Actor
from interregnum.stages.deliver.queries.hours_desks import months_approved
from interregnum.stages.deliver.queries.tenures import worked_days
from interregnum.stages.ensure.models import NoCommission


@dataclass(frozen=True)
class Statement:
    """`stated_at` is None for a month of which the manager has not stated it yet."""

    month: date
    stated_at: datetime | None


def months_worked(assignment: str, *, manager: str) -> tuple[date, ...]:
    """The first day of each month of which this manager sent hours, the newest first."""
    days = worked_days(assignment)
    return tuple(sorted({day.replace(day=1) for code, day, _sent, _approved in days if code == manager}, reverse=True))


def own_statements(assignment: str, *, manager: str) -> tuple[Statement, ...]:
    """Of each month that this manager worked; for who may see the assignment."""
    stated = statements_of(assignment)
    return tuple(Statement(one, stated.get((manager, one))) for one in months_worked(assignment, manager=manager))


def statements_of(assignment: str) -> Mapping[tuple[str, date], datetime]:
    """By code of the manager and month; for a later stage, which checks who may look."""
    rows = NoCommission.objects.filter(assignment__code=assignment)
    return {(code, month): at for code, month, at in rows.values_list("manager__code", "month", "stated_at")}


def stated_in(assignments: Collection[str]) -> set[tuple[str, str, date]]:
    """By code of the assignment and of the manager, and month; for a later stage, which checks who may look."""
    rows = NoCommission.objects.filter(assignment__code__in=assignments)
    return set(rows.values_list("assignment__code", "manager__code", "month"))


@dataclass(frozen=True)
class StatementDue:
    """An assignment with the number of months of which nothing is stated yet."""

    assignment: str
    client: str
    months: int


def statements_waiting(*, seen_by: Actor, before: date) -> tuple[StatementDue, ...]:
    """The manager's own assignments with months that are over, of which hours stand approved and nothing is stated."""
    months = months_approved(seen_by=seen_by, before=before)
    codes = {code for code, _client, _month in months}
    rows = NoCommission.objects.filter(assignment__code__in=codes, manager__code=seen_by.manager)
    stated = set(rows.values_list("assignment__code", "month")) if codes else set()
    waits = Counter((code, client) for code, client, month in months if (code, month) not in stated)
    return tuple(StatementDue(code, client, count) for (code, client), count in waits.items())
