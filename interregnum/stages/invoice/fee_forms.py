"""What may be typed about fees and discounts."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.money import Money
from interregnum.kernel.period import month_written
from interregnum.stages.invoice.fee_texts import FEE_REFUSALS
from interregnum.stages.invoice.rules.fees import Term
from interregnum.web.forms import Form

# So many terms fit on the form; who agreed on more writes a second fee.
TERMS = range(1, 5)


def _day(label: Any, **told: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **told)


def _amount(label: Any, **told: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, max_digits=10, decimal_places=2, **told)


class FixedFeeForm(Form):
    """What it is for, and its terms."""

    text = forms.CharField(label=_("What the fee is for"), help_text=_("It stands on the invoice."), max_length=160)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place in TERMS:
            needed = place == TERMS[0]
            self.fields[f"day_{place}"] = _day(_("Day of term %(place)s") % {"place": place}, required=needed)
            self.fields[f"amount_{place}"] = _amount(
                _("Amount of term %(place)s, excl. VAT") % {"place": place}, required=needed
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for place in TERMS:
            day, amount = data.get(f"day_{place}"), data.get(f"amount_{place}")
            if (day is None) != (amount is None) and not self.errors:
                self.add_error(
                    f"day_{place}" if day is None else f"amount_{place}", str(FEE_REFUSALS["invoice.fee_half_term"])
                )
        return data

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        told = [(data[f"day_{place}"], data[f"amount_{place}"]) for place in TERMS]
        return {"text": data["text"], "terms": tuple(Term(day, Money(amount)) for day, amount in told if day)}


class SuccessFeeForm(Form):
    """One result of the plan, and what it is worth."""

    text = forms.CharField(label=_("What the fee is for"), help_text=_("It stands on the invoice."), max_length=160)
    result = forms.ChoiceField(label=_("Result"))
    amount = _amount(_("Amount, excl. VAT"))

    def __init__(self, *args: Any, results: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["result"]
        field.choices = list(results)

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"text": data["text"], "result": data["result"], "amount": Money(data["amount"])}


class DiscountForm(Form):
    """Off what a month bills: a percentage of its days, or an amount."""

    month = forms.CharField(label=_("Month"), widget=forms.TextInput(attrs={"type": "month"}), max_length=7)
    percent = forms.DecimalField(
        label=_("Percentage of the days of that month"), max_digits=5, decimal_places=2, required=False
    )
    amount = _amount(_("Or an amount, excl. VAT"), required=False)
    why = forms.CharField(label=_("Why"), help_text=_("It stands on the invoice."), max_length=120)

    def clean_month(self) -> date:
        month = month_written(self.cleaned_data["month"])
        if month is None:
            raise forms.ValidationError(_("Write year and month, as in 2026-03."))
        return month

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and (data.get("percent") is None) == (data.get("amount") is None):
            self.add_error("percent", str(FEE_REFUSALS["invoice.discount_one"]))
        return data

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        amount = data["amount"]
        named = {"month": data["month"], "percent": data["percent"], "why": data["why"]}
        return named | {"amount": None if amount is None else Money(amount)}


class FeeForm(Form):
    """A button beside a fee."""

    fee = forms.CharField(widget=forms.HiddenInput, max_length=26)

    def value(self) -> dict[str, Any]:
        return {"fee": self.cleaned_data["fee"]}


class FeeAnswerForm(FeeForm):
    """The client's answer, with a reason where it does not agree."""

    agrees = forms.BooleanField(widget=forms.HiddenInput, required=False)
    why = forms.CharField(label=_("Why not"), max_length=500, required=False)

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"fee": data["fee"], "agrees": data["agrees"], "why": data["why"]}


class FeeBackForm(FeeForm):
    """Taken back, with a reason that the client reads."""

    why = forms.CharField(label=_("Why"), max_length=500)

    def value(self) -> dict[str, Any]:
        return {"fee": self.cleaned_data["fee"], "why": self.cleaned_data["why"]}


class DiscountBackForm(Form):
    discount = forms.CharField(widget=forms.HiddenInput, max_length=26)
    why = forms.CharField(label=_("Why"), max_length=500)

    def value(self) -> dict[str, Any]:
        return {"discount": self.cleaned_data["discount"], "why": self.cleaned_data["why"]}
