"""The journal of invoices and payments over some months, for the accountant."""

from dataclasses import dataclass
from datetime import date

from interregnum.kernel.bill import BillKind
from interregnum.kernel.money import Money
from interregnum.stages.invoice.models import Invoice, Payment
from interregnum.stages.invoice.queries.bills import parts_from
from interregnum.stages.invoice.rules.ledger import (
    Account,
    Entry,
    by_account,
    invoice_entries,
    payment_entries,
    sums_of,
)
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
    entries = tuple(sorted([*_invoices(first, last), *_payments(first, last)], key=lambda one: (one.day, one.document)))
    accounts = tuple((account, *sums) for account, sums in by_account(entries).items())
    return Journal(entries, accounts, *sums_of(entries))


def _invoices(first: date, last: date) -> list[Entry]:
    # What is billed to clients: the manager's side has its own documents.
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
