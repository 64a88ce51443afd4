"""Words for the terms of a contract as they were signed."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.contract.rules.costs import Expenses

EXPENSES: dict[Expenses | None, Promise] = {
    Expenses.AT_COST: _("at cost, when agreed beforehand; travel to the client is in the rate"),
    Expenses.CAPPED: _("at cost, when agreed beforehand, up to %(cap)s a month excluding VAT"),
    Expenses.INCLUDED: _("all in the rate"),
    None: _("nothing agreed, so none are charged"),
}
WAIVES = {"notice": _("notice"), "days_to_come": _("fee for days to come")}
