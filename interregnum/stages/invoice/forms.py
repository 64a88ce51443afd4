"""What may be typed around an invoice."""

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.money import Money
from interregnum.outside.einvoice import Profile
from interregnum.stages.invoice.rules.delivery import Way
from interregnum.stages.invoice.rules.end_points import is_end_point
from interregnum.stages.invoice.rules.states import DisputeReason
from interregnum.stages.invoice.texts import AGREEMENTS, REASONS, REFUSALS, WAYS
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


class RefundForm(PaymentForm):
    day = forms.DateField(
        label=_("Day on which it was paid back"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class UndoPaymentForm(Form):
    payment = forms.CharField(widget=forms.HiddenInput, max_length=26)

    def value(self) -> dict[str, Any]:
        return {"payment": self.cleaned_data["payment"]}


class DaysForm(Form):
    """Days of an invoice, to be ticked."""

    days = forms.MultipleChoiceField(label=_("Days to take back"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, days: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["days"]
        field.choices = [(day.isoformat(), f"{day:%d-%m-%Y}") for day in days]

    def ticked(self) -> set[date]:
        return {date.fromisoformat(day) for day in self.cleaned_data["days"]}


class CreditForm(DaysForm):
    """All days and extras that are left, or those that are ticked."""

    extras = forms.MultipleChoiceField(
        label=_("Beside days, to take back"), widget=forms.CheckboxSelectMultiple, required=False
    )
    why = forms.CharField(label=_("Why"), help_text=_("The client reads this on the credit note."), max_length=300)

    def __init__(self, *args: Any, extras: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days, beside = self.fields["days"], self.fields["extras"]
        days.required = False
        days.help_text = _("Tick none for all of them. What you take back can be billed anew.")
        cast(forms.MultipleChoiceField, beside).choices = list(extras)
        for name in [name for name, has in (("days", cast(Any, days).choices), ("extras", extras)) if not has]:
            del self.fields[name]

    def value(self) -> dict[str, Any]:
        days = self.ticked() if "days" in self.fields else set()
        return {"days": days, "extras": self.cleaned_data.get("extras", []), "why": self.cleaned_data["why"]}


class OrderForm(Form):
    """What the client wants to read on the invoice; empty for nothing."""

    reference = forms.CharField(
        label=_("Order number of the client"),
        help_text=_("It stands on every invoice of this assignment, on paper and in the electronic one."),
        max_length=60,
        required=False,
    )

    def value(self) -> dict[str, Any]:
        return {"reference": self.cleaned_data["reference"]}


class MonthForm(Form):
    """One month of which all are done at once."""

    month = forms.DateField(widget=forms.HiddenInput)

    def clean_month(self) -> date:
        month: date = self.cleaned_data["month"]
        return month.replace(day=1)


class PeriodForm(forms.Form):
    """The first and the last day of what goes into one file."""

    first = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    last = forms.DateField(
        label=_("Up to and including"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "first" in data and "last" in data and data["last"] < data["first"]:
            self.add_error("last", str(REFUSALS["invoice.period_backwards"]))
        return data


class BillingForm(Form):
    way = forms.ChoiceField(
        label=_("How it gets its invoices"),
        choices=[(one.value, words) for one, words in WAYS.items()],
        widget=forms.RadioSelect,
    )
    mailbox = forms.EmailField(
        label=_("Mailbox for invoices"),
        help_text=_("For invoices by mail with the document. Empty: everybody of the client who has an account."),
        required=False,
    )
    agreement = forms.ChoiceField(
        label=_("Kind of electronic invoice"), choices=[(one.value, words) for one, words in AGREEMENTS.items()]
    )
    end_point = forms.CharField(
        label=_("Address in the network of e-invoices"),
        help_text=_(
            "Empty: the KvK number, or abroad the VAT number. For a government body 0190: and its OIN of 20 digits."
        ),
        max_length=60,
        required=False,
    )

    def clean_end_point(self) -> str:
        own = str(self.cleaned_data["end_point"]).replace(" ", "")
        if own and not is_end_point(own):
            raise forms.ValidationError(str(REFUSALS["invoice.buyer_end_point_wrong"]))
        return own

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        kept = {name: data[name] for name in ("mailbox", "end_point")}
        return kept | {"way": Way(data["way"]), "agreement": Profile(data["agreement"])}


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
