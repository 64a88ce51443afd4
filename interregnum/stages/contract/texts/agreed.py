"""Words for the terms of a contract as they were signed."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.contract.rules.clauses import Payer, Waived
from interregnum.stages.contract.rules.costs import Expenses

EXPENSES: dict[Expenses | None, Promise] = {
    Expenses.AT_COST: _("at cost, when agreed beforehand; travel to the client is in the rate"),
    Expenses.CAPPED: _("at cost, when agreed beforehand, up to %(cap)s a month excluding VAT"),
    Expenses.INCLUDED: _("all in the rate"),
    None: _("nothing agreed, so none are charged"),
}
HANDOVER = {
    Payer.FIRM: _("Hand-over between two managers, paid by us"),
    Payer.CLIENT: _("Hand-over between two managers, paid by the client"),
}
WAIVES = {Waived.NOTICE: _("notice"), Waived.DAYS_TO_COME: _("fee for days to come")}
