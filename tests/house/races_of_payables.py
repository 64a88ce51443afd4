"""The same on the manager's side: two who make the invoice of one month."""

from functools import partial
from importlib import import_module

import pytest

from interregnum.stages.invoice.actions.expense_ask import withdraw_expense
from interregnum.stages.invoice.actions.expense_decide import approve_expense, refuse_expense
from interregnum.stages.invoice.actions.payable_pay import undo_paid
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill
from interregnum.stages.invoice.models import Extra, PaidDay, Payable
from interregnum.stages.invoice.rules.payable import PayState
from tests.house.forms_of_expenses import expense_of
from tests.house.forms_of_payables import OPEN_DAY, agreed, payable_of
from tests.house.races import LATER, Act, Race, twice
from tests.life import Life
from tests.together import allow_two, forget_state


def _draft(life: Life) -> tuple[Act, Act]:
    agreed(life)
    told = {"assignment": life.assignment, "manager": life.cast.max_profile.code, "month": OPEN_DAY.replace(day=1)}
    return twice(draft_self_bill, **told, by=life.cast.actor(life.cast.bea), at=LATER)


def _let_both(patch: pytest.MonkeyPatch) -> None:
    """No day is held by the table, and the second reads what was open before the first one came."""
    module, kept = import_module(draft_self_bill.__module__), {}
    asked = module.expected_one
    patch.setattr(module, "expected_one", lambda *args, **said: kept.setdefault("one", asked(*args, **said)))
    allow_two(PaidDay, "each_day_paid_once")
    allow_two(Payable, "one_self_bill_in_draft")


def _not_paid(life: Life) -> tuple[Act, Act]:
    code = payable_of(life, PayState.PAID)
    return twice(undo_paid, payable=code, by=life.cast.actor(life.cast.bea), at=LATER)


def _withdraw(life: Life) -> tuple[Act, Act]:
    return twice(withdraw_expense, expense=expense_of()(life), by=life.cast.actor(life.cast.max), at=LATER)


def _both_decide(life: Life) -> tuple[Act, Act]:
    """One approves what the other refuses."""
    told = {"expense": expense_of()(life), "version": 1, "by": life.cast.actor(life.cast.carla), "at": LATER}
    return partial(approve_expense, **told), partial(refuse_expense, why="Niet afgesproken.", **told)


OF_PAYABLES: dict[str, Race] = {
    "make an invoice of a manager": Race(
        "reported", _draft, "invoice.day_paid_already", ("SelfBillDrafted",), _let_both
    ),
    "undo that a manager was paid": Race(
        "reported", _not_paid, "invoice.not_now", ("PayableUnpaid",), lambda patch: forget_state(patch, Payable)
    ),
    "decide about an expense": Race(
        "reported",
        _both_decide,
        "expense.not_now",
        ("ExpenseApproved|ExpenseRefused",),
        lambda patch: forget_state(patch, Extra),
    ),
    "withdraw an expense": Race(
        "reported",
        _withdraw,
        "expense.decided",
        ("ExpenseWithdrawn",),
        lambda patch: forget_state(patch, Extra),
    ),
}
