"""What managers are owed by age, and what comes in and goes out week by week."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, Sum

from interregnum.kernel.bill import BillKind
from interregnum.kernel.money import Money
from interregnum.parameters.values import value
from interregnum.stages.invoice.models import Invoice, Payable
from interregnum.stages.invoice.queries.ageing import AgeingPage, ageing_page
from interregnum.stages.invoice.queries.ledger import booked
from interregnum.stages.invoice.queries.payable_pages import payable_lines
from interregnum.stages.invoice.queries.payable_rows import ALONG
from interregnum.stages.invoice.rules.ageing import Aged, Owed, aged
from interregnum.stages.invoice.rules.forecast import Week, vat_periods, weeks_of
from interregnum.stages.invoice.rules.payable import OWING, PayKind, PayState
from interregnum.stages.invoice.rules.states import OPEN

NOTHING = Money(0)
SIDES = frozenset({PayState.APPROVED, PayState.RECEIVED})


@dataclass(frozen=True)
class ForecastPage:
    """`clients` is what they owe; `managers` what they are owed, by how many days it is past the day of payment."""

    clients: AgeingPage
    managers: tuple[Aged, ...]
    managers_total: Aged
    weeks: tuple[Week, ...]

    @property
    def lowest(self) -> Money:
        """The least that all weeks up to one leave."""
        return min((one.so_far for one in self.weeks), default=NOTHING)


def forecast_page(*, on: date) -> ForecastPage:
    clients = ageing_page(on=on)
    due = _due(on)
    owed = [Owed(name, day, amount) for name, day, amount, is_accepted in due if is_accepted]
    together = aged([Owed("", one.due_on, one.left) for one in owed], on=on, edges=clients.edges)
    none = Aged("", NOTHING, (NOTHING,) * (len(clients.edges) + 1))
    weeks = weeks_of(dict(clients.weeks), [(day, amount) for _name, day, amount, _is in due], _vat(on), on=on)
    return ForecastPage(clients, aged(owed, on=on, edges=clients.edges), together[0] if together else none, weeks)


def _due(on: date) -> list[tuple[str, date, Money, bool]]:
    """Name of the manager, day of payment, what is paid incl. VAT, and whether it was accepted; a credit note is taken
    off what is paid next."""
    rows = list(Payable.objects.filter(state__in=SIDES).select_related(*ALONG).order_by("pk"))
    found = []
    for row, line in zip(rows, payable_lines(rows, on), strict=True):
        amount = NOTHING - row.gross if row.kind == PayKind.CREDIT else row.gross
        found.append((line.manager, line.due_on or on, amount, row.state == PayState.APPROVED))
    return found


def _vat(on: date) -> list[tuple[date, Money]]:
    """The VAT of each period that is not due yet, as it stands today: what was charged less what was paid."""
    told = value("invoice.vat_return", on=on)
    periods = vat_periods(on, months=int(told["period_months"]), pay_months=int(told["pay_months"]))
    return [(due, _charged(first, last) - _paid(first, last)) for first, last, due in periods]


def _charged(first: date, last: date) -> Money:
    rows = Invoice.objects.filter(issued_on__range=(first, last)).exclude(state__in=OPEN)
    return _less(rows, Q(kind=BillKind.CREDIT))


def _paid(first: date, last: date) -> Money:
    rows = booked(Payable.objects.filter(state__in=OWING)).filter(booked__range=(first, last))
    return _less(rows, Q(kind=PayKind.CREDIT))


def _less(rows: Any, is_credit: Q) -> Money:
    """The VAT of these rows, less that of their credit notes."""
    sums = rows.order_by().aggregate(all=Sum("vat_total", filter=~is_credit), back=Sum("vat_total", filter=is_credit))
    return (sums["all"] or NOTHING) - (sums["back"] or NOTHING)
