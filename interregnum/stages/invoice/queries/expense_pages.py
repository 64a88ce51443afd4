"""An expense as its page shows it, to the manager, the client and the firm; and its receipt."""

from dataclasses import dataclass
from datetime import date, datetime

from interregnum.files.models import StoredFile
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.money import Money
from interregnum.people.with_vat import with_vat
from interregnum.stages.deliver.queries.tenures import own_assignments
from interregnum.stages.invoice.expense_texts import COSTS, expense_badge
from interregnum.stages.invoice.models import Extra, InvoiceLine, PayLine
from interregnum.stages.invoice.queries.expense_rows import expense_row
from interregnum.stages.invoice.rules.expenses import CostKind
from interregnum.stages.invoice.rules.extras import ExtraState
from interregnum.stages.invoice.rules.payable import OWING, PayWhy
from interregnum.stages.invoice.rules.states import OPEN
from interregnum.web.history import history
from interregnum.web.pieces import Badge, Event

PICTURES = frozenset({"image/png", "image/jpeg"})


@dataclass(frozen=True, kw_only=True)
class ExpensePage:
    """`with_vat` is what is charged incl. VAT, None where none is charged. `invoice` is the code and number of the
    client's invoice on which it stands, `payable` those of the manager's; each only for whoever may open it. `version`
    is what is decided about."""

    code: str
    assignment: str
    assignment_number: str
    client: str
    manager: str
    day: date
    text: str
    kind: CostKind
    kind_words: object
    gross: Money
    vat: Money
    amount: Money
    with_vat: Money | None
    cannot_reclaim: bool
    agreed: str
    reason: str
    state: ExtraState
    badge: Badge
    why: str
    asked_at: datetime
    decided_at: datetime | None
    decided_by: str
    has_receipt: bool
    is_picture: bool
    version: int
    invoice: tuple[str, str] | None
    payable: tuple[str, str] | None
    events: tuple[Event, ...]

    @property
    def bears_vat(self) -> bool:
        """The VAT on the receipt is in what is charged."""
        return self.vat > Money(0) and self.amount == self.gross

    @property
    def is_asked(self) -> bool:
        return self.state == ExtraState.ASKED

    @property
    def may_correct(self) -> bool:
        return self.state in {ExtraState.ASKED, ExtraState.REFUSED}

    @property
    def may_take_back(self) -> bool:
        return self.state == ExtraState.APPROVED and self.invoice is None


def expense_page(code: str, *, seen_by: Actor) -> ExpensePage:
    """Raises Http404 for one that is not there, or not theirs."""
    row = expense_row(code, seen_by=seen_by)
    kept, receipt = row.expense, row.expense.receipt
    manager = row.manager
    return ExpensePage(
        code=row.code,
        # Whoever was replaced opens the assignment no more.
        assignment="" if seen_by.role == Role.MANAGER and row.assignment.manager != manager else row.assignment.code,
        assignment_number=row.assignment.number,
        client=row.assignment.organisation.name,
        manager=manager.name if manager else "",
        day=row.day,
        text=row.text,
        kind=kept.kind,
        kind_words=COSTS[kept.kind],
        gross=kept.gross,
        vat=kept.vat,
        amount=row.amount,
        with_vat=with_vat(row.assignment.organisation, [(row.day, row.amount)]),
        cannot_reclaim=not row.assignment.organisation.reclaims_vat,
        agreed=kept.agreed,
        reason=kept.reason,
        state=row.state,
        badge=expense_badge(row.state),
        why=row.why,
        asked_at=row.asked_at,
        decided_at=row.decided_at,
        decided_by=row.decided_by.name if row.decided_by else "",
        has_receipt=receipt is not None,
        is_picture=receipt is not None and receipt.media_type in PICTURES,
        version=kept.version,
        invoice=_invoice(row) if seen_by.role != Role.MANAGER else None,
        payable=_payable(row) if seen_by.role != Role.CLIENT else None,
        events=history(row.code, seen_by=seen_by),
    )


def _invoice(row: Extra) -> tuple[str, str] | None:
    """The one that holds and was issued."""
    lines = InvoiceLine.objects.filter(billed_extra__extra=row).exclude(invoice__state__in=OPEN)
    return lines.values_list("invoice__code", "invoice__number").first()


def _payable(row: Extra) -> tuple[str, str] | None:
    lines = PayLine.objects.filter(paid__isnull=False, why=PayWhy.EXPENSE, key=row.code, payable__state__in=OWING)
    return lines.values_list("payable__code", "payable__number").first()


def receipt_of(code: str, *, seen_by: Actor) -> StoredFile | None:
    """Raises Http404 for an expense that is not theirs; None where the receipt is gone."""
    row = expense_row(code, seen_by=seen_by)
    found: StoredFile | None = row.expense.receipt
    return found


def assignments_to_declare(actor: Actor) -> list[tuple[str, str]]:
    """Code and name of each assignment on which this manager works or worked, the latest first."""
    return [(row.code, f"{row.organisation.name} · {row.number}") for row in own_assignments(actor)]
