"""What may be typed about an expense."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.stages.invoice.expense_texts import COSTS
from interregnum.stages.invoice.rules.expenses import CostKind, Spent
from interregnum.web.forms import Form

DAY = {"type": "date"}
AMOUNT = {"inputmode": "decimal"}
MOST_VERSIONS = 30_000


class ExpenseForm(Form):
    """A receipt, and what it says."""

    receipt = forms.FileField(
        label=_("Receipt"),
        help_text=_("A photo (JPEG or PNG) or a PDF, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,application/pdf"}),
        allow_empty_file=True,
    )
    kind = forms.ChoiceField(
        label=_("What kind of cost?"), choices=[(one.value, words) for one, words in COSTS.items()]
    )
    day = forms.DateField(label=_("Day on the receipt"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    text = forms.CharField(
        label=_("What was it for?"), help_text=_("In a few words. They stand on the invoice."), max_length=120
    )
    gross = forms.DecimalField(
        label=_("Amount incl. VAT"),
        max_digits=9,
        decimal_places=2,
        widget=forms.NumberInput(attrs=AMOUNT),
    )
    vat = forms.DecimalField(
        label=_("VAT in it"),
        help_text=_("As it stands on the receipt; 0 when there is none. VAT that you get back is not charged."),
        max_digits=9,
        decimal_places=2,
        widget=forms.NumberInput(attrs=AMOUNT),
    )
    agreed = forms.CharField(
        label=_("With whom was it agreed, and when?"),
        help_text=_("The contract lets expenses be charged only when they were agreed beforehand."),
        max_length=200,
    )
    reason = forms.CharField(
        label=_("Why is it so much?"),
        help_text=_("Only for a large amount."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    is_another = forms.BooleanField(
        label=_("This is another expense than the one that stands there"), required=False, widget=forms.HiddenInput
    )

    def refuse(self, refused: Refused, words: Mapping[str, Any]) -> None:
        """Whether it is another one is asked only where one stands there."""
        if any(reason.field == "is_another" for reason in refused.reasons):
            self.fields["is_another"].widget = forms.CheckboxInput()
        super().refuse(refused, words)

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        spent = Spent(
            kind=CostKind(data["kind"]),
            day=data["day"],
            text=data["text"],
            gross=Money(data["gross"]),
            vat=Money(data["vat"]),
            agreed=data["agreed"],
            reason=data["reason"],
        )
        given = data.get("receipt")
        return {"spent": spent, "receipt": bytes(given.read()) if given else None, "is_another": data["is_another"]}


class AskForm(ExpenseForm):
    """For one of the assignments on which the manager works or worked."""

    assignment = forms.ChoiceField(label=_("Assignment"))
    field_order = ("assignment",)

    def __init__(self, *args: Any, assignments: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["assignment"]
        field.choices = list(assignments)

    def value(self) -> dict[str, Any]:
        return super().value() | {"assignment": self.cleaned_data["assignment"]}


class CorrectForm(ExpenseForm):
    """The receipt stays when no other one is given."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=MOST_VERSIONS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["receipt"].required = False
        self.fields["receipt"].help_text = _("Leave it empty to keep the receipt that is there.")

    def value(self) -> dict[str, Any]:
        return super().value() | {"version": self.cleaned_data["version"]}


class VersionForm(Form):
    """What was seen when the page was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=MOST_VERSIONS)


class ApproveForm(VersionForm):
    """A button for what was seen."""

    def value(self) -> dict[str, Any]:
        return {"version": self.cleaned_data["version"]}


class WhyForm(Form):
    why = forms.CharField(
        label=_("Why"), help_text=_("The manager reads this."), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def value(self) -> dict[str, Any]:
        return {"why": self.cleaned_data["why"]}


class RefuseForm(WhyForm, VersionForm):
    def value(self) -> dict[str, Any]:
        return super().value() | {"version": self.cleaned_data["version"]}
