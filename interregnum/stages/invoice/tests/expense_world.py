"""A manager who spends, and a client who decides."""

from typing import Any

from interregnum.files.models import StoredFile
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.people.models import Business
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.invoice.actions.expense_ask import ask_expense
from interregnum.stages.invoice.actions.expense_decide import approve_expense
from interregnum.stages.invoice.models import Expense, Extra
from interregnum.stages.invoice.rules.expenses import CostKind, Spent
from interregnum.stages.invoice.tests.invoice_world import LATER
from tests.world import NOW, TODAY, Cast

PNG = b"\x89PNG\r\n\x1a\n bon"
PDF = b"%PDF-1.7 bon"


def spent(**told: Any) -> Spent:
    standard = {
        "kind": CostKind.STAY,
        "day": TODAY,
        "text": "Hotel in Luik",
        "gross": Money(109),
        "vat": Money(9),
        "agreed": "Carla, 26 februari",
    }
    return Spent(**(standard | told))


def vat_number_of(manager: Any) -> None:
    """The manager gets VAT back, and may be paid."""
    numbers = {"vat_number": "NL001234567B29", "iban": "NL91ABNA0417164300", "kvk": "87654329"}
    told = {"legal_form": "sole_trader", "work_right": "citizen", "saved_at": NOW}
    Business.objects.update_or_create(manager=manager, defaults=numbers | told)


def asked(cast: Cast, assignment: Assignment, *, receipt: bytes = PNG, is_another: bool = False, **told: Any) -> Any:
    return ask_expense(
        assignment=assignment.code,
        spent=spent(**told),
        receipt=receipt,
        is_another=is_another,
        by=cast.actor(cast.max),
        at=LATER,
    )


def approved(cast: Cast, assignment: Assignment, **told: Any) -> Extra:
    code = asked(cast, assignment, **told)
    assert not isinstance(code, Refused), code
    assert approve_expense(expense=code, version=1, by=cast.actor(cast.carla), at=LATER) is None
    return Extra.objects.get(code=code)


def receipt_of(code: str) -> StoredFile:
    found = Expense.objects.get(extra__code=code).receipt
    assert found is not None
    return found
