"""What stands on no document at the end of a month, as it stood in the books then: per manager on each assignment."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from interregnum.kernel.actor import Actor
from interregnum.kernel.bill import BillKind
from interregnum.kernel.money import Money
from interregnum.people.models import Manager
from interregnum.stages.invoice.models import InvoiceLine, Payable, PayLine
from interregnum.stages.invoice.queries.account import last_of_month
from interregnum.stages.invoice.queries.ledger import booked
from interregnum.stages.invoice.queries.rows import assignments_to_bill
from interregnum.stages.invoice.queries.standing import Standing, standing_of_all
from interregnum.stages.invoice.rules.accrual import Accrued, accrued_in_all
from interregnum.stages.invoice.rules.payable import OWING, PayKind, PayState
from interregnum.stages.invoice.rules.states import OPEN

NOTHING = Money(0)
# Key of the assignment, key of the manager or None, and whether the client approved the days.
Place = tuple[int, int | None, bool]


@dataclass(frozen=True)
class AccrualPage:
    """`month` is its first day; of `lines` the approved ones come first."""

    month: date
    lines: tuple[Accrued, ...]

    @property
    def last(self) -> date:
        return last_of_month(self.month)

    @property
    def sums(self) -> tuple[Money, Money]:
        return accrued_in_all(self.lines)


class _Sums:
    """Days, revenue and cost of each place, as they come in."""

    def __init__(self) -> None:
        self.found: dict[Place, tuple[int, Money, Money]] = {}

    def add(self, place: Place, *, days: int = 0, revenue: Money = NOTHING, cost: Money = NOTHING) -> None:
        known = self.found.get(place, (0, NOTHING, NOTHING))
        self.found[place] = (known[0] + days, known[1] + revenue, known[2] + cost)


def accrual_page(month: date, *, seen_by: Actor) -> AccrualPage:
    """A fixed number of queries, however many assignments there are; asked later it still says the same of approved
    days, whatever was billed since."""
    month = month.replace(day=1)
    last, sums = last_of_month(month), _Sums()
    rows = assignments_to_bill(seen_by)
    billed, invoiced = _billed_then(last), _invoiced_then(last)
    _billed_later(sums, rows, last, billed)
    _invoiced_later(sums, rows, last, invoiced)
    _on_nothing(sums, rows, last, billed, invoiced)
    return AccrualPage(month, _lines(sums, rows))


def _billed_later(sums: _Sums, rows: Any, last: date, billed: Collection[Any]) -> None:
    """What is on a draft, or on an invoice that was issued after the month and not credited."""
    lines = InvoiceLine.objects.filter(invoice__kind=BillKind.INVOICE, credited_by=None, day__lte=last)
    lines = lines.filter(Q(invoice__state__in=OPEN) | Q(invoice__issued_on__gt=last))
    names = ("invoice__assignment", "manager", "day", "extra__code", "amount")
    for key, manager, day, extra, amount in lines.filter(invoice__assignment__in=rows.values("pk")).values_list(*names):
        if (key, day, extra) not in billed:
            sums.add((key, manager, True), days=0 if extra else 1, revenue=amount)


def _billed_then(last: date) -> set[tuple[int, date, str | None]]:
    """Days and extras that stood on an invoice at the end of the month, and were credited afterwards."""
    lines = InvoiceLine.objects.filter(invoice__kind=BillKind.INVOICE, invoice__issued_on__lte=last)
    lines = lines.filter(credited_by__invoice__issued_on__gt=last)
    return set(lines.values_list("invoice__assignment", "day", "extra__code"))


def _invoiced_later(sums: _Sums, rows: Any, last: date, invoiced: Collection[Any]) -> None:
    """The same of managers: what nobody had accepted yet."""
    decided = dict(booked(Payable.objects.filter(state__in=OWING)).values_list("pk", "booked"))
    lines = PayLine.objects.exclude(payable__state=PayState.RETURNED).exclude(payable__kind=PayKind.CREDIT)
    lines = lines.filter(day__lte=last, payable__assignment__in=rows.values("pk"))
    names = ("payable", "payable__assignment", "payable__manager", "day", "why", "key", "amount")
    for payable, key, manager, *place, amount in lines.filter(credited_by=None).values_list(*names):
        if (decided.get(payable) or date.max) > last and (key, manager, *place) not in invoiced:
            sums.add((key, manager, True), cost=amount)


def _invoiced_then(last: date) -> set[tuple[Any, ...]]:
    lines = PayLine.objects.filter(credited_by__payable__issued_on__gt=last).exclude(payable__kind=PayKind.CREDIT)
    kept = booked(Payable.objects.filter(lines__in=lines, state__in=OWING)).filter(booked__lte=last)
    names = ("payable__assignment", "payable__manager", "day", "why", "key")
    return set(lines.filter(payable__in=kept).values_list(*names))


def _on_nothing(sums: _Sums, rows: Any, last: date, billed: Collection[Any], invoiced: Collection[Any]) -> None:
    _rows, standing = standing_of_all(rows.order_by("pk"), until=last)
    people = {who for own in standing.values() for who in own.people}
    keys = dict(Manager.objects.filter(code__in=people).values_list("code", "pk"))
    for key, own in standing.items():
        for who, day, extra, amount in _to_bill(own):
            if (key, day, extra) not in billed:
                sums.add((key, keys.get(who), True), days=0 if extra else 1, revenue=amount)
        for owed in own.owed:
            if (key, keys[owed.manager], owed.day, owed.why, owed.key) not in invoiced:
                sums.add((key, keys[owed.manager], True), cost=owed.amount)
        for one in own.unapproved:
            sums.add((key, keys[one.manager], False), days=1, revenue=one.revenue, cost=one.cost)


def _to_bill(own: Standing) -> Iterator[tuple[str, date, str | None, Money]]:
    """Code of the manager, day, code of what is beside days or None, and the amount."""
    yield from ((one.manager, one.day, None, one.amount) for one in own.to_bill)
    yield from ((one.manager, one.day, one.code, one.amount) for one in own.beside)


def _lines(sums: _Sums, rows: Any) -> tuple[Accrued, ...]:
    keys = {key for key, _manager, _is_approved in sums.found}
    known = {key: told for key, *told in rows.filter(pk__in=keys).values_list("pk", "number", "organisation__name")}
    people = {manager for _key, manager, _is_approved in sums.found if manager}
    names = dict(Manager.objects.filter(pk__in=people).values_list("pk", "name"))
    made = [
        Accrued(
            number=known[key][0],
            client=known[key][1],
            manager=names.get(manager or 0, ""),
            is_approved=is_approved,
            days=days,
            revenue=revenue,
            cost=cost,
        )
        for (key, manager, is_approved), (days, revenue, cost) in sums.found.items()
        if revenue != NOTHING or cost != NOTHING
    ]
    return tuple(sorted(made, key=lambda one: (not one.is_approved, one.number, one.manager)))
