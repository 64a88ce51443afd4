"""Words about invoices: states, refusals and facts."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.outside.einvoice import Profile
from interregnum.stages.invoice.bank_texts import FACTS as OF_THE_BANK
from interregnum.stages.invoice.expense_texts import EXPENSE_FACTS
from interregnum.stages.invoice.fee_texts import FEE_FACTS, FEE_REFUSALS
from interregnum.stages.invoice.payable_texts import PAY_FACTS, PAY_REFUSALS
from interregnum.stages.invoice.rules.delivery import Way
from interregnum.stages.invoice.rules.states import DisputeReason, InvoiceState
from interregnum.web.pieces import Badge, Tone

STATES: dict[StrEnum, Promise] = {
    InvoiceState.DRAFT: _("Draft invoice"),
    InvoiceState.CHECKED: _("Checked"),
    InvoiceState.ISSUED: _("Has its number"),
    InvoiceState.SENT: _("Waits for payment"),
    InvoiceState.REMINDED: _("Reminded"),
    InvoiceState.DISPUTED: _("Disputed"),
    InvoiceState.PAID: _("Paid"),
    InvoiceState.CREDITED: _("Credited"),
}
TONES = {
    InvoiceState.DISPUTED: Tone.BAD,
    InvoiceState.REMINDED: Tone.WARN,
    InvoiceState.PAID: Tone.GOOD,
    InvoiceState.SENT: Tone.INFO,
}
REASONS: dict[StrEnum, Promise] = {
    DisputeReason.HOURS: _("The hours are not right"),
    DisputeReason.RATE: _("The rate is not right"),
    DisputeReason.ADDRESSEE: _("It is not addressed to the right organisation"),
    DisputeReason.OTHER: _("Something else"),
}
REFUSALS: dict[str, Promise] = {
    **PAY_REFUSALS,
    **FEE_REFUSALS,
    "invoice.nothing_to_bill": _("Nothing that was approved up to the end of this month is on no invoice yet."),
    "invoice.drafted": _("A draft of this month is there already, or somebody made one just now. You find it below."),
    "invoice.not_now": _("This cannot be done any more: somebody was first. What holds now, you see below."),
    "invoice.hours_changed": _(
        "What is approved changed since this draft was made. Throw it away and make it again; nothing approved is lost."
    ),
    "invoice.vat_changed": _(
        "How VAT is charged to this client changed since this draft was made. Throw it away and make it again; nothing "
        "approved is lost."
    ),
    "invoice.vat_number_missing": _(
        "This client is established elsewhere in the EU. Fill in its VAT number first: without it the VAT cannot be "
        "shifted to it."
    ),
    "invoice.firm_kvk": _("Our own KvK number is missing. A partner fills it in under Firm."),
    "invoice.firm_vat_number": _("Our own VAT number is missing. A partner fills it in under Firm."),
    "invoice.firm_iban": _("Our own account number is missing. A partner fills it in under Firm."),
    "invoice.firm_address": _("Our own address is missing. A partner fills it in under Firm."),
    "invoice.buyer_address": _("The client's address is missing. Fill it in on the page of the client."),
    "invoice.buyer_kvk": _("The client's KvK number is missing. Fill it in on the page of the client."),
    "invoice.firm_vat_wrong": _("Our own VAT number cannot be right. A partner corrects it under Firm."),
    "invoice.firm_iban_wrong": _("Our own account number cannot be right. A partner corrects it under Firm."),
    "invoice.buyer_vat_wrong": _("The client's VAT number cannot be right. Correct it on the page of the client."),
    "invoice.buyer_end_point": _(
        "Nothing says where this client gets electronic invoices: fill in its VAT number, or its address in the "
        "network."
    ),
    "invoice.buyer_end_point_wrong": _(
        "The client's address in the network of e-invoices cannot be right: a KvK number has 8 digits, an OIN 20."
    ),
    "invoice.no_document": _("The document is not there yet. Wait a moment; what holds it up, you see below."),
    "invoice.no_access_point": _(
        "This client gets its invoices through the network of e-invoices, and the house has no access point. Choose "
        "another way for this client, or have an access point set up."
    ),
    "invoice.period_backwards": _("The last day comes before the first."),
    "invoice.too_many": _("More than 2,000 invoices stand in this period. Choose a shorter one."),
    "invoice.amount_not_positive": _("Fill in an amount above nil."),
    "invoice.day_ahead": _("This day has not come yet. Fill in the day on which the money came in."),
    "invoice.payment_twice": _(
        "This payment stands here already: the same day, amount and reference. If it came in twice, write the second "
        "one with the reference of the bank."
    ),
    "invoice.more_than_back": _(
        "That is more than what is to be paid back on this invoice. What that is, you see below."
    ),
    "invoice.credit_below_nil": _(
        "A credit note cannot take back a discount alone: it would be an invoice. Take back the days that it belongs "
        "to with it."
    ),
    "invoice.credit_leaves_discount": _(
        "What is left of this invoice would come below nil: the discount would stand without the days that it belongs "
        "to. Take back the discount with them, or tick nothing to take back all of it."
    ),
    "invoice.credited_already": _("These days were taken back already. What is left, you see below."),
}
FACTS: dict[str, Promise] = {
    **PAY_FACTS,
    **FEE_FACTS,
    **OF_THE_BANK,
    **EXPENSE_FACTS,
    "InvoiceDrafted": _("A draft of an invoice was made"),
    "DraftDropped": _("A draft of an invoice was thrown away"),
    "InvoiceChecked": _("A draft of an invoice was checked"),
    "InvoiceIssued": _("An invoice got its number"),
    "InvoiceSent": _("An invoice was sent to the client"),
    "InvoiceReminded": _("The client was reminded of an invoice"),
    "RefundRecorded": _("Money that came in too much was paid back to the client"),
    "PaymentRecorded": _("A payment of an invoice came in"),
    "InvoiceDisputed": _("The client disputes an invoice"),
    "DisputeEnded": _("The dispute about an invoice ended"),
    "InvoiceCredited": _("A credit note was issued"),
    "OrderReferenceSet": _("The reference of the client on its invoices was written down"),
    "BillingWishesSaved": _("It was written down how a client gets its invoices"),
}

WAYS: dict[StrEnum, Promise] = {
    Way.LINK: _("By mail, with a link to the invoice"),
    Way.MAIL: _("By mail, with the document and the electronic invoice"),
    Way.NETWORK: _("Through the network of e-invoices (Peppol)"),
}
AGREEMENTS: dict[StrEnum, Promise] = {
    Profile.PEPPOL: _("Peppol BIS Billing 3"),
    Profile.NLCIUS: _("NLCIUS (SI-UBL 2.0)"),
}


def badge_of(state: InvoiceState, *, is_credit: bool = False) -> Badge:
    if is_credit:
        return Badge(_("Credit note"))
    return Badge(STATES[state], TONES.get(state, Tone.NEUTRAL))
