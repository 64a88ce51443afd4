"""The documents of an issued invoice, made by the worker: once, held to the rules, and kept.

The job is written in the transaction that gives the number: whatever dies after that, the job is still there.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interregnum.files.store import content_of, keep
from interregnum.jobs.queue import SOMEBODY_WAITS, job
from interregnum.jobs.schedule import put_once
from interregnum.kernel.actor import Actor
from interregnum.kernel.bill import Bill
from interregnum.kernel.refused import Refused
from interregnum.outside.einvoice import Profile, faults_by_kept, invoice_pdf, ubl
from interregnum.people.queries import firm
from interregnum.stages.invoice.models import Invoice, InvoicePapers
from interregnum.stages.invoice.queries.bills import bill_of
from interregnum.stages.invoice.queries.papers import language_of, wishes_of
from interregnum.stages.invoice.queries.rows import invoice_row
from interregnum.stages.invoice.rules.delivery import PapersState
from interregnum.stages.invoice.rules.states import OPEN

A_WHILE = timedelta(hours=1)


def _gave_up(invoice: str) -> None:
    InvoicePapers.objects.filter(invoice__code=invoice, state=PapersState.MAKING).update(state=PapersState.FAILED)


@job(called=_("Make the documents of an invoice"), given_up=_gave_up, priority=SOMEBODY_WAITS)
def make_papers(invoice: str) -> None:
    """Make what is still missing; run twice, it makes nothing more."""
    row = Invoice.objects.select_related("assignment__organisation", "papers").get(code=invoice)
    if row.papers.state == PapersState.READY:
        return
    bill, profile = bill_of(invoice), Profile(wishes_of(row).agreement)
    pdf = invoice_pdf(bill, xml=ubl(bill, profile=profile), language=language_of(row), logo=_logo())
    file = ubl(bill, profile=profile, pdf=pdf)
    faults = faults_by_kept(file)
    with transaction.atomic():
        # The lock lets one of two workers keep its documents; the other finds that they are there.
        papers = InvoicePapers.objects.select_for_update().get(pk=row.papers.pk)
        if papers.state == PapersState.READY:
            return
        papers.faults = [vars(one) for one in faults]
        papers.state = PapersState.FAULTY if faults else PapersState.READY
        if not faults:
            _keep(papers, bill, pdf, file)
        papers.save()


def _keep(papers: InvoicePapers, bill: Bill, pdf: bytes, file: bytes) -> None:
    at = papers.asked_at
    papers.pdf = keep(name=f"{bill.number}.pdf", content=pdf, media_type="application/pdf", at=at)
    papers.ubl = keep(name=f"{bill.number}.xml", content=file, media_type="application/xml", at=at)


def _logo() -> bytes:
    logo = firm().logo
    return content_of(logo) if logo else b""


def ask_for_papers(row: Invoice, *, at: datetime) -> None:
    """Let the worker make the documents, in the transaction that is open."""
    InvoicePapers.objects.get_or_create(invoice=row, defaults={"asked_at": at})
    make_papers.enqueue(row.code)


def make_again(*, invoice: str, by: Actor, at: datetime) -> Refused | None:
    """The bureau wants documents tried again that failed, or that an older invoice never had."""
    row = invoice_row(invoice, seen_by=by)
    if row.state in OPEN:
        return Refused.because("invoice.not_now")
    with transaction.atomic():
        papers, is_new = InvoicePapers.objects.get_or_create(invoice=row, defaults={"asked_at": at})
        over = InvoicePapers.objects.filter(pk=papers.pk, state__in=[PapersState.FAILED, PapersState.FAULTY])
        if not over.update(state=PapersState.MAKING, faults=[]) and not is_new:
            return Refused.because("invoice.not_now")
        make_papers.enqueue(row.code)
    return None


def make_lacking_papers(at: datetime) -> None:
    """Ask once more for documents that are long overdue, whatever became of their job; and for those of invoices that
    were issued before documents were made."""
    rows = Invoice.objects.exclude(number="").filter(
        Q(papers=None) | Q(papers__state=PapersState.MAKING, papers__asked_at__lt=at - A_WHILE)
    )
    for row in rows.only("code"):
        InvoicePapers.objects.get_or_create(invoice=row, defaults={"asked_at": at})
        put_once(make_papers, row.code)
