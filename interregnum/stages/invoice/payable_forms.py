"""What may be typed on the manager's side."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.money import Money
from interregnum.stages.invoice.actions.payable_purchase import Typed
from interregnum.stages.invoice.forms import DaysForm
from interregnum.web.forms import Form

DAY = {"type": "date"}
WORDS = _(
    "I agree that the firm makes my invoices in my name and for my account, from the days that the client approved. "
    "I may withdraw this at any time; then I send my invoices myself."
)

NO_COMMISSION = _(
    "Over this month I was paid by nobody and paid nobody for work or people at this client, beside what my contract "
    "says."
)


class AgreeForm(Form):
    street = forms.CharField(label=_("Street and number"), max_length=120)
    postal_code = forms.CharField(label=_("Postal code"), max_length=12)
    city = forms.CharField(label=_("City"), max_length=80)
    agreed = forms.BooleanField(label=WORDS)

    def value(self) -> dict[str, Any]:
        names = ("street", "postal_code", "city")
        return {name: self.cleaned_data[name] for name in names} | {"words": str(WORDS)}


class SendForm(Form):
    """An e-invoice says all by itself; of a PDF its number, date and amounts are typed."""

    proof = forms.FileField(
        label=_("Your invoice"),
        help_text=_("An e-invoice (UBL) or a PDF, at most 10 MB. Of an e-invoice you need not type anything else."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.xml"}),
        allow_empty_file=True,
    )
    month = forms.DateField(widget=forms.HiddenInput, required=False)
    number = forms.CharField(label=_("Number of the invoice"), max_length=40, required=False)
    issued_on = forms.DateField(
        label=_("Date of the invoice"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"), required=False
    )
    net = forms.DecimalField(label=_("Excl. VAT"), max_digits=12, decimal_places=2, required=False)
    vat = forms.DecimalField(label=_("VAT"), max_digits=12, decimal_places=2, required=False)
    gross = forms.DecimalField(label=_("Incl. VAT"), max_digits=12, decimal_places=2, required=False)
    no_commission = forms.BooleanField(label=NO_COMMISSION)

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        names = ("number", "issued_on", "net", "vat", "gross")
        is_whole = all(data.get(name) not in {None, ""} for name in names)
        amounts = {name: Money(data[name]) for name in ("net", "vat", "gross")} if is_whole else {}
        typed = Typed(number=data["number"], issued_on=data["issued_on"], **amounts) if is_whole else None
        return {"content": bytes(data["proof"].read()), "typed": typed}


class DraftSelfBillForm(Form):
    assignment = forms.CharField(widget=forms.HiddenInput, max_length=26)
    manager = forms.CharField(widget=forms.HiddenInput, max_length=26)
    month = forms.DateField(widget=forms.HiddenInput)

    def value(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("assignment", "manager", "month")}


class ReasonForm(Form):
    why = forms.CharField(
        label=_("Why"), help_text=_("The manager reads this."), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def value(self) -> dict[str, Any]:
        return {"why": self.cleaned_data["why"]}


class PaidForm(Form):
    day = forms.DateField(label=_("Day on which it was paid"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))

    def value(self) -> dict[str, Any]:
        return {"day": self.cleaned_data["day"]}


class TakeBackForm(DaysForm):
    number = forms.CharField(
        label=_("Number of the manager's credit note"),
        help_text=_("Leave it empty for an invoice that we made: we make the credit note too."),
        max_length=40,
        required=False,
    )
    why = forms.CharField(label=_("Why"), help_text=_("The manager reads this."), max_length=300)

    def value(self) -> dict[str, Any]:
        return {"days": self.ticked(), "number": self.cleaned_data["number"], "why": self.cleaned_data["why"]}
