"""A month of the books is closed, and opened again with a reason; in a closed one nothing is dated."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.invoice.models import Books, ClosedMonth
from interregnum.stages.invoice.period_facts import BooksBegun, MonthClosed, MonthOpened
from interregnum.stages.invoice.queries.periods import closed_months, first_billed, first_month


def hold_books() -> frozenset[date]:
    """The closed months, which stay as they are until this transaction ends: closing waits for whoever dates."""
    Books.objects.get_or_create(pk=1)
    Books.objects.filter(pk=1).update(held=F("held") + 1)
    return closed_months()


def posting_day(day: date, closed: Collection[date], *, on: date) -> date:
    """The day of the bank, or today where its month is closed: what comes late goes into the open month."""
    return on if day.replace(day=1) in closed else day


@action
def close_month(*, month: date, by: Actor, at: datetime) -> Refused | None:
    """Only a month that is over: until then something may still be dated in it."""
    month = month.replace(day=1)
    if month >= local_day(at).replace(day=1):
        return Refused.because("period.not_over", "month")
    if (first := first_month()) is not None and month < first:
        return Refused.because("period.before_all", "month", first=first)
    hold_books()
    try:
        with transaction.atomic():
            ClosedMonth.objects.create(month=month, closed_at=at, closed_by=Account.objects.get(code=by.code))
    except IntegrityError:
        return Refused.because("period.closed_before", "month")
    record(MonthClosed(month=month.isoformat()), by=by, at=at)
    return None


@action
def begin_books(*, month: date, by: Actor, at: datetime) -> Refused | None:
    """From this month on days are invoiced here; what was worked before was invoiced elsewhere."""
    month = month.replace(day=1)
    if month > local_day(at):
        return Refused.because("period.begins_later", "begins")
    hold_books()
    if (billed := first_billed()) is not None and billed < month:
        return Refused.because("period.billed_before", "begins", day=billed)
    Books.objects.filter(pk=1).update(begins_on=month)
    record(BooksBegun(month=month.isoformat()), by=by, at=at)
    return None


@action
def open_month(*, month: date, why: str, by: Actor, at: datetime) -> Refused | None:
    hold_books()
    opened = {"opened_at": at, "opened_by": Account.objects.get(code=by.code), "why": why.strip()}
    if not ClosedMonth.objects.filter(month=month.replace(day=1), opened_at=None).update(**opened):
        return Refused.because("period.not_closed")
    record(MonthOpened(month=month.replace(day=1).isoformat(), why=why.strip()), by=by, at=at)
    return None
