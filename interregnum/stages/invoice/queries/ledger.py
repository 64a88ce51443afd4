"""The journal of invoices and payments over some months, of clients and of managers, for the accountant."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import TruncDate

from interregnum.kernel.bill import BillKind
from interregnum.kernel.money import Money
from interregnum.kernel.period import AMSTERDAM
from interregnum.stages.invoice.models import Invoice, Payable, Payment
from interregnum.stages.invoice.queries.bills import parts_from
from interregnum.stages.invoice.rules.ledger import (
    Account,
    Entry,
    by_account,
    invoice_entries,
    paid_entries,
    payable_entries,
    payment_entries,
    sums_of,
)
from interregnum.stages.invoice.rules.payable import OWING, PayKind
from interregnum.stages.invoice.rules.states import OPEN

CLIENT = "assignment__organisation__name"


@dataclass(frozen=True)
class Journal:
    """The entries in order of day, with the sums of each account and of all of them."""

    entries: tuple[Entry, ...]
    accounts: tuple[tuple[Account, Money, Money], ...]
    debit: Money
    credit: Money


def journal_of(first: date, last: date) -> Journal:
    found = [*_invoices(first, last), *_payments(first, last), *_payables(first, last), *_paid(first, last)]
    return journal_from(found)


def journal_from(found: Iterable[Entry]) -> Journal:
    entries = tuple(sorted(found, key=lambda one: (one.day, one.document)))
    accounts = tuple(
        (account, *sums) for account, sums in by_account(entries).items() if any(one.cents for one in sums)
    )
    return Journal(entries, accounts, *sums_of(entries))


def _invoices(first: date, last: date) -> list[Entry]:
    rows = Invoice.objects.filter(kind__in=[BillKind.INVOICE, BillKind.CREDIT], issued_on__range=(first, last))
    rows = rows.exclude(state__in=OPEN).order_by("issued_on", "number")
    names = ("issued_on", "number", CLIENT, "gross", "vat", "kind")
    return [
        entry
        for day, number, client, gross, vat, kind in rows.values_list(*names)
        for entry in invoice_entries(day, number, client, gross, parts_from(vat), is_credit=kind == BillKind.CREDIT)
    ]


def _payments(first: date, last: date) -> list[Entry]:
    rows = Payment.objects.filter(day__range=(first, last)).order_by("day", "pk")
    names = ("day", "invoice__number", f"invoice__{CLIENT}", "amount", "reference")
    return [
        entry
        for day, number, client, amount, words in rows.values_list(*names)
        for entry in payment_entries(day, number, client, amount, words)
    ]


def _payables(first: date, last: date) -> list[Entry]:
    """What managers are owed, on the day on which it was made or accepted: what they sent in may be dated earlier."""
    rows = booked(Payable.objects.filter(state__in=OWING)).filter(booked__range=(first, last)).order_by("booked", "pk")
    names = ("booked", "number", "manager__name", "gross", "vat_total", "vat", "kind")
    return [
        entry
        for day, number, manager, gross, vat, parts, kind in rows.values_list(*names)
        for entry in payable_entries(
            day, number, manager, gross=gross, vat=vat, parts=parts_from(parts), is_credit=kind == PayKind.CREDIT
        )
    ]


def booked(rows: QuerySet[Payable]) -> Any:
    """With the day on which each came into the books."""
    return rows.annotate(booked=TruncDate("decided_at", tzinfo=AMSTERDAM))


def _paid(first: date, last: date) -> list[Entry]:
    rows: Any = Payable.objects.filter(paid_on__range=(first, last)).order_by("paid_on", "pk")
    return [
        entry
        for day, number, manager, gross, kind in rows.values_list("paid_on", "number", "manager__name", "gross", "kind")
        for entry in paid_entries(day, number, manager, gross if kind != PayKind.CREDIT else Money(0) - gross)
    ]
