"""An invoice gets its number and stays as it is; then it goes to the client, who is reminded in steps."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db.models import F

from interregnum.jobs.post import Enclosed
from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.bill import BillKind
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.parameters.values import value
from interregnum.people.models import Firm
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import objects_of, tell
from interregnum.stages.invoice.actions.draft import stale_because
from interregnum.stages.invoice.actions.hand_over import hand_over, mark_sent
from interregnum.stages.invoice.actions.make_papers import ask_for_papers
from interregnum.stages.invoice.actions.periods import hold_books
from interregnum.stages.invoice.facts import InvoiceIssued, InvoiceReminded, InvoiceSent
from interregnum.stages.invoice.models import Invoice, InvoicePapers, InvoiceSeries
from interregnum.stages.invoice.queries.bills import buyer_of, lacks_of, order_of, seller_of
from interregnum.stages.invoice.queries.papers import files_of, language_of, way_of, wishes_of
from interregnum.stages.invoice.queries.rows import UNSENT, invoice_row
from interregnum.stages.invoice.rules.delivery import PapersState, Trip, Way
from interregnum.stages.invoice.rules.numbers import SERIES, invoice_number
from interregnum.stages.invoice.rules.payment import due_on, reminder_due
from interregnum.stages.invoice.rules.states import DUNNED, InvoiceState

SENT, REMINDER = "mail/invoice_sent.txt", "mail/invoice_reminder.txt"


@action
def issue_invoice(*, invoice: str, by: Actor, at: datetime) -> str | Refused:
    """Number and invoice in one transaction; returns the number. From here on only a credit note changes anything."""
    row = invoice_row(invoice, seen_by=by)
    firm, buyer, day = Firm.objects.get(), row.assignment.organisation, local_day(at)
    if lacks := lacks_of(row):
        return Refused(tuple(Reason(code) for code in lacks))
    if day.replace(day=1) in hold_books():
        return Refused.because("period.issue")
    law, agreed = value("invoice.large_payment_days", on=day), row.assignment.contract.payment_days
    # Whoever is first claims it before a number is taken: of two people at once, one number is used.
    if not Invoice.objects.select_for_update().filter(pk=row.pk, state=InvoiceState.CHECKED).exists():
        return Refused.because("invoice.not_now")
    # Whoever takes back an approval holds the same row.
    if (stale := stale_because(row)) is not None:
        return stale
    number = next_number(BillKind.INVOICE, day.year)
    kept = Invoice.objects.filter(pk=row.pk, state=InvoiceState.CHECKED).update(
        state=InvoiceState.ISSUED,
        number=number,
        issued_at=at,
        issued_on=day,
        due_on=due_on(day, agreed_days=agreed, is_large_buyer=buyer.is_large, law_days=law),
        seller=seller_of(firm),
        buyer=buyer_of(buyer, order=order_of(row)),
    )
    if not kept:
        return Refused.because("invoice.not_now")
    record(InvoiceIssued(invoice=row.code, assignment=row.assignment.code, number=number), by=by, at=at)
    ask_for_papers(row, at=at)
    return number


def next_number(kind: BillKind, year: int) -> str:
    """The next number of a series, without gaps: the row stays locked until the invoice is committed or undone."""
    name = SERIES[kind]
    InvoiceSeries.objects.get_or_create(series=name, year=year)
    InvoiceSeries.objects.filter(series=name, year=year).update(last=F("last") + 1)
    return invoice_number(name, year, InvoiceSeries.objects.get(series=name, year=year).last)


@action
def send_invoice(*, invoice: str, by: Actor, at: datetime) -> Refused | None:
    """The way that the client chose: a mail with a link, one with the documents, or its access point; once."""
    row = invoice_row(invoice, seen_by=by)
    papers = InvoicePapers.objects.filter(invoice=row).first()
    if papers is None or papers.state != PapersState.READY:
        return Refused.because("invoice.no_document")
    way = way_of(row)
    if way is Way.NETWORK:
        return _to_network(row, papers)
    if not mark_sent(Invoice.objects.filter(UNSENT, pk=row.pk), at):
        return Refused.because("invoice.not_now")
    _tell(row, SENT, name_once=f"{SENT} {row.code}", files=files_of(papers) if way is Way.MAIL else ())
    record(InvoiceSent(invoice=row.code, assignment=row.assignment.code, number=row.number), by=by, at=at)
    return None


def _to_network(row: Invoice, papers: InvoicePapers) -> Refused | None:
    """The worker hands it over; what became of that stands on the page."""
    if not settings.ACCESS_POINT["address"]:
        return Refused.because("invoice.no_access_point")
    if not Invoice.objects.filter(UNSENT, pk=row.pk).exists():
        return Refused.because("invoice.not_now")
    free = InvoicePapers.objects.filter(pk=papers.pk).exclude(trip__in=[Trip.UNDER_WAY, Trip.TAKEN])
    if not free.update(trip=Trip.UNDER_WAY, trouble=""):
        return Refused.because("invoice.not_now")
    hand_over.enqueue(row.code)
    return None


def remind_of_invoices(at: datetime) -> int:
    """Who has not paid is reminded, step by step; disputed invoices are left alone. Safe to run again."""
    day = local_day(at)
    steps = sorted(value("invoice.reminder_days", on=day).values())
    rows = Invoice.objects.filter(state__in=DUNNED, kind=BillKind.INVOICE, due_on__lt=day, reminders__lt=len(steps))
    rows = rows.select_related("assignment__organisation", "assignment__manager")
    return sum(_remind(row, at) for row in rows.order_by("pk") if _is_due(row, steps, day))


def _is_due(row: Invoice, steps: list[int], on: date) -> bool:
    """Counted from the last day of payment, or from when it left or was disputed no more if that came later."""
    if row.due_on is None:
        return False
    since = max([row.due_on, *(local_day(at) for at in (row.sent_at, row.dispute_ended_at) if at)])
    last = local_day(row.reminded_at) if row.reminded_at else None
    return reminder_due(since, sent=row.reminders, steps=steps, on=on, last=last)


@action
def _remind(row: Invoice, at: datetime) -> bool:
    here = Invoice.objects.filter(pk=row.pk, state__in=DUNNED, reminders=row.reminders)
    step = row.reminders + 1
    if not here.update(state=InvoiceState.REMINDED, reminders=step, reminded_at=at):
        return False
    _tell(row, REMINDER, name_once=f"{REMINDER} {row.code} {step}")
    about = {"invoice": row.code, "assignment": row.assignment.code, "number": row.number}
    record(InvoiceReminded(**about, step=step), by=HOUSE, at=at)
    return True


def _tell(row: Invoice, template: str, *, name_once: str, files: Sequence[Enclosed] = ()) -> None:
    code, mailbox = row.code, wishes_of(row).mailbox if files else ""
    if not mailbox:
        tell(
            row.assignment,
            Role.CLIENT,
            template=template,
            address="client:invoice",
            code=code,
            name_once=name_once,
            files=files,
        )
        return
    # A mailbox that the client named for its invoices, of nobody who has an account.
    write_to(
        email=mailbox,
        language=language_of(row),
        template=template,
        about=objects_of(row.assignment),
        name_once=name_once,
        files=files,
        name=row.assignment.organisation.name,
        number=row.assignment.number,
        link=link_to("client:invoice", code),
    )
