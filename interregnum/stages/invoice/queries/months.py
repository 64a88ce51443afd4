"""A month of invoices as the page shows it from which all are given their numbers, or sent, at once."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, Sum

from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.kernel.period import month_written
from interregnum.stages.invoice.queries.otherwise import InvoiceOtherwise, otherwise_of_month
from interregnum.stages.invoice.queries.rows import UNSENT, drafts_of, invoices_of, to_send
from interregnum.stages.invoice.queries.stated import lacking_statements
from interregnum.stages.invoice.rules.delivery import PapersState, Trip
from interregnum.stages.invoice.rules.states import OPEN


@dataclass(frozen=True)
class MonthPage:
    """`drafts` wait for a number, `making` for their documents, `to_send` for being sent, `under_way` for the access
    point; `stuck` could not be made or sent, and want somebody to look. `otherwise` were issued and stand otherwise by
    now. `unstated` of the drafts lack what a manager has not stated yet."""

    month: date
    drafts: int
    drafted: Money
    making: int
    to_send: int
    under_way: int
    stuck: int
    sent: int
    otherwise: tuple[InvoiceOtherwise, ...]
    unstated: int


def last_month(on: date) -> date:
    """The first day of the month before."""
    return (on.replace(day=1) - timedelta(days=1)).replace(day=1)


def month_asked(written: str, *, on: date) -> date:
    """The month as 2026-03; else the one before this one, which is complete."""
    return month_written(written) or last_month(on)


def month_page(written: str, *, seen_by: Actor, on: date) -> MonthPage:
    month = month_asked(written, on=on)
    rows, issued = invoices_of(seen_by).filter(month=month), UNSENT
    stuck = Q(papers__state__in=[PapersState.FAILED, PapersState.FAULTY]) | Q(papers__trip=Trip.FAILED)
    found = rows.aggregate(
        making=Count("pk", filter=issued & Q(papers__state=PapersState.MAKING)),
        under_way=Count("pk", filter=issued & Q(papers__trip=Trip.UNDER_WAY)),
        stuck=Count("pk", filter=issued & stuck),
        sent=Count("pk", filter=~Q(state__in=OPEN) & ~issued),
    )
    drafts = drafts_of(month, seen_by=seen_by)
    drafted = drafts.aggregate(total=Sum("net"))["total"]
    return MonthPage(
        month=month,
        drafts=drafts.count(),
        drafted=drafted if isinstance(drafted, Money) else Money.from_cents(drafted or 0),
        to_send=to_send(month, seen_by=seen_by).count(),
        otherwise=otherwise_of_month(month, seen_by=seen_by),
        unstated=lacking_statements(drafts),
        **found,
    )
