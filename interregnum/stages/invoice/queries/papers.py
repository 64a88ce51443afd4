"""The documents of an invoice: how they stand, and for whoever may have them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404

from interregnum.files.models import StoredFile
from interregnum.files.store import content_of
from interregnum.jobs.post import Enclosed
from interregnum.kernel.actor import OFFICE, Actor, Role
from interregnum.people.models import Organisation
from interregnum.stages.invoice.models import ClientBilling, Invoice, InvoicePapers
from interregnum.stages.invoice.queries.bills import lacks_of, order_of
from interregnum.stages.invoice.queries.rows import invoice_row, invoices_of
from interregnum.stages.invoice.rules.delivery import PapersState, Way
from interregnum.stages.invoice.rules.states import OPEN

WRITERS = frozenset({Role.PARTNER, Role.BACK_OFFICE})
# What a file of UBL files may hold, so that nobody waits for ever.
MOST = 2_000


@dataclass(frozen=True)
class PapersShown:
    """How documents and sending stand, for the firm; a client reads only whether they are there.

    `lacks` are codes of what is to be mended before a draft may have its number; `faults` are rules of e-invoices that
    do not hold. `may_order` says that the reference of the client may still be written.
    """

    state: PapersState | None
    faults: tuple[tuple[str, str], ...]
    way: Way
    trip: str
    trouble: str
    lacks: tuple[str, ...]
    order: str
    may_order: bool
    organisation: str

    @property
    def is_ready(self) -> bool:
        return self.state is PapersState.READY

    @property
    def is_making(self) -> bool:
        return self.state is PapersState.MAKING

    @property
    def may_make(self) -> bool:
        return self.state in {PapersState.FAILED, PapersState.FAULTY} or (self.state is None and not self.may_order)


def papers_shown(code: str, *, seen_by: Actor) -> PapersShown:
    """Raises Http404 for an invoice that is not there, or not theirs."""
    row = invoice_row(code, seen_by=seen_by, along=("papers", "assignment__organisation__billing"))
    papers = getattr(row, "papers", None)
    is_open, is_firm = row.state in OPEN, seen_by.role in OFFICE | {Role.AUDITOR}
    return PapersShown(
        state=PapersState(papers.state) if papers else None,
        faults=tuple((one["rule"], one["words"]) for one in papers.faults) if papers and is_firm else (),
        way=way_of(row) if is_firm else Way.LINK,
        trip=str(papers.trip) if papers and is_firm else "",
        trouble=papers.trouble if papers and is_firm else "",
        lacks=lacks_of(row) if is_open and is_firm else (),
        order=order_of(row),
        may_order=is_open,
        organisation=row.assignment.organisation.code,
    )


@dataclass(frozen=True)
class Download:
    name: str
    media_type: str
    content: bytes


def papers_download(code: str, kind: str, *, seen_by: Actor) -> Download:
    """`kind` is pdf or ubl. Raises Http404 for an invoice that is not theirs, or has none (yet)."""
    row = invoice_row(code, seen_by=seen_by)
    papers = InvoicePapers.objects.filter(invoice=row, state=PapersState.READY).select_related("pdf", "ubl").first()
    stored = getattr(papers, kind, None)
    if stored is None:
        raise Http404
    return _download(stored)


def _download(stored: StoredFile) -> Download:
    return Download(stored.name, stored.media_type, content_of(stored))


def ubl_between(first: date, last: date, *, seen_by: Actor) -> Any:
    """The invoices of these days that have their file, for whoever writes them in the firm."""
    if seen_by.role not in WRITERS:
        raise Http404
    rows = invoices_of(seen_by).filter(papers__state=PapersState.READY, issued_on__range=(first, last))
    return rows.order_by("issued_on", "number")


def ubl_files(first: date, last: date, *, seen_by: Actor) -> Iterator[Download]:
    rows = ubl_between(first, last, seen_by=seen_by)
    papers = InvoicePapers.objects.filter(invoice__in=rows.values("pk")).select_related("ubl")
    for one in papers.order_by("invoice__issued_on", "invoice__number")[:MOST]:
        if one.ubl:
            yield _download(one.ubl)


def files_of(papers: InvoicePapers) -> tuple[Enclosed, ...]:
    """Both documents, as a mail holds them."""
    kept = [stored for stored in (papers.pdf, papers.ubl) if stored]
    return tuple(Enclosed(one.name, one.media_type, content_of(one)) for one in kept)


def wishes_of(row: Invoice) -> ClientBilling:
    """What the client wants of its invoices; what it has not said, as the house does it."""
    organisation = row.assignment.organisation
    return getattr(organisation, "billing", None) or ClientBilling(organisation=organisation)


def way_of(row: Invoice) -> Way:
    return Way(wishes_of(row).way)


def language_of(row: Invoice) -> str:
    """That of the client's request."""
    path = "assignment__contract__brief__request__language"
    return Invoice.objects.filter(pk=row.pk).values_list(path, flat=True).get() or "nl"


def has_access_point() -> bool:
    return bool(settings.ACCESS_POINT["address"])


@dataclass(frozen=True)
class BillingPage:
    code: str
    name: str
    said: dict[str, str]


def billing_page(organisation: str, *, seen_by: Actor) -> BillingPage:
    """How a client gets its invoices. Raises Http404 for whoever may not say so, and a client that is not there."""
    row = Organisation.objects.select_related("billing").filter(code=organisation).first()
    if row is None or seen_by.role not in WRITERS:
        raise Http404
    kept = getattr(row, "billing", None) or ClientBilling(organisation=row)
    said = {name: str(getattr(kept, name)) for name in ("way", "agreement", "end_point", "mailbox")}
    return BillingPage(row.code, row.name, said)
