"""Words about fees and discounts: what they are, how they stand, and why something may not be."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.invoice.rules.extras import Gone
from interregnum.stages.invoice.rules.fees import FeeKind, FeeState
from interregnum.web.pieces import Badge, Tone

FEE_TITLES: dict[StrEnum, Promise] = {FeeKind.FIXED: _("Fixed fee"), FeeKind.SUCCESS: _("Fee for a result")}
FEE_STATES: dict[StrEnum, Promise] = {
    FeeState.ASKED: _("Waits for the client"),
    FeeState.AGREED: _("Agreed by the client"),
    FeeState.EARNED: _("Earned"),
    FeeState.REFUSED: _("Not agreed"),
    FeeState.WITHDRAWN: _("Withdrawn"),
}
FEE_TONES = {
    FeeState.ASKED: Tone.WARN,
    FeeState.AGREED: Tone.INFO,
    FeeState.EARNED: Tone.GOOD,
    FeeState.REFUSED: Tone.BAD,
}
GONE: dict[StrEnum, Promise] = {
    Gone.AFTER_END: _("The assignment ended before this day."),
    Gone.TAKEN_BACK: _("This fee was taken back."),
    Gone.NOT_BORNE: _("By now this is a day without this manager at the client, or a day of hand-over."),
}
FEE_REFUSALS: dict[str, Promise] = {
    "invoice.fee_no_terms": _("Fill in a day and an amount."),
    "invoice.fee_half_term": _("Fill in both the day and the amount, or neither."),
    "invoice.fee_nothing": _("An amount is more than nothing."),
    "invoice.fee_same_day": _("Each term has a day of its own."),
    "invoice.fee_before_books": _("We invoice here from %(day)s on. Choose that day or a later one."),
    "invoice.fee_closed": _("This month of the books is closed. Choose a later one, or let a partner open it."),
    "invoice.fee_after_end": _("The assignment runs until %(day)s: what falls later is not billed."),
    "invoice.fee_why": _("Say why: the client reads it."),
    "invoice.fee_not_now": _("This was answered, billed or taken back meanwhile. Reload the page."),
    "invoice.success_twice": _("There is a fee for this result already. Take that one back first."),
    "invoice.success_gone": _("This result is no longer in the plan. A fee stands on a result that is measured."),
    "invoice.success_redefined": _(
        "The result became another one since this was agreed. Agree on a new fee, or let the old result stand again."
    ),
    "invoice.success_unmeasured": _("Nothing was measured yet."),
    "invoice.success_not_reached": _("By what was measured last it is not reached."),
    "invoice.success_late": _("By what was measured it was reached after the day that was agreed."),
    "invoice.discount_nothing": _("There is nothing to give off: no day of this month is approved, or it is nil."),
    "invoice.discount_above": _("A discount is never more than what is billed. Left in this month: %(left)s."),
    "invoice.discount_percent": _("A percentage is more than 0 and at most 100."),
    "invoice.discount_month_runs": _(
        "This month is not over: its days are not known yet. Wait until it is, or give an amount."
    ),
    "invoice.discount_before_books": _("We do not invoice this month here. Choose a later one."),
    "invoice.discount_one": _("Fill in a percentage or an amount, not both."),
}
FEE_FACTS: dict[str, Promise] = {
    "FeeWritten": _("A fee was put to the client"),
    "FeeAgreed": _("The client agreed to a fee"),
    "FeeRefused": _("The client did not agree to a fee"),
    "FeeWithdrawn": _("A fee was taken back"),
    "SuccessApproved": _("The client approved the fee for a result that was reached"),
    "DiscountGiven": _("A discount was given"),
    "DiscountWithdrawn": _("A discount was taken back"),
}


def fee_badge(state: FeeState) -> Badge:
    return Badge(FEE_STATES[state], FEE_TONES.get(state, Tone.NEUTRAL))
