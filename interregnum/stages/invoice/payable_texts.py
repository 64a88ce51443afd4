"""Words about the manager's side: states, differences, reasons of a day, and when it is paid."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from interregnum.kernel.money import Money
from interregnum.stages.invoice.rules.payable import PayKind, PayState, PayWhy
from interregnum.stages.invoice.rules.payable_due import Due, Reason
from interregnum.stages.invoice.rules.payable_match import Deviation, Point
from interregnum.web.pieces import Badge, Tone
from interregnum.web.templatetags.web import euro

KINDS: dict[StrEnum, Promise] = {
    PayKind.SELF_BILLED: _("Made by the firm in the manager's name"),
    PayKind.PURCHASE: _("Sent in by the manager"),
    PayKind.CREDIT: _("Credit note"),
}
PAY_STATES: dict[StrEnum, Promise] = {
    PayState.DRAFTED: _("Drafted"),
    PayState.RECEIVED: _("Differs, is looked at"),
    PayState.RETURNED: _("Sent back"),
    PayState.APPROVED: _("To be paid"),
    PayState.PAID: _("Paid"),
}
PAY_TONES = {
    PayState.RECEIVED: Tone.WARN,
    PayState.RETURNED: Tone.BAD,
    PayState.APPROVED: Tone.INFO,
    PayState.PAID: Tone.GOOD,
}
PAY_WHYS: dict[StrEnum, Promise] = {
    PayWhy.APPROVED: _("The client approved it"),
    PayWhy.HANDOVER: _("Day of hand-over, at our cost"),
    PayWhy.OVERLAP: _("Two worked on this day; at our cost"),
    PayWhy.OUTSIDE: _("After the last day, but approved by the client; at our cost"),
    PayWhy.NOTICE: _("What your agreement still asks, at our cost"),
    PayWhy.EXPENSE: _("Expense that the client approved"),
}
POINTS: dict[StrEnum, Promise] = {
    Point.DAYS: _("Number of days: %(expected)s stand approved, %(claimed)s are on the invoice"),
    Point.RATE: _("Rate a day: %(expected)s was agreed, %(claimed)s is on the invoice"),
    Point.NET: _("Excl. VAT: we reckon %(expected)s, on the invoice stands %(claimed)s"),
    Point.VAT: _("VAT: we reckon %(expected)s, on the invoice stands %(claimed)s"),
    Point.GROSS: _("Incl. VAT: we reckon %(expected)s, on the invoice stands %(claimed)s"),
    Point.SUM: _("The amounts do not add up: together they are %(expected)s, on the invoice stands %(claimed)s"),
    Point.KVK: _("KvK number: we know %(expected)s, on the invoice stands %(claimed)s"),
    Point.VAT_NUMBER: _("VAT number: we know %(expected)s, on the invoice stands %(claimed)s"),
    Point.IBAN: _("Account number: we know %(expected)s, on the invoice stands %(claimed)s. Ask the manager first"),
}
AMOUNTS = frozenset({Point.NET, Point.VAT, Point.GROSS, Point.SUM})
PAY_REFUSALS: dict[str, Promise] = {
    "invoice.stated_already": _("You stated this already."),
    "invoice.numbers_of_manager": _(
        "Your KvK number, VAT number or account number is missing or cannot be right. Fill them in under Your papers "
        "first; an invoice needs them."
    ),
    "invoice.manager_kvk": _("The manager's KvK number is missing. Ask the manager to fill it in under Your papers."),
    "invoice.manager_vat_number": _(
        "The manager's VAT number is missing. Ask the manager to fill it in under Your papers."
    ),
    "invoice.manager_vat_wrong": _(
        "The manager's VAT number cannot be right. Ask the manager to correct it under Your papers."
    ),
    "invoice.manager_iban": _(
        "The manager's account number is missing. Ask the manager to fill it in under Your papers."
    ),
    "invoice.manager_iban_wrong": _(
        "The manager's account number cannot be right. Ask the manager to correct it under Your papers."
    ),
    "invoice.manager_address": _(
        "The manager's address is missing. Ask the manager to withdraw the consent and to give it anew, with the "
        "address."
    ),
    "invoice.pay_vat_changed": _(
        "The manager's VAT number changed since this draft was made, and so did its VAT. Throw it away and make it "
        "again."
    ),
    "invoice.agreed_already": _("You agreed to this already."),
    "invoice.not_agreed": _("There is no consent to self-billing (any more): the manager sends the invoice."),
    "invoice.self_billed": _(
        "We make this invoice for you. Withdraw your consent first if you want to send it yourself."
    ),
    "invoice.day_paid_already": _("A day of these stands on another invoice of this manager already. Reload the page."),
    "invoice.sent_in_already": _("This invoice, or one of its days, was sent in already. You find it in the list."),
    "invoice.issued_ahead": _("The date of the invoice has not come yet."),
    "invoice.paid_ahead": _("This day has not come yet. Fill in the day on which it was paid."),
    "invoice.file_of_no_kind": _("Send a PDF or an e-invoice (UBL, an XML file)."),
    "invoice.type_it": _("Type number, date and amounts as well: we cannot read them in a PDF."),
    "invoice.unreadable": _("We cannot read this e-invoice in full. Send the PDF, and type number, date and amounts."),
    "invoice.no_invoice": _("This is no invoice but a credit note or something else."),
    "invoice.credit_number": _("Fill in the number of the manager's credit note."),
    "people.proof_too_large": _("The file is larger than 10 MB. Make it smaller and send it again."),
}
PAY_FACTS: dict[str, Promise] = {
    "SelfBillingAgreed": _("The manager agreed to self-billing"),
    "SelfBillingWithdrawn": _("The manager withdrew the consent to self-billing"),
    "SelfBillDrafted": _("A self-billed invoice was drafted"),
    "SelfBillDropped": _("A draft of a self-billed invoice was thrown away"),
    "SelfBillIssued": _("A self-billed invoice got its number"),
    "PurchaseReceived": _("The manager sent an invoice in"),
    "PayableApproved": _("An invoice that differs was accepted with a reason"),
    "PurchaseReturned": _("An invoice was sent back to the manager"),
    "PayablePaid": _("An invoice of the manager was paid"),
    "PayableUnpaid": _("An invoice of the manager was not paid after all: that it was had been a mistake"),
    "PayableCredited": _("Days of an invoice of the manager were taken back"),
}


def pay_badge(state: PayState) -> Badge:
    return Badge(PAY_STATES[state], PAY_TONES.get(state, Tone.NEUTRAL))


def sentence_of(one: Deviation) -> str:
    """In words, with amounts as the reader writes them."""
    shown = (_shown(one.point, each) for each in (one.expected, one.claimed))
    expected, claimed = shown
    return str(POINTS[one.point]) % {"expected": expected or "–", "claimed": claimed}


def _shown(point: Point, text: str) -> str:
    if point in AMOUNTS:
        return str(euro(Money(text)))
    return " / ".join(str(euro(Money(each))) for each in text.split(" / ")) if point is Point.RATE else text


def why_due(due: Due) -> str:
    """When a payment is due, in a sentence."""
    if due.reason in {Reason.AGREED, Reason.LAW}:
        words = ngettext("%(days)s day after it was received", "%(days)s days after it was received", due.days)
        by_law = str(_("; the law gives us no more")) if due.reason is Reason.LAW else ""
        return words % {"days": due.days} + by_law
    if due.reason is Reason.CLIENT_PAID:
        return str(_("the client has paid"))
    if due.reason is Reason.LATEST:
        return str(_("the longest that we may wait for the client"))
    if due.waits_for:
        return str(_("as soon as the client pays invoice %(numbers)s, at the latest on this day")) % {
            "numbers": ", ".join(due.waits_for)
        }
    return str(_("as soon as the client has been billed and pays, at the latest on this day"))
