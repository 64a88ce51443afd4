"""What stands on no invoice yet of many assignments at once: to clients, and of managers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.db.models import Count, Q, QuerySet

from interregnum.kernel.money import Money
from interregnum.stages.deliver.queries.tenures import days_worked, worked_days_of_all
from interregnum.stages.guarantee.queries.proof import owed_of_all
from interregnum.stages.guarantee.rules.days import Bearer, DayLine, Turn
from interregnum.stages.invoice.models import BilledDay, PaidDay
from interregnum.stages.invoice.queries.account import day_minutes, firm_days, turns_and_lines
from interregnum.stages.invoice.queries.extras import extras_of_many, unbilled
from interregnum.stages.invoice.queries.payable_account import expenses_of_all, notice_of, with_unpaid_expenses
from interregnum.stages.invoice.queries.periods import first_day
from interregnum.stages.invoice.rules.days import Billable, billable
from interregnum.stages.invoice.rules.extras import Beside, client_bears, reckoned
from interregnum.stages.invoice.rules.payable import Earned, earned


@dataclass(frozen=True)
class Awaited:
    """A day that was sent and is not approved; `revenue` is nil where the client pays the day of another manager."""

    manager: str
    day: date
    revenue: Money
    cost: Money


@dataclass(frozen=True)
class Standing:
    """Of one assignment: days on no invoice to the client, what it bears beside them, what is on no payable of its
    manager, and days that were sent and are not approved, as they would be billed and paid."""

    to_bill: tuple[Billable, ...]
    beside: tuple[Beside, ...]
    owed: tuple[Earned, ...]
    unapproved: tuple[Awaited, ...]

    @property
    def people(self) -> set[str]:
        """The managers of any of it."""
        found: list[Billable | Beside | Earned | Awaited] = [*self.to_bill, *self.beside, *self.owed, *self.unapproved]
        return {one.manager for one in found}


def standing_of_all(rows: QuerySet[Any], *, until: date = date.max) -> tuple[list[Any], dict[int, Standing]]:
    """Those of these assignments with anything that is on no invoice of one side or the other, and what that is."""
    notices = owed_of_all()
    beside = Q(pk__in=unbilled(until).order_by().values("assignment"))
    found = list(rows.filter(Q(code__in=_with_open_days() | with_unpaid_expenses()) | Q(pk__in=notices) | beside))
    extras = extras_of_many([row.pk for row in found], until)
    return found, standing_of(found, notices, extras, until=until)


def _with_open_days() -> set[str]:
    """The codes of assignments of which not each day is on an invoice of both sides: three queries, however many."""
    worked: dict[str, int] = {}
    for (code, _manager), days in days_worked(since=first_day()).items():
        worked[code] = worked.get(code, 0) + days
    billed, paid = _counts(BilledDay.objects.all()), _counts(PaidDay.objects.filter(beside=""))
    return {code for code, days in worked.items() if min(billed.get(code, 0), paid.get(code, 0)) < days}


def _counts(rows: Any) -> dict[str, int]:
    counted = rows.order_by().values_list("assignment__code").annotate(Count("pk"))
    return {code: count for code, count in counted}


Notices = Mapping[int, Sequence[tuple[str, str, date, int, Money]]]
Extras = Mapping[int, Sequence[Beside]]


def standing_of(
    assignments: Sequence[Any], notices: Notices, extras: Extras | None = None, *, until: date = date.max
) -> dict[int, Standing]:
    """By their key, up to a day; of assignments with their contract and manager. A few queries, however many.

    `notices` is what agreements still ask for days that were not worked, `extras` what is on no invoice beside days,
    each by the key of their assignment.
    """
    keys = [row.pk for row in assignments]
    turns, lines = turns_and_lines(assignments)
    worked = worked_days_of_all(keys)
    billed = set(BilledDay.objects.filter(assignment__in=keys).values_list("assignment", "day"))
    paid, expenses = _paid(keys), expenses_of_all(keys)
    first, size = first_day(), cache(day_minutes)

    def held(day: date) -> bool:
        return first <= day <= until

    found = {}
    for key in keys:
        own = worked[key]
        minutes = size(min(day for _who, day, _sent, _approved in own)) if own else 1
        approved = {(who, day): count for who, day, _sent, count in own}
        due = [*earned(lines[key], turns[key], approved, day_minutes=minutes)]
        due += [*(notice_of(notices.get(key, ()), minutes) if own else []), *expenses[key]]
        days = [one for one in billable(lines[key], turns[key]) if first <= one.day]
        beside = [one for one in (extras or {}).get(key, ()) if client_bears(one, turns[key], firm_days(lines[key]))]
        found[key] = Standing(
            tuple(one for one in days if held(one.day) and (key, one.day) not in billed),
            reckoned(beside, days),
            tuple(one for one in due if held(one.day) and (key, one.manager, *one.place) not in paid),
            tuple(_unapproved([line for line in lines[key] if held(line.day)], turns[key], minutes)),
        )
    return found


def _unapproved(lines: Sequence[DayLine], turns: Sequence[Turn], day_minutes: int) -> Iterator[Awaited]:
    billed = {line.day for line in lines if line.bearer == Bearer.CLIENT}
    for line in lines:
        if line.bearer != Bearer.NOBODY or not line.minutes:
            continue
        turn = next(turn for turn in turns if turn.manager == line.manager and turn.holds(line.day))
        part = Decimal(line.minutes) / day_minutes
        revenue = turn.client_rate * part if line.day not in billed else Money(0)
        billed.add(line.day)
        yield Awaited(line.manager, line.day, revenue, turn.manager_rate * part)


def _paid(keys: Sequence[int]) -> set[tuple[Any, ...]]:
    rows = PaidDay.objects.filter(assignment__in=keys)
    return set(rows.values_list("assignment", "manager__code", "beside", "day", "key"))
