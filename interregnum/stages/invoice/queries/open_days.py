"""Approved days that are on no invoice yet, by assignment; and what waits for whoever bills."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q

from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.stages.deliver.queries.tenures import approved_days
from interregnum.stages.invoice.models import BilledDay, Invoice
from interregnum.stages.invoice.queries.account import billing_accounts, last_of_month
from interregnum.stages.invoice.queries.periods import first_day
from interregnum.stages.invoice.queries.rows import assignments_to_bill, invoices_of
from interregnum.stages.invoice.rules.days import Billable
from interregnum.stages.invoice.rules.states import DUNNED, OPEN, InvoiceState

PAGE = 25


@dataclass(frozen=True)
class OpenLine:
    """What would stand on a draft of one assignment up to the end of a month, excl. VAT."""

    assignment: str
    number: str
    client: str
    manager: str
    days: int
    minutes: int
    amount: Money
    first: date
    draft: str


@dataclass(frozen=True)
class OpenPage:
    """One page of them; `count` is how many assignments have such days in all."""

    lines: tuple[OpenLine, ...]
    page: Any
    count: int

    @property
    def total(self) -> Money:
        return sum((one.amount for one in self.lines), Money(0))


def open_page(month: date, *, seen_by: Actor, number: str = "") -> OpenPage:
    """Assignments with approved days on no invoice, the most money of each page first; a few queries a page."""
    paged = Paginator(billable_rows(month, seen_by), PAGE)
    page = paged.get_page(number)
    rows = list(page)
    drafts = dict(
        Invoice.objects.filter(state__in=OPEN, assignment__in=[row.pk for row in rows], month=month).values_list(
            "assignment__code", "code"
        )
    )
    accounts = billing_accounts(rows)
    found = [_line(row, accounts[row.pk].open_until(last_of_month(month)), drafts) for row in rows]
    lines = sorted((one for one in found if one), key=lambda one: -one.amount.cents)
    return OpenPage(tuple(lines), page, paged.count)


def billable_rows(month: date, seen_by: Actor) -> Any:
    """Assignments with an approved day up to the end of a month that no invoice bills."""
    billed = BilledDay.objects.filter(assignment=OuterRef("week__assignment"), day=OuterRef("day"))
    days = approved_days(last_of_month(month)).filter(~Exists(billed), day__gte=first_day()).values("week__assignment")
    return assignments_to_bill(seen_by).filter(pk__in=days).order_by("number")


def to_draft(month: date, *, seen_by: Actor) -> list[str]:
    """The codes of those that have no draft of this month yet."""
    rows = billable_rows(month, seen_by).exclude(
        pk__in=Invoice.objects.filter(state__in=OPEN, month=month).values("assignment")
    )
    return list(rows.values_list("code", flat=True))


def _line(row: Any, days: Sequence[Billable], drafts: dict[str, str]) -> OpenLine | None:
    if not days:
        return None
    return OpenLine(
        row.code,
        row.number,
        row.organisation.name,
        row.manager.name,
        len(days),
        sum(one.minutes for one in days),
        sum((one.amount for one in days), Money(0)),
        days[0].day,
        drafts.get(row.code, ""),
    )


@dataclass(frozen=True)
class Waiting:
    """How many invoices wait for whoever looks: drafts, those to send, overdue and disputed ones."""

    drafts: int = 0
    to_send: int = 0
    late: int = 0
    disputed: int = 0


def invoices_waiting(*, seen_by: Actor, on: date) -> Waiting:
    counts: dict[str, int] = invoices_of(seen_by).aggregate(
        drafts=Count("pk", filter=Q(state__in=OPEN)),
        to_send=Count("pk", filter=Q(state=InvoiceState.ISSUED)),
        late=Count("pk", filter=Q(state__in=DUNNED, due_on__lt=on)),
        disputed=Count("pk", filter=Q(state=InvoiceState.DISPUTED)),
    )
    return Waiting(**counts)
