"""What may be typed around an invoice."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.money import Money
from interregnum.stages.invoice.rules.states import DisputeReason
from interregnum.stages.invoice.texts import REASONS
from interregnum.web.forms import Form


class PressForm(Form):
    """A button and nothing else."""

    def value(self) -> dict[str, Any]:
        return {}


class DraftForm(Form):
    """One assignment, or all of them when none is named, up to the end of a month."""

    month = forms.DateField(widget=forms.HiddenInput)
    assignment = forms.CharField(widget=forms.HiddenInput, required=False, max_length=26)

    def clean_month(self) -> date:
        month: date = self.cleaned_data["month"]
        return month.replace(day=1)


class PaymentForm(Form):
    day = forms.DateField(
        label=_("Day on which it came in"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    amount = forms.DecimalField(label=_("Amount, incl. VAT"), max_digits=12, decimal_places=2)
    reference = forms.CharField(label=_("Reference of the bank"), max_length=140, required=False)

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"day": data["day"], "amount": Money(data["amount"]), "reference": data["reference"]}


class CreditForm(Form):
    """All days that are left, or those that are ticked."""

    days = forms.MultipleChoiceField(
        label=_("Days to take back"),
        help_text=_("Tick none for all of them. What you take back can be billed anew."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    why = forms.CharField(label=_("Why"), help_text=_("The client reads this on the credit note."), max_length=300)

    def __init__(self, *args: Any, days: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["days"]
        field.choices = [(day.isoformat(), f"{day:%d-%m-%Y}") for day in days]

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"days": {date.fromisoformat(day) for day in data["days"]}, "why": data["why"]}


class DisputeForm(Form):
    reason = forms.ChoiceField(
        label=_("What is not right?"),
        choices=[(one.value, words) for one, words in REASONS.items()],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("In your own words"), widget=forms.Textarea(attrs={"rows": 4}), max_length=1000, required=False
    )

    def value(self) -> dict[str, Any]:
        return {"reason": DisputeReason(self.cleaned_data["reason"]), "words": self.cleaned_data["words"]}
