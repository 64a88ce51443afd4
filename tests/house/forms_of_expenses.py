"""What is billed beside days, of the reported assignment, in each state."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from interregnum.files.store import keep
from interregnum.kernel.actor import Role
from interregnum.kernel.money import Money
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.invoice.models import Expense, Extra
from interregnum.stages.invoice.rules.expenses import CostKind
from interregnum.stages.invoice.rules.extras import DECIDED, ExtraKind, ExtraState
from tests.house.forms_of_invoices import DAY
from tests.world import NOW

TYPED = {
    "kind": "stay",
    "text": "Hotel in Luik",
    "gross": "109.00",
    "vat": "9.00",
    "agreed": "Carla, 26 februari",
    "reason": "",
}


def expense_of(state: ExtraState = ExtraState.ASKED) -> Callable[[Any], str]:
    """An expense of this life's manager in a state; made when a test first asks for it."""

    def make(life: Any) -> str:
        assignment = Assignment.objects.get(code=life.assignment)
        row = Extra.objects.filter(assignment=assignment, kind=ExtraKind.EXPENSE, state=state).first()
        return str((row or _made(life, assignment, state)).code)

    return make


def _made(life: Any, assignment: Assignment, state: ExtraState) -> Extra:
    decided = {"decided_at": NOW, "decided_by": life.cast.carla} if state in DECIDED else {}
    row = Extra.objects.create(
        kind=ExtraKind.EXPENSE,
        assignment=assignment,
        manager=assignment.manager,
        day=DAY + timedelta(days=list(ExtraState).index(state)),
        text="Trein",
        amount=Money(90),
        state=state,
        asked_at=NOW,
        asked_by=life.cast.max,
        why="Niet afgesproken." if state == ExtraState.REFUSED else "",
        **decided,
    )
    said = {"agreed": "Carla, in februari", "reason": "Op tijd terug."}
    bon = keep(name="bon.png", content=b"\x89PNG\r\n bon", media_type="image/png", at=NOW)
    amounts = {"gross": Money("98.10"), "vat": Money("8.10")}
    Expense.objects.create(extra=row, kind=CostKind.TRAVEL, receipt=bon, **amounts, **said)
    return row


def had_of_expenses(life: Any) -> None:
    """All that the addresses need of a life, so that asking for them writes nothing."""
    expense_of()(life)


def all_of_expenses(life: Any) -> None:
    """One that waits, and one that came back with words."""
    for state in (ExtraState.ASKED, ExtraState.REFUSED):
        expense_of(state)(life)


def _declared(life: Any) -> dict[str, Any]:
    """On the first day of the assignment."""
    row = Assignment.objects.get(code=life.assignment)
    receipt = SimpleUploadedFile("bon.png", b"\x89PNG\r\n bon")
    return {"assignment": row.code, "day": row.starts_on.isoformat(), "receipt": receipt, **TYPED}


FORMS_OF_EXPENSES: dict[str, dict[str, Any]] = {
    "manager:expense": {"do": "withdraw"},
    "client:expense": {"do": "approve", "version": "1"},
}
NAMED_OF_EXPENSES = {"manager:expense-new": _declared}
WHOM_OF_EXPENSES = {
    "manager:expense": (Role.MANAGER, "reported"),
    "manager:expense-new": (Role.MANAGER, "reported"),
    "client:expense": (Role.CLIENT, "reported"),
}
MADE_OF_EXPENSES = {
    f"{desk}:expense{page}": expense_of() for desk in ("bureau", "client", "manager") for page in ("", "-receipt")
}
