"""What may be typed around the books."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.invoice.rules.ledger import Account
from interregnum.web.forms import Form

ACCOUNTS: Mapping[Account, Promise] = {
    Account.DEBTORS: _("Debtors"),
    Account.REVENUE: _("Revenue"),
    Account.VAT: _("VAT to pay"),
    Account.BANK: _("Bank"),
    Account.COSTS: _("Costs of interim managers"),
    Account.VAT_BACK: _("VAT to get back"),
    Account.CREDITORS: _("Creditors"),
    Account.TO_BILL: _("Revenue to bill"),
    Account.TO_RECEIVE: _("Invoices to receive"),
}
MONTH = forms.DateInput(attrs={"type": "month"}, format="%Y-%m")


def _month(label: Any) -> forms.DateField:
    return forms.DateField(label=label, input_formats=["%Y-%m", "%Y-%m-%d"], widget=MONTH)


class MonthsForm(forms.Form):
    first = _month(_("From the month"))
    last = _month(_("Up to the month"))

    def months(self) -> tuple[date, date] | None:
        if not self.is_valid():
            return None
        first, last = (self.cleaned_data[name].replace(day=1) for name in ("first", "last"))
        return min(first, last), max(first, last)


class CloseForm(Form):
    month = _month(_("Month to close"))

    def value(self) -> dict[str, Any]:
        return {"month": self.cleaned_data["month"]}


class BeginForm(Form):
    begins = _month(_("First month that is invoiced here"))

    def value(self) -> dict[str, Any]:
        return {"month": self.cleaned_data["begins"]}


class OpenForm(Form):
    month = _month(_("Month to open again"))
    why = forms.CharField(label=_("Why"), max_length=300)

    def value(self) -> dict[str, Any]:
        return {"month": self.cleaned_data["month"], "why": self.cleaned_data["why"]}
