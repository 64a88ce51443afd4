"""A discount: given by the firm with a reason, in percent of the days of a month or as an amount, and taken back."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.invoice.actions.fees import assignment_to_bill
from interregnum.stages.invoice.actions.periods import hold_books
from interregnum.stages.invoice.fee_facts import DiscountGiven, DiscountWithdrawn
from interregnum.stages.invoice.models import Extra
from interregnum.stages.invoice.queries.account import last_of_month
from interregnum.stages.invoice.queries.fees import ON_NO_INVOICE, billed_in, discount_row
from interregnum.stages.invoice.queries.periods import first_day
from interregnum.stages.invoice.rules.extras import ExtraKind, ExtraState
from interregnum.stages.invoice.rules.fees import HUNDRED, fault_of_discount, share_of
from interregnum.web.templatetags.web import euro, number


@action
def give_discount(
    *, assignment: str, month: date, percent: Decimal | None, amount: Money | None, why: str, by: Actor, at: datetime
) -> str | Refused:
    """Off what a month bills; the manager's side knows nothing of it. Returns the code of the assignment.

    A percentage is kept: each draft reckons it on the days of the month as they stand then.
    """
    row, month = assignment_to_bill(assignment, by), month.replace(day=1)
    closed, last = hold_books(), last_of_month(month)
    if month in closed:
        return Refused.because("invoice.fee_closed", "month")
    if month < first_day().replace(day=1):
        return Refused.because("invoice.discount_before_books", "month")
    if percent is not None and last >= local_day(at):
        return Refused.because("invoice.discount_month_runs", "month")
    if percent is not None and not 0 < percent <= HUNDRED:
        return Refused.because("invoice.discount_percent", "percent")
    billed = billed_in(row, month)
    off = share_of(percent, billed.days) if percent is not None else amount or Money(0)
    fault = fault_of_discount(off, billed)
    if fault is not None:
        field = "percent" if percent is not None else "amount"
        return Refused.because(fault.reasons[0].code, field, left=euro(billed.left))
    account = Account.objects.get(code=by.code)
    made = Extra.objects.create(
        kind=ExtraKind.DISCOUNT,
        assignment=row,
        day=last,
        text=_words(row, percent, why),
        amount=Money(0) - off,
        percent=percent,
        state=ExtraState.APPROVED,
        asked_at=at,
        asked_by=account,
        decided_at=at,
        decided_by=account,
    )
    record(DiscountGiven(**_about(made)), by=by, at=at)
    return str(row.code)


@action
def withdraw_discount(*, discount: str, why: str, by: Actor, at: datetime) -> str | Refused:
    """Only while it stands on no invoice that was issued: afterwards it is the client's."""
    row = discount_row(discount, seen_by=by)
    if not why.strip():
        return Refused.because("invoice.fee_why", "why")
    hold_books()
    here = Extra.objects.filter(ON_NO_INVOICE, pk=row.pk, state=ExtraState.APPROVED)
    if not here.update(state=ExtraState.WITHDRAWN, why=why.strip()):
        return Refused.because("invoice.fee_not_now")
    record(DiscountWithdrawn(**_about(row)), by=by, at=at)
    return str(row.assignment.code)


def _words(row: Any, percent: Decimal | None, why: str) -> str:
    """As it stands on the invoice, in the language of the client's documents."""
    with override(row.contract.brief.request.language or "nl"):
        if percent is None:
            return _("Discount: %(why)s") % {"why": why.strip()}
        return _("Discount of %(percent)s%% on days: %(why)s") % {
            "percent": number(percent),
            "why": why.strip(),
        }


def _about(row: Extra) -> dict[str, str]:
    return {"extra": row.code, "assignment": row.assignment.code, "organisation": row.assignment.organisation.code}
