"""The same with fees and discounts: two answers to one fee, and two discounts that together are more than is billed."""

from decimal import Decimal
from functools import partial
from importlib import import_module

import pytest

from interregnum.stages.deliver.models import Assignment
from interregnum.stages.invoice.actions.discounts import give_discount
from interregnum.stages.invoice.actions.fees import answer_fee
from interregnum.stages.invoice.models import Fee
from interregnum.stages.invoice.tests.invoice_world import approve
from tests.house.forms_of_fees import DAY, fee_of
from tests.house.races import LATER, Act, Race, state_of, twice
from tests.life import STARTS_ON, Life
from tests.world import NOW

AFTER = NOW.replace(month=DAY.month)


def _answer(life: Life) -> tuple[Act, Act]:
    """One of the client agrees while another refuses."""
    told = {"fee": fee_of(life), "by": life.carla, "at": LATER}
    return partial(answer_fee, agrees=True, why="", **told), partial(answer_fee, agrees=False, why="Te veel.", **told)


def _discount(life: Life) -> tuple[Act, Act]:
    approve(Assignment.objects.get(code=life.assignment), {STARTS_ON: 480})
    told = {"assignment": life.assignment, "month": STARTS_ON, "percent": Decimal(60), "amount": None}
    return twice(give_discount, **told, why="Rustige start", by=life.cast.actor(life.cast.bea), at=AFTER)


def _unwatched(patch: pytest.MonkeyPatch) -> None:
    """Nobody looks at what is left to give off."""
    patch.setattr(import_module(give_discount.__module__), "fault_of_discount", lambda *_asked: None)


OF_FEES: dict[str, Race] = {
    "answer about a fee": Race("reported", _answer, "invoice.fee_not_now", ("FeeAgreed|FeeRefused",), state_of(Fee)),
    "give a discount": Race("reported", _discount, "invoice.discount_above", ("DiscountGiven",), _unwatched),
}
