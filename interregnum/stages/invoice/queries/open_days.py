"""Approved days that are on no invoice yet, by assignment; and what waits for whoever bills."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.stages.invoice.models import Invoice
from interregnum.stages.invoice.queries.account import billing_account, last_of_month
from interregnum.stages.invoice.queries.rows import assignments_to_bill, invoices_of
from interregnum.stages.invoice.rules.states import DUNNED, OPEN, InvoiceState

MOST = 200


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


def open_lines(month: date, *, seen_by: Actor) -> tuple[OpenLine, ...]:
    """Assignments with approved days on no invoice, the most money first."""
    drafts = dict(Invoice.objects.filter(state__in=OPEN).values_list("assignment__code", "code"))
    found = [_line(row, month, drafts) for row in billable_rows(seen_by)[:MOST]]
    return tuple(sorted((one for one in found if one), key=lambda one: -one.amount.cents))


def billable_rows(seen_by: Actor) -> Any:
    """Assignments with an approved day that no invoice bills: asked of the database in one go."""
    billed = Count("hours__days", filter=Q(hours__days__approved__gt=0), distinct=True)
    rows = assignments_to_bill(seen_by).annotate(approved_days=billed).filter(approved_days__gt=0)
    return rows.order_by("number")


def _line(row: Any, month: date, drafts: dict[str, str]) -> OpenLine | None:
    days = billing_account(row).open_until(last_of_month(month))
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


def total_of(lines: Iterable[OpenLine]) -> Money:
    return sum((one.amount for one in lines), Money(0))
