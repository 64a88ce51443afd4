"""The addresses of invoices: one that was sent, of the reported assignment; its days are half a year back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from interregnum.files.store import keep
from interregnum.kernel.actor import Role
from interregnum.kernel.bill import VatCategory
from interregnum.kernel.money import Money
from interregnum.people.models import Firm
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.invoice.models import (
    BankFile,
    BankLine,
    BilledDay,
    ClientBilling,
    Invoice,
    InvoiceLine,
    InvoicePapers,
    OrderReference,
    Payment,
)
from interregnum.stages.invoice.rules.bank_lines import FileState, LineState
from interregnum.stages.invoice.rules.delivery import PapersState
from interregnum.stages.invoice.rules.states import InvoiceState
from interregnum.stages.invoice.tests.statements import ACCOUNT, entry, statement
from tests.world import NOW, TODAY

DAY = TODAY - timedelta(days=180)


def invoice_of(state: InvoiceState) -> Callable[[Any], str]:
    """The invoice of this life in a state; made when a test first asks for it."""

    def make(life: Any) -> str:
        assignment = Assignment.objects.get(code=life.assignment)
        row = Invoice.objects.filter(assignment=assignment, state=state).first()
        return str((row or _made(life, assignment, state)).code)

    return make


def _made(life: Any, assignment: Assignment, state: InvoiceState) -> Invoice:
    is_issued = state != InvoiceState.DRAFT
    day = DAY + timedelta(days=list(InvoiceState).index(state))
    issued = {
        "number": f"F-2025-{assignment.pk:03d}{list(InvoiceState).index(state)}",
        "issued_at": NOW,
        "issued_on": day,
        "due_on": day + timedelta(days=30),
        "seller": {"name": "Voorbeeld Interim"},
        "buyer": {"name": "Bank"},
    }
    sums = {"net": Money(700), "vat_total": Money(147), "gross": Money(847)}
    row = Invoice.objects.create(
        assignment=assignment,
        state=state,
        month=day.replace(day=1),
        drafted_at=NOW,
        drafted_by=life.cast.bea,
        **sums,
        **(issued if is_issued else {}),
    )
    priced = {"price": Money(700), "amount": Money(700), "category": VatCategory.STANDARD, "vat_rate": 21}
    worked = {"day": day, "manager": assignment.manager, "minutes": 480, "quantity": 1}
    line = InvoiceLine.objects.create(invoice=row, position=1, **worked, **priced)
    BilledDay.objects.create(assignment=assignment, day=day, line=line)
    if is_issued:
        _papers_of(row)
    return row


def _papers_of(row: Invoice) -> None:
    """As the worker keeps them; what they say is looked at where they are made."""
    kept = {
        kind: keep(name=f"{row.number}.{kind}", content=b"kept", media_type="application/octet-stream", at=NOW)
        for kind in ("pdf", "ubl")
    }
    InvoicePapers.objects.create(invoice=row, state=PapersState.READY, asked_at=NOW, **kept)


def line_of(life: Any) -> str:
    """A line of the bank that waits, of the reported assignment's client."""
    row = BankLine.objects.filter(state=LineState.WAITS, line_id=life.assignment).first()
    return str((row or _line_made(life)).code)


def _line_made(life: Any) -> BankLine:
    number = Invoice.objects.get(code=invoice_of(InvoiceState.SENT)(life)).number
    told = {"uploaded_at": NOW, "uploaded_by": life.cast.bea, "state": FileState.READ}
    file = BankFile.objects.create(name="maart.xml", fingerprint=life.assignment, lines_new=1, **told)
    said = {"reference": "proef", "text": "proef", "name": "Proef", "iban": "NL61TEST9481632581", "words": "proef"}
    found = {"outcome": "doubtful", "reasons": ["number", "too_little"], "candidates": [number]}
    shares = [[number, 10_000]]
    return BankLine.objects.create(
        file=file, line_id=life.assignment, booked_on=TODAY, amount=Money(100), shares=shares, **said, **found
    )


def had_of_invoices(life: Any) -> None:
    """All that the addresses need of a life, so that asking for them writes nothing."""
    invoice_of(InvoiceState.SENT)(life)
    line_of(life)
    have_account()


def all_of_invoices(life: Any) -> None:
    """The same, with all that people write in it."""
    line_of(life)
    for state in (InvoiceState.SENT, InvoiceState.DISPUTED):
        code = invoice_of(state)(life)
        row = Invoice.objects.get(code=code)
        Payment.objects.create(
            invoice=row, day=TODAY, amount=Money(1), reference="b", recorded_at=NOW, recorded_by=life.cast.bea
        )
    InvoicePapers.objects.filter(invoice=row).update(trip="failed", trouble="Antwoordt niet.")
    OrderReference.objects.update_or_create(assignment=row.assignment, defaults={"reference": "PO 4500"})
    ClientBilling.objects.update_or_create(
        organisation=row.assignment.organisation, defaults={"mailbox": "facturen@bank.example"}
    )
    Invoice.objects.filter(code=code).update(dispute="hours", dispute_words="Te veel.", disputed_at=NOW)


def have_account() -> None:
    """The firm has an account, that of the files."""
    if Firm.objects.filter(iban="").exists():
        Firm.objects.update(iban=ACCOUNT)


def bank_file() -> dict[str, Any]:
    have_account()
    return {"file": SimpleUploadedFile("maart.xml", statement(entry("10")))}


FORMS_OF_INVOICES: dict[str, dict[str, Any]] = {
    "bureau:invoices-open": {"month": TODAY.isoformat()},
    "bureau:invoice": {"do": "pay", "day": TODAY.isoformat(), "amount": "847.00", "reference": "b1"},
    "bureau:invoices-books": {"do": "close", "month": "2026-01"},
    "bureau:invoices-bank-line": {"do": "aside", "state": "unknown", "words": "Wie is dit?"},
    "client:invoice": {"reason": "hours", "words": "Te veel."},
    "bureau:invoices-month": {"month": TODAY.isoformat(), "do": "issue"},
    "bureau:invoices-client": {"way": "mail", "mailbox": "", "agreement": "peppol", "end_point": ""},
}
WHOM_OF_INVOICES = {
    "bureau:invoices-bank": (Role.PARTNER, "reported"),
    "bureau:invoices-open": (Role.PARTNER, "reported"),
    "bureau:invoice": (Role.PARTNER, "reported"),
    "bureau:invoices-books": (Role.PARTNER, "reported"),
    "bureau:invoices-bank-line": (Role.PARTNER, "reported"),
    "client:invoice": (Role.CLIENT, "reported"),
    "bureau:invoices-month": (Role.PARTNER, "reported"),
    "bureau:invoices-client": (Role.PARTNER, "reported"),
}
MADE_OF_INVOICES: dict[str, Callable[[Any], str]] = {
    **{
        f"{desk}:invoice{kind}": invoice_of(InvoiceState.SENT)
        for desk in ("bureau", "client")
        for kind in ("", "-pdf", "-ubl")
    },
    "bureau:invoices-client": lambda life: str(Assignment.objects.get(code=life.assignment).organisation.code),
    "bureau:invoices-bank-line": line_of,
}
