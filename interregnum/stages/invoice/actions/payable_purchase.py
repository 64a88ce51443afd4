"""A manager sends an invoice in, typed or as an e-invoice: held against the days that stand approved."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from interregnum.files import store
from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.bill import BillKind
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.einvoice.read import UnreadableError, read_ubl
from interregnum.people.models import Account, Manager
from interregnum.people.rules.papers import LARGEST_PROOF, kind_of_proof
from interregnum.stages.deliver.queries.tenures import assignment_for_hours
from interregnum.stages.ensure.actions.state_no_commission import keep_no_commission
from interregnum.stages.invoice.actions.payable_lines import begun, claim, sums_of
from interregnum.stages.invoice.actions.payable_self_bill import stale
from interregnum.stages.invoice.actions.payable_tell import tell_manager
from interregnum.stages.invoice.actions.periods import hold_books
from interregnum.stages.invoice.models import PaidDay, Payable
from interregnum.stages.invoice.payable_facts import PayableApproved, PurchaseReceived, PurchaseReturned
from interregnum.stages.invoice.queries.payable_rows import expected_one, payable_row
from interregnum.stages.invoice.queries.payable_seller import awaited, claimed_by
from interregnum.stages.invoice.queries.rows import assignments_to_bill
from interregnum.stages.invoice.rules.payable import PayKind, PayState
from interregnum.stages.invoice.rules.payable_match import Bill, Deviation, compare

XML = "application/xml"
PDF = "application/pdf"
# As the table keeps it.
LONGEST = 40


# The media type with the end of its name, the number, the date, and what it claims.
Read = tuple[tuple[str, str], str, date, Bill]


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What the manager typed of an invoice that only people can read."""

    number: str
    issued_on: date
    net: Money
    vat: Money
    gross: Money


@action
def receive_purchase(
    *, assignment: str, month: date | None, content: bytes, typed: Typed | None, by: Actor, at: datetime
) -> str | Refused:
    """Equal to what stands approved, it is approved at once; else somebody of the firm looks. Returns its code.

    Whoever sends it in states that no commission was paid or received over it, as the form says.
    """
    assignment_for_hours(assignment, seen_by=by)
    one = expected_one(assignment, by.manager or "", month, seen_by=by)
    if one is None:
        return Refused.because("invoice.sent_in_already", "number")
    if one.is_self_billed:
        return Refused.because("invoice.self_billed")
    read = _read(content, typed)
    if isinstance(read, Refused):
        return read
    _kind, _number, issued_on, claimed = read
    if issued_on > local_day(at):
        return Refused.because("invoice.issued_ahead", "issued_on")
    if local_day(at).replace(day=1) in hold_books():
        return Refused.because("period.issue")
    manager = Manager.objects.get(code=one.manager)
    sums = sums_of(manager, one.lines)
    if isinstance(sums, Refused):
        return sums
    found = compare(awaited(manager, one.lines, sums), claimed)
    told = _told(read, found, content, at)
    state = PayState.RECEIVED if found else PayState.APPROVED
    try:
        with transaction.atomic():
            row = assignments_to_bill(HOUSE).get(code=assignment)
            made = begun(row, one.manager, kind=PayKind.PURCHASE, state=state, month=one.month, by=by, at=at, **told)
            claim(made, one.lines)
    except IntegrityError:
        return Refused.because("invoice.sent_in_already", "number")
    record(PurchaseReceived(invoice=made.code, is_equal=not found), by=by, at=at)
    keep_no_commission(made.assignment_id, manager, made.month, by=by, at=at)
    return str(made.code)


def _told(read: Read, found: Sequence[Deviation], content: bytes, at: datetime) -> dict[str, Any]:
    """What the table keeps of an invoice that was sent in; equal to what stands approved, it is decided with that."""
    kind, number, issued_on, claimed = read
    return {
        "number": number,
        "issued_on": issued_on,
        "received_on": local_day(at),
        "net": claimed.net,
        "vat_total": claimed.vat,
        "gross": claimed.gross,
        "claimed": _kept(claimed),
        "deviations": [asdict(each) for each in found],
        "file": store.keep(name=f"{number_of_file(number)}.{kind[1]}", content=content, media_type=kind[0], at=at),
        "decided_at": None if found else at,
    }


def number_of_file(number: str) -> str:
    """A name of ours for what somebody else sent: letters, digits and dashes of its number alone."""
    return "".join(sign for sign in number if sign.isascii() and (sign.isalnum() or sign == "-"))[:40] or "invoice"


def _read(content: bytes, typed: Typed | None) -> Read | Refused:
    """What the file is, its first bytes tell: an e-invoice says all by itself, of a PDF the manager types it."""
    if len(content) > LARGEST_PROOF:
        return Refused.because("people.proof_too_large", "proof")
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _read_xml(content)
    kind = kind_of_proof(content)
    if isinstance(kind, Refused):
        return Refused.because("invoice.file_of_no_kind", "proof")
    if kind != PDF:
        return Refused.because("invoice.file_of_no_kind", "proof")
    if typed is None:
        return Refused.because("invoice.type_it")
    claimed = Bill(net=typed.net, vat=typed.vat, gross=typed.gross)
    return (PDF, "pdf"), typed.number.strip(), typed.issued_on, claimed


def _read_xml(content: bytes) -> Read | Refused:
    try:
        bill = read_ubl(content)
    except UnreadableError:
        return Refused.because("invoice.unreadable", "proof")
    if bill.kind != BillKind.INVOICE:
        return Refused.because("invoice.no_invoice", "proof")
    if len(bill.number) > LONGEST:
        return Refused.because("invoice.unreadable", "proof")
    return (XML, "xml"), bill.number, bill.issued_on, claimed_by(bill)


def _kept(claimed: Bill) -> dict[str, str]:
    return {name: str(found) for name, found in asdict(claimed).items() if isinstance(found, str) and found}


@action
def accept_purchase(*, payable: str, why: str, by: Actor, at: datetime) -> Refused | None:
    """It differs, and is paid as it was sent in all the same: somebody of the firm says why."""
    row = payable_row(payable, seen_by=by)
    here = Payable.objects.filter(pk=row.pk, state=PayState.RECEIVED)
    if local_day(at).replace(day=1) in hold_books():
        return Refused.because("period.issue")
    if stale(row):
        return Refused.because("invoice.hours_changed")
    account = Account.objects.get(code=by.code)
    if not here.update(state=PayState.APPROVED, why=why.strip(), decided_at=at, decided_by=account):
        return Refused.because("invoice.not_now")
    record(PayableApproved(invoice=row.code, differs=bool(row.deviations)), by=by, at=at)
    return None


@action
def return_purchase(*, payable: str, why: str, by: Actor, at: datetime) -> Refused | None:
    """Back to the manager with a reason: its days are on no payable, and may be sent in anew."""
    row = payable_row(payable, seen_by=by)
    account = Account.objects.get(code=by.code)
    here = Payable.objects.filter(pk=row.pk, state=PayState.RECEIVED)
    if not here.update(state=PayState.RETURNED, why=why.strip(), decided_at=at, decided_by=account):
        return Refused.because("invoice.not_now")
    PaidDay.objects.filter(line__payable=row).delete()
    record(PurchaseReturned(invoice=row.code), by=by, at=at)
    tell_manager(row, "mail/payable_returned.txt")
    return None
