"""The lines of a draft: a day as its part of a day at the rate, an extra as one piece; and each claimed once."""

from collections.abc import Iterable, Sequence
from typing import Any

from interregnum.people.models import Manager
from interregnum.stages.invoice.models import BilledDay, BilledExtra, Extra, Invoice, InvoiceLine
from interregnum.stages.invoice.queries.account import day_minutes
from interregnum.stages.invoice.rules.days import Billable, quantity_of
from interregnum.stages.invoice.rules.extras import Beside, quantity_and_price

# What somebody wrote goes when they are erased.
NAMELESS = "–"


def lines_of_days(days: Sequence[Billable]) -> list[InvoiceLine]:
    """Without their place and their VAT."""
    size = day_minutes(days[0].day) if days else 1
    managers = _by_code(Manager.objects.only("code"), {one.manager for one in days})
    return [
        InvoiceLine(
            day=one.day,
            manager=managers[one.manager],
            minutes=one.minutes,
            quantity=quantity_of(one.minutes, day_minutes=size),
            price=one.rate,
            amount=one.amount,
        )
        for one in days
    ]


def lines_of_extras(extras: Sequence[Beside]) -> list[InvoiceLine]:
    """With the text as it stands now: an invoice that was issued keeps it."""
    rows = _by_code(Extra.objects.select_related("manager"), {one.code for one in extras})
    made = []
    for one in extras:
        quantity, price = quantity_and_price(one.amount)
        row = rows[one.code]
        about = {"day": one.day, "manager": row.manager, "extra": row, "text": one.text or NAMELESS, "minutes": 0}
        made.append(InvoiceLine(**about, quantity=quantity, price=price, amount=one.amount))
    return made


def claim(invoice: Invoice, lines: Iterable[InvoiceLine]) -> None:
    """Raises IntegrityError when one of these stands on another invoice."""
    kept = list(lines)
    BilledDay.objects.bulk_create(
        BilledDay(assignment_id=invoice.assignment_id, day=line.day, line=line) for line in kept if not line.extra
    )
    BilledExtra.objects.bulk_create(BilledExtra(extra=line.extra, line=line) for line in kept if line.extra)


def _by_code(rows: Any, codes: set[str]) -> dict[str, Any]:
    return {row.code: row for row in rows.filter(code__in=codes)} if codes else {}
