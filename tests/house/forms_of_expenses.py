"""What is billed beside days, of the reported assignment, in each state."""

from collections.abc import Callable
from typing import Any

from interregnum.kernel.money import Money
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.invoice.models import Extra
from interregnum.stages.invoice.rules.extras import DECIDED, ExtraKind, ExtraState
from tests.house.forms_of_invoices import DAY
from tests.world import NOW


def expense_of(state: ExtraState = ExtraState.ASKED) -> Callable[[Any], str]:
    """An expense of this life's manager in a state; made when a test first asks for it."""

    def make(life: Any) -> str:
        assignment = Assignment.objects.get(code=life.assignment)
        row = Extra.objects.filter(assignment=assignment, kind=ExtraKind.EXPENSE, state=state).first()
        return str((row or _made(life, assignment, state)).code)

    return make


def _made(life: Any, assignment: Assignment, state: ExtraState) -> Extra:
    decided = {"decided_at": NOW, "decided_by": life.cast.carla} if state in DECIDED else {}
    return Extra.objects.create(
        kind=ExtraKind.EXPENSE,
        assignment=assignment,
        manager=assignment.manager,
        day=DAY,
        text="Trein",
        amount=Money(90),
        state=state,
        asked_at=NOW,
        asked_by=life.cast.max,
        **decided,
    )
