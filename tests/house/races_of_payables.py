"""The same on the manager's side: two who make the invoice of one month."""

from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill
from interregnum.stages.invoice.models import PaidDay, Payable
from tests.house.forms_of_payables import OPEN_DAY, agreed
from tests.house.races import LATER, Act, Race, twice
from tests.life import Life
from tests.together import allow_two


def _draft(life: Life) -> tuple[Act, Act]:
    agreed(life)
    told = {"assignment": life.assignment, "manager": life.cast.max_profile.code, "month": OPEN_DAY.replace(day=1)}
    return twice(draft_self_bill, **told, by=life.cast.actor(life.cast.bea), at=LATER)


def _let_both(_patch: object) -> None:
    allow_two(PaidDay, "each_day_paid_once")
    allow_two(Payable, "one_self_bill_in_draft")


OF_PAYABLES: dict[str, Race] = {
    "make an invoice of a manager": Race(
        "reported", _draft, "invoice.day_paid_already", ("SelfBillDrafted",), _let_both
    ),
}
