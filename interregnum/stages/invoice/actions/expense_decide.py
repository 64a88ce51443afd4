"""The client approves or refuses an expense, and may come back on an approval until an invoice holds it."""

from datetime import datetime

from interregnum.journal.record import RefusedError, action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.invoice.expense_facts import ExpenseApproved, ExpenseRefused
from interregnum.stages.invoice.models import BilledExtra, Expense, Extra, Invoice, PaidDay, Payable
from interregnum.stages.invoice.queries.expense_rows import expense_row
from interregnum.stages.invoice.rules.extras import ExtraState
from interregnum.stages.invoice.rules.payable import UNDECIDED, PayWhy
from interregnum.stages.invoice.rules.states import OPEN


@action
def approve_expense(*, expense: str, version: int, by: Actor, at: datetime) -> Refused | None:
    """As it was seen; it comes on the next invoice."""
    row = expense_row(expense, seen_by=by)
    if not _decide(row, ExtraState.ASKED, ExtraState.APPROVED, by=by, at=at):
        return Refused.because("expense.not_now")
    _as_seen(row, version)
    record(ExpenseApproved(expense=row.code), by=by, at=at)
    return None


@action
def refuse_expense(*, expense: str, why: str, version: int, by: Actor, at: datetime) -> Refused | None:
    """With a reason, which the manager reads."""
    row = expense_row(expense, seen_by=by)
    if not _decide(row, ExtraState.ASKED, ExtraState.REFUSED, why=why, by=by, at=at):
        return Refused.because("expense.not_now")
    _as_seen(row, version)
    record(ExpenseRefused(expense=row.code, was_approved=False), by=by, at=at)
    _tell(row)
    return None


@action
def take_back_approval(*, expense: str, why: str, by: Actor, at: datetime) -> Refused | None:
    """Not what stands on an invoice to the client or was paid to the manager: that is credited."""
    row = expense_row(expense, seen_by=by)
    if not _decide(row, ExtraState.APPROVED, ExtraState.REFUSED, why=why, by=by, at=at):
        return Refused.because("expense.not_now")
    # Whoever issues holds these rows, and looks after that whether anything changed.
    billed = Invoice.objects.select_for_update().filter(pk__in=_invoices(row))
    if any(one.state not in OPEN for one in billed):
        raise RefusedError(Refused.because("expense.billed"))
    paid = Payable.objects.select_for_update().filter(pk__in=_payables(row))
    if any(one.state not in UNDECIDED for one in paid):
        raise RefusedError(Refused.because("expense.paid"))
    record(ExpenseRefused(expense=row.code, was_approved=True), by=by, at=at)
    _tell(row)
    return None


def _invoices(row: Extra) -> list[int]:
    return list(BilledExtra.objects.filter(extra=row).values_list("line__invoice", flat=True))


def _payables(row: Extra) -> list[int]:
    rows = PaidDay.objects.filter(beside=PayWhy.EXPENSE, key=row.code)
    return list(rows.values_list("line__payable", flat=True))


def _decide(row: Extra, before: ExtraState, after: ExtraState, *, by: Actor, at: datetime, why: str = "") -> bool:
    """Whoever is first claims it."""
    told = {"state": after, "why": why.strip(), "decided_at": at, "decided_by": Account.objects.get(code=by.code)}
    return bool(Extra.objects.filter(pk=row.pk, state=before).update(**told))


def _as_seen(row: Extra, version: int) -> None:
    """Nobody decides about what they did not see."""
    if not Expense.objects.filter(extra=row, version=version).exists():
        raise RefusedError(Refused.because("expense.changed"))


def _tell(row: Extra) -> None:
    """To the manager of the expense, who may have left the assignment since."""
    template = "mail/expense_refused.txt"
    version = Expense.objects.get(extra=row).version
    manager = row.manager
    assert manager is not None
    write_to(
        email=manager.email,
        language="nl",
        template=template,
        about=(row.code, manager.code),
        name_once=f"{template} {row.code} {version}",
        name=manager.name,
        number=row.assignment.number,
        link=link_to("manager:expense", row.code),
    )
