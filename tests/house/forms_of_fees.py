"""The pages of fees: one that waits for the client of the reported assignment."""

from datetime import timedelta
from typing import Any

from interregnum.kernel.actor import Role
from interregnum.kernel.money import Money
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.invoice.models import Fee, FeeTerm
from interregnum.stages.invoice.rules.fees import FeeKind, FeeState
from tests.world import NOW, TODAY

DAY = TODAY + timedelta(days=60)


def fee_of(life: Any) -> str:
    """A fixed fee of this life that nobody answered; made when a test first asks for it."""
    assignment = Assignment.objects.get(code=life.assignment)
    row = Fee.objects.filter(assignment=assignment, state=FeeState.ASKED).first()
    return str((row or _made(life, assignment)).code)


def _made(life: Any, assignment: Assignment) -> Fee:
    told = {"text": "Inrichting", "amount": Money(800), "written_at": NOW, "written_by": life.cast.bea}
    row = Fee.objects.create(kind=FeeKind.FIXED, assignment=assignment, **told)
    FeeTerm.objects.create(fee=row, day=DAY, amount=Money(800))
    return row


FORMS_OF_FEES: dict[str, dict[str, Any]] = {
    "bureau:invoices-fees": {"do": "fixed", "text": "Inrichting", "day_1": DAY.isoformat(), "amount_1": "2000"},
    "client:invoices-fees": {"do": "answer", "agrees": "on", "why": ""},
}
NAMED_OF_FEES = {"client:invoices-fees": lambda life: {"fee": fee_of(life)}}
WHOM_OF_FEES = {
    "bureau:invoices-fees": (Role.ACCOUNT_MANAGER, "reported"),
    "client:invoices-fees": (Role.CLIENT, "reported"),
}
MADE_OF_FEES = {f"{desk}:invoices-fees": lambda life: str(life.assignment) for desk in ("bureau", "client")}
