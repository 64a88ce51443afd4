"""An invoice as its page shows it, to the firm and to the client."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from interregnum.kernel.actor import OFFICE, Actor, Role
from interregnum.kernel.bill import BillKind, Party, VatPart
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.parameters.values import course
from interregnum.stages.contract.queries.indexing import Indexed, indexed_within
from interregnum.stages.invoice.bank_texts import CAME
from interregnum.stages.invoice.models import Invoice, InvoiceLine, Payment
from interregnum.stages.invoice.queries.bills import is_credit, parts_from, party_from
from interregnum.stages.invoice.queries.otherwise import Otherwise, otherwise_of
from interregnum.stages.invoice.queries.rows import invoice_row
from interregnum.stages.invoice.queries.stated import People, people_on, stated_on
from interregnum.stages.invoice.rules.bank_outcomes import outcomes
from interregnum.stages.invoice.rules.no_commission import Stated
from interregnum.stages.invoice.rules.payment import Rate, interest
from interregnum.stages.invoice.rules.states import DUNNED, OPEN, OWED, InvoiceState, before
from interregnum.stages.invoice.texts import REASONS, badge_of
from interregnum.web.history import history
from interregnum.web.pieces import Badge, Event

INTEREST = "invoice.interest_percent"


@dataclass(frozen=True)
class DayShown:
    day: date
    manager: str
    minutes: int
    price: Money
    amount: Money
    is_credited: bool


@dataclass(frozen=True)
class ExtraShown:
    """What is billed beside days; `amount` is below nil for a discount, `manager` "" for what is of nobody."""

    code: str
    day: date
    text: str
    manager: str
    amount: Money
    is_credited: bool


@dataclass(frozen=True)
class Paid:
    day: date
    amount: Money
    reference: str
    came: object
    undo: str
    line: str


@dataclass(frozen=True, kw_only=True)
class InvoicePage:
    """`open` is what is still to be paid, below nil what is to be paid back; `otherwise` is what of this invoice stands
    otherwise by now, for the firm alone."""

    code: str
    assignment: str
    assignment_number: str
    number: str
    client: str
    state: InvoiceState
    badge: Badge
    is_credit: bool
    month: date
    issued_on: date | None
    due_on: date | None
    is_late: bool
    seller: Party | None
    buyer: Party | None
    iban: str
    lines: tuple[DayShown, ...]
    extras: tuple[ExtraShown, ...]
    indexed: tuple[Indexed, ...]
    vat: tuple[VatPart, ...]
    net: Money
    vat_total: Money
    gross: Money
    credited: Money
    payments: tuple[Paid, ...]
    open: Money
    back: Money
    interest: Money
    credits: str
    credits_number: str
    credit_notes: tuple[tuple[str, str, Money], ...]
    why: str
    dispute: object
    dispute_words: str
    is_disputed: bool
    otherwise: Otherwise
    no_commission: tuple[Stated, ...]
    events: tuple[Event, ...]
    may_send: bool
    may_dispute: bool
    may_credit: bool

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def unstated(self) -> tuple[Stated, ...]:
        """Of whom the statement would lack on this draft."""
        return tuple(one for one in self.no_commission if one.at is None) if self.is_open else ()


def invoice_page(code: str, *, seen_by: Actor, at: datetime) -> InvoicePage:
    """Raises Http404 for an invoice that is not there, or not theirs."""
    row = invoice_row(code, seen_by=seen_by)
    on, is_firm = local_day(at), seen_by.role in OFFICE | {Role.AUDITOR}
    left = row.gross - row.paid - row.credited
    is_note, none = is_credit(row), Money(0)
    lines = list(row.lines.select_related("credited_by", "extra").order_by("position"))
    people = people_on(row)
    may = row.kind == BillKind.INVOICE
    payments = list(row.payments.select_related("line").order_by("recorded_at", "pk"))
    return InvoicePage(
        code=row.code,
        assignment=row.assignment.code,
        assignment_number=row.assignment.number,
        number=row.number,
        client=row.assignment.organisation.name,
        state=row.state,
        badge=badge_of(row.state, is_credit=is_note),
        is_credit=is_note,
        month=row.month,
        issued_on=row.issued_on,
        due_on=row.due_on,
        is_late=row.state in DUNNED and row.due_on is not None and row.due_on < on,
        seller=party_from(row.seller) if row.seller else None,
        buyer=party_from(row.buyer) if row.buyer else None,
        iban=str(row.seller.get("iban", "")),
        lines=_lines(lines, people),
        extras=_extras(lines, people),
        indexed=_indexed(row, [line for line in lines if line.minutes]),
        vat=parts_from(row.vat),
        net=row.net,
        vat_total=row.vat_total,
        gross=row.gross,
        credited=row.credited,
        payments=_payments(row, payments),
        open=none if is_note or left < none else left,
        back=none if is_note or none < left else none - left,
        interest=_interest(row, payments, on),
        credits=row.credits.code if row.credits else "",
        credits_number=row.credits.number if row.credits else "",
        credit_notes=tuple((one.code, one.number, one.gross) for one in row.credit_notes.order_by("pk")),
        why=row.why,
        dispute=REASONS.get(row.dispute, "") if row.dispute else "",
        dispute_words=row.dispute_words,
        is_disputed=row.state == InvoiceState.DISPUTED,
        otherwise=otherwise_of(row, lines) if is_firm else Otherwise(),
        no_commission=stated_on(row, lines, people),
        events=history(row.code, seen_by=seen_by),
        may_send=row.state == InvoiceState.ISSUED or (row.state == InvoiceState.PAID and row.sent_at is None),
        may_dispute=may and row.state in before(InvoiceState.DISPUTED),
        may_credit=may and row.state in before(InvoiceState.CREDITED),
    )


def _indexed(row: Invoice, lines: Sequence[InvoiceLine]) -> tuple[Indexed, ...]:
    """Where the rate of its days changed by the index; asked only of an invoice on which two rates stand."""
    if len({line.price.cents for line in lines}) <= 1:
        return ()
    days = [line.day for line in lines]
    return indexed_within(row.assignment.contract.brief_id, min(days), max(days))


def _payments(row: Invoice, rows: Sequence[Payment]) -> tuple[Paid, ...]:
    """Each with what it was to the invoice; one that was written down by hand can be taken back here."""
    came = outcomes(row.gross - row.credited, [(one.amount, one.is_undone) for one in rows])
    return tuple(
        Paid(
            one.day,
            one.amount,
            one.reference,
            CAME[was],
            "" if one.line or one.is_undone else one.code,
            one.line.code if one.line else "",
        )
        for one, was in zip(rows, came, strict=True)
    )


def _lines(lines: Sequence[InvoiceLine], people: People) -> tuple[DayShown, ...]:
    return tuple(
        DayShown(one.day, people[one.manager_id].name, one.minutes, one.price, one.amount, hasattr(one, "credited_by"))
        for one in lines
        if one.manager_id and not one.extra
    )


def _extras(lines: Sequence[InvoiceLine], people: People) -> tuple[ExtraShown, ...]:
    return tuple(
        ExtraShown(
            one.extra.code,
            one.day,
            one.text,
            people[one.manager_id].name if one.manager_id else "",
            one.amount,
            hasattr(one, "credited_by"),
        )
        for one in lines
        if one.extra
    )


def _interest(row: Invoice, payments: Sequence[Payment], on: date) -> Money:
    """What the law gives by now for what was not paid in time, also once it was paid; never for what was credited."""
    none, owed = Money(0), row.gross - row.credited
    if row.state not in OWED | {InvoiceState.PAID} or row.due_on is None or row.due_on >= on:
        return none
    paid = [(one.day, one.amount) for one in payments if not one.is_undone]
    if sum((amount for day, amount in paid if day <= row.due_on), none) >= owed:
        return none
    rates = [Rate(one.valid_from, Decimal(str(one.value))) for one in course(INTEREST, until=on)]
    return interest(owed, due=row.due_on, on=on, rates=rates, paid=paid)
