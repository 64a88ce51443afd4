"""Words about expenses: kinds, states, refusals and facts."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.invoice.rules.expenses import CostKind
from interregnum.stages.invoice.rules.extras import ExtraState
from interregnum.web.pieces import Badge, Tone

COSTS: dict[StrEnum, Promise] = {
    CostKind.TRAVEL: _("Travel, other than to the client's offices"),
    CostKind.STAY: _("Hotel or other stay"),
    CostKind.MEALS: _("Food and drink"),
    CostKind.MATERIAL: _("Material, tools or software"),
    CostKind.OTHER: _("Something else"),
}
EXPENSE_STATES: dict[StrEnum, Promise] = {
    ExtraState.ASKED: _("Waits for the client"),
    ExtraState.APPROVED: _("Approved"),
    ExtraState.REFUSED: _("Refused"),
    ExtraState.WITHDRAWN: _("Withdrawn"),
}
EXPENSE_TONES = {ExtraState.ASKED: Tone.INFO, ExtraState.APPROVED: Tone.GOOD, ExtraState.REFUSED: Tone.BAD}
EXPENSE_REFUSALS: dict[str, Promise] = {
    "people.proof_too_large": _("This file is too large. At most 10 MB."),
    "people.proof_of_no_kind": _("Give a PDF or a picture: JPEG or PNG."),
    "expense.not_agreed": _(
        "The contract says nothing about expenses, so none can be charged. Talk with the bureau first."
    ),
    "expense.included": _(
        "By the contract your rate includes all expenses, so none can be charged. Was it agreed otherwise? Talk with "
        "the bureau first."
    ),
    "expense.above_cap": _(
        "The contract lets € %(cap)s of expenses a month be charged, excluding VAT; € %(left)s is left of this month. "
        "Ask for less, or talk with the bureau first."
    ),
    "expense.ahead": _("This day has not come yet."),
    "expense.before_start": _("This day is before your first day on this assignment."),
    "expense.after_last": _(
        "Your last day on this assignment was %(last)s. What you spent after it cannot be charged to the client."
    ),
    "expense.before_books": _("What was spent before we invoiced here was settled elsewhere. Ask the bureau."),
    "expense.handover": _(
        "This is a day of hand-over under the guarantee, which the client does not pay for. Send the receipt to the "
        "bureau."
    ),
    "expense.nothing": _("Fill in an amount above nil."),
    "expense.vat_below_nil": _("VAT cannot be below nil."),
    "expense.vat_too_much": _("This is more VAT than can be in this amount. Look at the receipt."),
    "expense.reason_needed": _("This is more than € %(above)s. Say why it is so much."),
    "expense.twice": _(
        "An expense of this day and this amount stands there already. Tick this if it really is another one."
    ),
    "expense.decided": _("The client has decided about this by now. What holds, you see below."),
    "expense.not_now": _("This cannot be done any more: somebody was first. What holds now, you see below."),
    "expense.changed": _("This was corrected just now. Look at it again and decide then."),
    "expense.billed": _(
        "This stands on an invoice already. Ask the bureau for a credit note: what was issued does not change."
    ),
    "expense.paid": _(
        "This was settled with the manager already. Ask the bureau: it takes it back with a credit note first."
    ),
}
EXPENSE_FACTS: dict[str, Promise] = {
    "ExpenseAsked": _("An expense was declared"),
    "ExpenseCorrected": _("An expense was corrected"),
    "ExpenseWithdrawn": _("An expense was withdrawn"),
    "ExpenseApproved": _("The client approved an expense"),
    "ExpenseRefused": _("The client refused an expense"),
}


def expense_badge(state: ExtraState) -> Badge:
    return Badge(EXPENSE_STATES[state], EXPENSE_TONES.get(state, Tone.NEUTRAL))
