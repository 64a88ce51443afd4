"""What a credit note would take back of an invoice, and what it comes to: shown before it is issued, and issued so."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from interregnum.kernel.actor import Actor
from interregnum.kernel.bill import VatCategory, VatPart
from interregnum.stages.invoice.models import Invoice, InvoiceLine
from interregnum.stages.invoice.queries.bills import bill_lines, parts_from
from interregnum.stages.invoice.queries.rows import invoice_row
from interregnum.stages.invoice.rules.crediting import credit_fault, rest_of
from interregnum.stages.invoice.rules.totals import Totals, totals


@dataclass(frozen=True)
class CreditPreview:
    number: str
    client: str
    days: tuple[date, ...]
    extras: tuple[str, ...]
    is_whole: bool
    sums: Totals


def credit_preview(
    code: str, days: Collection[date], extras: Collection[str], *, seen_by: Actor
) -> CreditPreview | None:
    """None when this may not be taken back. Raises Http404 for an invoice that is not theirs."""
    row = invoice_row(code, seen_by=seen_by)
    left = left_of(row)
    wanted = wanted_of(left, {*days, *extras})
    if not wanted:
        return None
    sums = credit_sums(row, wanted, left)
    if fault_of(row, sums):
        return None
    return CreditPreview(
        row.number,
        row.assignment.organisation.name,
        tuple(line.day for line in wanted if not line.extra),
        tuple(line.text for line in wanted if line.extra),
        len(wanted) == len(left),
        sums,
    )


def left_of(row: Invoice) -> list[InvoiceLine]:
    """The lines that no credit note took back yet."""
    return list(row.lines.filter(credited_by=None).select_related("extra", "manager"))


def name_of(line: InvoiceLine) -> date | str:
    """By what a line is taken back: the day, or the code of the extra."""
    return str(line.extra.code) if line.extra else line.day


def wanted_of(left: Sequence[InvoiceLine], named: Collection[date | str]) -> list[InvoiceLine]:
    """All that are left when none is named."""
    return [line for line in left if not named or name_of(line) in named]


def credit_sums(
    row: Invoice,
    lines: Sequence[InvoiceLine],
    left: Sequence[InvoiceLine],
    why: Mapping[VatCategory, str] | None = None,
) -> Totals:
    """The last credit note takes all that is left, so that together they come to nothing, to the cent."""
    return totals(bill_lines(lines), why) if len(lines) < len(left) else rest_of(parts_from(row.vat), _earlier(row))


def fault_of(row: Invoice, sums: Totals) -> str:
    """Why not this may be taken back without more, "" where it may."""
    return credit_fault(parts_from(row.vat), _earlier(row), sums)


def _earlier(row: Invoice) -> list[tuple[VatPart, ...]]:
    return [parts_from(note.vat) for note in row.credit_notes.all()]
