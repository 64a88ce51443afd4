"""Approved days and extras that are on no invoice yet, by assignment; and what waits for whoever bills."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q

from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.kernel.vat import EU, HOME, Buyer, charge
from interregnum.stages.deliver.queries.tenures import approved_days
from interregnum.stages.invoice.models import BilledDay, Invoice
from interregnum.stages.invoice.queries.account import Account, billing_accounts, last_of_month
from interregnum.stages.invoice.queries.extras import extras_of_many, unbilled
from interregnum.stages.invoice.queries.periods import first_day
from interregnum.stages.invoice.queries.rows import UNSENT, assignments_to_bill, invoices_of
from interregnum.stages.invoice.rules.extras import Beside, fitting
from interregnum.stages.invoice.rules.states import DUNNED, OPEN, InvoiceState
from interregnum.stages.invoice.texts import REFUSALS

PAGE = 25


@dataclass(frozen=True)
class OpenLine:
    """What would stand on a draft of one assignment up to the end of a month, excl. VAT; `extras` is what is beside
    days."""

    assignment: str
    number: str
    client: str
    manager: str
    days: int
    minutes: int
    extras: int
    amount: Money
    first: date
    draft: str


@dataclass(frozen=True)
class Held:
    """An assignment of which no draft can be made yet, and why; `organisation` is the code of its client."""

    number: str
    client: str
    organisation: str
    why: object


@dataclass(frozen=True)
class OpenPage:
    """One page of them; `count` is how many assignments have such days in all, `held` of which of all of them no draft
    can be made."""

    lines: tuple[OpenLine, ...]
    page: Any
    count: int
    held: tuple[Held, ...]

    @property
    def total(self) -> Money:
        return sum((one.amount for one in self.lines), Money(0))


def open_page(month: date, *, seen_by: Actor, number: str = "") -> OpenPage:
    """Assignments with approved days or extras on no invoice, the most money of each page first; few queries."""
    every = billable_rows(month, seen_by)
    paged = Paginator(every, PAGE)
    page = paged.get_page(number)
    rows = list(page)
    drafts = dict(
        Invoice.objects.filter(state__in=OPEN, assignment__in=[row.pk for row in rows], month=month).values_list(
            "assignment__code", "code"
        )
    )
    accounts, last = billing_accounts(rows), last_of_month(month)
    beside = extras_of_many([row.pk for row in rows], last)
    found = [_line(row, accounts[row.pk], beside[row.pk], last, drafts) for row in rows]
    lines = sorted((one for one in found if one), key=lambda one: -one.amount.cents)
    return OpenPage(tuple(lines), page, paged.count, held_back(month, every))


def billable_rows(month: date, seen_by: Actor) -> Any:
    """Assignments with an approved day or extra up to the end of a month that no invoice bills; a discount alone makes
    none."""
    billed = BilledDay.objects.filter(assignment=OuterRef("week__assignment"), day=OuterRef("day"))
    days = approved_days(last_of_month(month)).filter(~Exists(billed), day__gte=first_day()).values("week__assignment")
    extras = unbilled(last_of_month(month)).filter(amount__gt=0).order_by().values("assignment")
    return assignments_to_bill(seen_by).filter(Q(pk__in=days) | Q(pk__in=extras)).order_by("number")


def to_draft(month: date, *, seen_by: Actor) -> list[str]:
    """The codes of those that have no draft of this month yet."""
    return list(_undrafted(month, billable_rows(month, seen_by)).values_list("code", flat=True))


def _undrafted(month: date, rows: Any) -> Any:
    drafts = Invoice.objects.filter(state__in=OPEN, month=month)
    return rows.exclude(pk__in=drafts.values("assignment"))


def held_back(month: date, rows: Any) -> tuple[Held, ...]:
    """Those whose client lacks what a draft needs: whoever drafts all at once reads which stay behind, and why."""
    names = ("number", *(f"organisation__{name}" for name in ("name", "code", "country", "vat_number")))
    elsewhere = _undrafted(month, rows).filter(organisation__country__in=EU - {HOME})
    found = (
        (Held(number, client, code, ""), charge(Buyer(country=country, vat_number=vat_number), percent=0))
        for number, client, code, country, vat_number in elsewhere.values_list(*names)
    )
    return tuple(replace(one, why=REFUSALS[made.reasons[0].code]) for one, made in found if isinstance(made, Refused))


def _line(row: Any, account: Account, beside: Sequence[Beside], last: date, drafts: dict[str, str]) -> OpenLine | None:
    days = account.open_until(last)
    worked = sum((one.amount for one in days), Money(0))
    extras = fitting(worked, account.of_client(beside))
    if not days and not extras:
        return None
    return OpenLine(
        row.code,
        row.number,
        row.organisation.name,
        row.manager.name,
        len(days),
        sum(one.minutes for one in days),
        len(extras),
        sum((one.amount for one in extras), worked),
        min([*(one.day for one in days), *(one.day for one in extras)]),
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
        to_send=Count("pk", filter=UNSENT),
        late=Count("pk", filter=Q(state__in=DUNNED, due_on__lt=on)),
        disputed=Count("pk", filter=Q(state=InvoiceState.DISPUTED)),
    )
    return Waiting(**counts)
