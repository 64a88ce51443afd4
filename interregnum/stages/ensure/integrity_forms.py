"""What may be typed in the register of introduced persons."""

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.ensure.actions.register_introduced import Introduced
from interregnum.web.forms import Form

COMPARED = _("Only compared, shown to nobody.")


class IntroducedForm(Form):
    name = forms.CharField(
        label=_("Who?"),
        help_text=_(
            "Interim manager, shadow manager, our bureau and its auditor read this, and what ties the two; the client "
            "does not."
        ),
        max_length=120,
    )
    introduced_on = forms.DateField(
        label=_("Introduced on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    tie = forms.CharField(
        label=_("What ties the two?"),
        help_text=_("Family, a business, money; leave empty when they only worked together."),
        max_length=200,
        required=False,
    )
    kvk = forms.RegexField(
        r"^\d{8}$",
        label=_("KvK number"),
        help_text=COMPARED,
        error_messages={"invalid": _("A KvK number has eight digits.")},
        required=False,
    )
    iban = forms.CharField(label=_("Bank account"), help_text=COMPARED, max_length=34, required=False)
    address = forms.CharField(
        label=_("Street, number and postal code"), help_text=COMPARED, max_length=160, required=False
    )

    def value(self) -> Introduced:
        names = ("name", "introduced_on", "tie", "kvk", "iban", "address")
        return Introduced(**{name: self.cleaned_data[name] for name in names})


class DeclareForm(Form):
    person = forms.CharField(max_length=26, widget=forms.HiddenInput)


class OverlapForm(Form):
    person = forms.CharField(max_length=26, widget=forms.HiddenInput)
    answer = forms.CharField(label=_("What did you find?"), help_text=_("The bureau alone reads this."), max_length=500)


class StateForm(Form):
    month = forms.DateField(widget=forms.HiddenInput)
