"""The addresses of the manager's side: days that are on no payable yet, and one that was sent in."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from interregnum.kernel.actor import Role
from interregnum.kernel.money import Money
from interregnum.people.models import Business
from interregnum.stages.deliver.models import Assignment, HoursDay, HoursWeek
from interregnum.stages.deliver.rules.hours import HoursState
from interregnum.stages.invoice.models import PaidDay, Payable, PayLine, SelfBilling
from interregnum.stages.invoice.rules.payable import PayKind, PayState, PayWhy
from tests.house import forms_of_expenses as expenses
from tests.house import forms_of_fees as fees
from tests.house import forms_of_invoices as invoices
from tests.world import NOW, TODAY

NUMBERS = {"legal_form": "sole_trader", "work_right": "citizen", "saved_at": NOW}
# A Monday, and a Tuesday that stands on a payable.
OPEN_DAY = invoices.DAY + timedelta(days=21)
PAID_DAY = OPEN_DAY + timedelta(days=1)
SIGNED = {"given_at": NOW, "street": "Dorpsstraat 1", "postal_code": "3511 AA", "city": "Utrecht"}


def open_days(life: Any) -> None:
    """Two approved days of Max, half a year back, and the numbers that stand on an invoice."""
    assignment = Assignment.objects.get(code=life.assignment)
    known = {"vat_number": "NL001234567B29", "iban": "NL91ABNA0417164300", "kvk": "87654329"}
    Business.objects.get_or_create(manager=assignment.manager, defaults=NUMBERS | known)
    # Asked first: who only looks writes nothing.
    if Business.objects.filter(manager=assignment.manager, vat_number="").exists():
        Business.objects.filter(manager=assignment.manager, vat_number="").update(**known)
    monday = OPEN_DAY - timedelta(days=OPEN_DAY.weekday())
    told = {"state": HoursState.APPROVED, "sent_at": NOW}
    week, is_new = HoursWeek.objects.get_or_create(
        assignment=assignment, manager=assignment.manager, monday=monday, defaults=told
    )
    for day in (OPEN_DAY, PAID_DAY) if is_new else ():
        worked = {"minutes": 480, "approved": 480, "state": HoursState.APPROVED}
        HoursDay.objects.create(week=week, day=day, **worked)


def payable_of(life: Any, state: PayState = PayState.APPROVED) -> str:
    """A purchase invoice of the manager of this life."""
    assignment = Assignment.objects.get(code=life.assignment)
    row = Payable.objects.filter(assignment=assignment, state=state).first()
    return str((row or _made(life, assignment, state)).code)


def _made(life: Any, assignment: Assignment, state: PayState) -> Payable:
    open_days(life)
    day = PAID_DAY + timedelta(days=list(PayState).index(state) - list(PayState).index(PayState.APPROVED))
    row = Payable.objects.create(
        kind=PayKind.SELF_BILLED,
        assignment=assignment,
        manager=assignment.manager,
        state=state,
        month=day.replace(day=1),
        number=f"Z-{assignment.pk}-{state}",
        issued_on=day,
        received_on=day,
        made_at=NOW,
        made_by=life.cast.bea,
        seller={"name": "Max"},
        buyer={"name": "Voorbeeld Interim"},
        vat=[{"category": "S", "rate": "21", "base": 70000, "vat": 14700, "why": ""}],
        net=Money(700),
        vat_total=Money(147),
        gross=Money(847),
        agreed_days=30,
    )
    told = {"day": day, "minutes": 480, "rate": Money(700), "amount": Money(700), "why": PayWhy.APPROVED}
    line = PayLine.objects.create(payable=row, position=1, **told)
    PaidDay.objects.create(assignment=assignment, manager=assignment.manager, day=day, line=line)
    return row


def had_of_payables(life: Any) -> None:
    """All that the addresses need of a life, so that asking for them writes nothing."""
    payable_of(life)
    agreed(life)
    expenses.had_of_expenses(life)
    fees.fee_of(life)


def all_of_payables(life: Any) -> None:
    """One that is to be paid, one that came back with words, and a consent with an address."""
    code = payable_of(life, PayState.RETURNED)
    Payable.objects.filter(code=code).update(why="Het bedrag klopt niet.")
    payable_of(life)
    agreed(life)
    expenses.all_of_expenses(life)


def agreed(life: Any) -> None:
    """The firm makes the invoices of the manager of this life."""
    open_days(life)
    told = SIGNED | {"given_by": life.cast.max, "words": "Ik stem in."}
    manager = Assignment.objects.get(code=life.assignment).manager
    SelfBilling.objects.get_or_create(manager=manager, withdrawn_at=None, defaults=told)


def _sent_in() -> dict[str, Any]:
    sheet = SimpleUploadedFile("factuur.pdf", b"%PDF-1.7 factuur")
    amounts = {"net": "700", "vat": "147", "gross": "847"}
    return {"proof": sheet, "number": "2026-1", "issued_on": TODAY.isoformat(), "no_commission": "on"} | amounts


FORMS_OF_INVOICES: dict[str, dict[str, Any]] = {
    **(invoices.FORMS_OF_INVOICES | expenses.FORMS_OF_EXPENSES | fees.FORMS_OF_FEES),
    "bureau:payable": {"do": "paid", "day": TODAY.isoformat()},
    "manager:payable": {},
    "manager:self-billing": {"street": "Dorpsstraat 1", "postal_code": "3511 AA", "city": "Utrecht", "agreed": "on"},
}
WITH_FILES_OF_INVOICES = {"manager:payable-send": _sent_in, "bureau:invoices-bank": invoices.bank_file}


def _draft(life: Any) -> dict[str, Any]:
    agreed(life)
    month = OPEN_DAY.replace(day=1).isoformat()
    return {"assignment": life.assignment, "manager": life.cast.max_profile.code, "month": month}


def _numbers(life: Any) -> dict[str, Any]:
    """What must stand on an invoice is known before anybody agrees to it."""
    open_days(life)
    return {}


NAMED_OF_PAYABLES = {"bureau:payables": _draft, "manager:self-billing": _numbers, **fees.NAMED_OF_FEES}
NAMED_OF_PAYABLES |= expenses.NAMED_OF_EXPENSES
WHOM_OF_INVOICES = {
    **(invoices.WHOM_OF_INVOICES | expenses.WHOM_OF_EXPENSES | fees.WHOM_OF_FEES),
    "bureau:payables": (Role.PARTNER, "reported"),
    "bureau:payable": (Role.PARTNER, "reported"),
    "manager:self-billing": (Role.MANAGER, "reported"),
    "manager:payable": (Role.MANAGER, "reported"),
    "manager:payable-send": (Role.MANAGER, "reported"),
}


def _with_open_days(life: Any) -> str:
    open_days(life)
    payable_of(life)
    return str(life.assignment)


MADE_OF_INVOICES = {
    **(invoices.MADE_OF_INVOICES | expenses.MADE_OF_EXPENSES | fees.MADE_OF_FEES),
    **{f"{desk}:payable{page}": payable_of for desk in ("bureau", "manager") for page in ("", "-file")},
    "manager:payable-send": _with_open_days,
}
