"""Invoices as payments are matched with them, the files of the bank, and the lines that wait for a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from interregnum.jobs.models import Started
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.bill import BillKind
from interregnum.kernel.money import Money
from interregnum.stages.invoice.models import BankFile, BankLine, Invoice, Payment
from interregnum.stages.invoice.queries.rows import invoices_of
from interregnum.stages.invoice.rules.bank_lines import LineState
from interregnum.stages.invoice.rules.payments import OpenInvoice, Share
from interregnum.stages.invoice.rules.states import OPEN, InvoiceState, undisputed

AT_THE_BANK = frozenset({Role.PARTNER, Role.BACK_OFFICE, Role.AUDITOR})
NOTHING = Money(0)
# More invoices than this are not offered beside a line; any other is found by its number.
MOST = 12


def open_invoices() -> list[OpenInvoice]:
    """Every invoice that was issued: those that are paid too, so that a second payment is known as one."""
    names = ("number", "gross", "paid", "credited", "due_on", "assignment__organisation__name")
    rows = Invoice.objects.filter(kind=BillKind.INVOICE).exclude(state__in=OPEN).order_by("pk")
    accounts = accounts_of_clients()
    found = []
    for number, gross, paid, credited, due_on, name in rows.values_list(*names):
        left = max(NOTHING, gross - paid - credited)
        made = OpenInvoice(number=number, reference=number, open=left, name=name, iban=accounts.get(name, ""))
        found.append(OpenInvoice(**{**vars(made), "due_on": due_on, "paid": paid}))
    return found


def accounts_of_clients() -> dict[str, str]:
    """The account from which each client paid last, by its name."""
    rows = BankLine.objects.filter(state=LineState.BOOKED, payments__is_undone=False).exclude(iban="")
    return dict(rows.order_by("pk").values_list("payments__invoice__assignment__organisation__name", "iban"))


def bank_lines(*, seen_by: Actor) -> QuerySet[BankLine]:
    rows = BankLine.objects.select_related("file", "decided_by")
    return rows if seen_by.role in AT_THE_BANK else rows.none()


def bank_files(*, seen_by: Actor) -> QuerySet[BankFile]:
    """With how many of the lines were booked and how many wait."""
    rows = BankFile.objects.select_related("uploaded_by").annotate(
        booked=Count("rows", filter=Q(rows__state=LineState.BOOKED)),
        waiting=Count("rows", filter=Q(rows__state=LineState.WAITS)),
    )
    return rows if seen_by.role in AT_THE_BANK else rows.none()


def lines_waiting(*, seen_by: Actor) -> int:
    return bank_lines(seen_by=seen_by).filter(state=LineState.WAITS).count()


def work_of(job: str, *, seen_by: Actor) -> str:
    """The job, when this account started it and may see how far it is; else ""."""
    return job if job and Started.objects.filter(job=job, by=seen_by.code).exists() else ""


@dataclass(frozen=True)
class Candidate:
    """An invoice that comes into question, with what is open and what is proposed of the line."""

    code: str
    number: str
    client: str
    open: Money
    due_on: date | None
    proposed: Money | None


@dataclass(frozen=True, kw_only=True)
class LinePage:
    row: BankLine
    candidates: tuple[Candidate, ...]
    booked: tuple[tuple[str, str, Money], ...]

    @property
    def is_waiting(self) -> bool:
        return self.row.state == LineState.WAITS


def line_page(code: str, *, seen_by: Actor) -> LinePage:
    """Raises Http404 for a line that is not there, or not theirs."""
    row = bank_lines(seen_by=seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    payments = Payment.objects.filter(line=row, is_undone=False).order_by("pk")
    booked = tuple(payments.values_list("invoice__code", "invoice__number", "amount"))
    return LinePage(row=row, candidates=_candidates(row, seen_by), booked=booked)


def _candidates(row: BankLine, seen_by: Actor) -> tuple[Candidate, ...]:
    proposed = {share.number: share.amount for share in shares_of(row)}
    rows = invoices_of(seen_by).filter(number__in=row.candidates[:MOST]).order_by("due_on", "number")
    return tuple(
        Candidate(
            one.code,
            one.number,
            one.assignment.organisation.name,
            max(NOTHING, one.gross - one.paid - one.credited),
            one.due_on,
            proposed.get(one.number),
        )
        for one in rows
    )


def shares_of(row: BankLine) -> tuple[Share, ...]:
    return tuple(Share(number, Money.from_cents(cents)) for number, cents in row.shares)


def kept_shares(shares: Sequence[Share]) -> list[list[object]]:
    return [[share.number, share.amount.cents] for share in shares]


def state_again(row: Invoice) -> InvoiceState:
    """How an invoice stands of which not all is paid any more."""
    if row.state != InvoiceState.PAID or row.paid + row.credited >= row.gross:
        return row.state
    return undisputed(is_sent=row.sent_at is not None, reminders=row.reminders)
