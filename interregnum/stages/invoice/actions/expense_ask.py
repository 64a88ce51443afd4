"""A manager asks an expense of the client, corrects what is not decided, and withdraws it."""

from datetime import datetime

from interregnum.files import store
from interregnum.files.models import StoredFile
from interregnum.journal.record import RefusedError, action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account, Manager
from interregnum.people.rules.papers import kind_of_proof
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.invoice.expense_facts import ExpenseAsked, ExpenseCorrected, ExpenseWithdrawn
from interregnum.stages.invoice.models import Expense, Extra
from interregnum.stages.invoice.queries.expense_rows import assignment_to_ask, deducts_vat, expense_row, setting_of
from interregnum.stages.invoice.rules.expenses import Spent, check_expense, cost
from interregnum.stages.invoice.rules.extras import ExtraKind, ExtraState

ENDS = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}
# Nobody decided, or the client wants it otherwise.
OPEN = frozenset({ExtraState.ASKED, ExtraState.REFUSED})
NOW_FREE = frozenset({ExtraState.REFUSED, ExtraState.WITHDRAWN})


@action
def ask_expense(
    *, assignment: str, spent: Spent, receipt: bytes, is_another: bool, by: Actor, at: datetime
) -> str | Refused:
    """It waits for the client; returns its code. Raises Http404 for an assignment of somebody else."""
    row = assignment_to_ask(assignment, seen_by=by)
    kind = _kind_of(receipt)
    if isinstance(kind, Refused):
        return kind
    if found := check_expense(spent, setting_of(row, day=spent.day, on=local_day(at))):
        return Refused(found)
    manager = Manager.objects.get(code=by.manager)
    made = Extra(
        kind=ExtraKind.EXPENSE,
        assignment_id=row.pk,
        manager=manager,
        day=spent.day,
        text=spent.text,
        amount=cost(spent, deducts=deducts_vat(manager)),
        asked_at=at,
        asked_by=Account.objects.get(code=by.code),
    )
    if not is_another and _is_there(made):
        return Refused.because("expense.twice", "is_another")
    made.save()
    kept = _keep(made, receipt, kind, at)
    Expense.objects.create(
        extra=made,
        kind=spent.kind,
        gross=spent.gross,
        vat=spent.vat,
        agreed=spent.agreed,
        reason=spent.reason,
        receipt=kept,
    )
    record(ExpenseAsked(expense=made.code), by=by, at=at)
    _tell_client(made, 1)
    return str(made.code)


@action
def correct_expense(
    *,
    expense: str,
    spent: Spent,
    receipt: bytes | None,
    is_another: bool,
    version: int,
    by: Actor,
    at: datetime,
) -> Refused | None:
    """It waits for the client as it is now; the receipt stays when no other one is given."""
    row = expense_row(expense, seen_by=by)
    kind = _kind_of(receipt) if receipt else ""
    if isinstance(kind, Refused):
        return kind
    assignment = assignment_to_ask(str(row.assignment.code), seen_by=by)
    if found := check_expense(spent, setting_of(assignment, day=spent.day, on=local_day(at), beside=row.code)):
        return Refused(found)
    was_free, before = row.state in NOW_FREE, (row.day, row.amount)
    row.day, row.text, row.amount = spent.day, spent.text, cost(spent, deducts=deducts_vat(row.manager))
    if (was_free or before != (row.day, row.amount)) and not is_another and _is_there(row):
        return Refused.because("expense.twice", "is_another")
    told = {"day": row.day, "text": row.text, "amount": row.amount, "asked_at": at}
    here = Extra.objects.filter(pk=row.pk, state__in=OPEN)
    if not here.update(**told, state=ExtraState.ASKED, decided_at=None, decided_by=None, why=""):
        return Refused.because("expense.decided")
    _write(row, spent, version)
    if receipt:
        _replace(row, receipt, kind, at)
    record(ExpenseCorrected(expense=row.code), by=by, at=at)
    _tell_client(row, version + 1)
    return None


def _write(row: Extra, spent: Spent, version: int) -> None:
    said = {"kind": spent.kind, "gross": spent.gross, "vat": spent.vat, "agreed": spent.agreed, "reason": spent.reason}
    if not Expense.objects.filter(extra=row, version=version).update(**said, version=version + 1):
        raise RefusedError(Refused.because("expense.changed"))


def _replace(row: Extra, receipt: bytes, kind: str, at: datetime) -> None:
    old = Expense.objects.select_related("receipt").get(extra=row).receipt
    Expense.objects.filter(extra=row).update(receipt=_keep(row, receipt, kind, at))
    if old:
        store.discard(old)


@action
def withdraw_expense(*, expense: str, by: Actor, at: datetime) -> Refused | None:
    """The manager takes it back while the client has not approved it."""
    row = expense_row(expense, seen_by=by)
    if not Extra.objects.filter(pk=row.pk, state__in=OPEN).update(state=ExtraState.WITHDRAWN):
        return Refused.because("expense.decided")
    record(ExpenseWithdrawn(expense=row.code), by=by, at=at)
    return None


def _kind_of(receipt: bytes) -> str | Refused:
    """What the first bytes tell; the name of the file and what the browser says of it count for nothing."""
    found = kind_of_proof(receipt)
    return Refused.because(found.reasons[0].code, "receipt") if isinstance(found, Refused) else found


def _keep(row: Extra, receipt: bytes, kind: str, at: datetime) -> StoredFile:
    return store.keep(name=f"bon-{row.code[:8]}.{ENDS[kind]}", content=receipt, media_type=kind, at=at)


def _is_there(row: Extra) -> bool:
    """The same day, amount and manager."""
    same = Extra.objects.filter(manager=row.manager, day=row.day, amount=row.amount.cents, kind=ExtraKind.EXPENSE)
    return same.exclude(pk=row.pk).exclude(state__in=NOW_FREE).exists()


def _tell_client(row: Extra, version: int) -> None:
    template = "mail/expense_asked.txt"
    named = f"{template} {row.code} {version}"
    tell(row.assignment, Role.CLIENT, template=template, address="client:expense", code=row.code, name_once=named)
