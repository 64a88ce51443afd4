"""What may be typed about who signs for a client."""

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.people.authorities import Found
from interregnum.people.authority_texts import BASES, SCOPES
from interregnum.people.rules.authorities import Basis, Scope
from interregnum.web.forms import Form


class AuthorityForm(Form):
    """What was read, where, and who gave it: nothing is filled in for whoever types."""

    scope = forms.ChoiceField(label=_("This contact may sign"), choices=[("", "–"), *SCOPES.items()])
    basis = forms.ChoiceField(label=_("That stands in"), choices=[("", "–"), *BASES.items()])
    extract = forms.CharField(
        label=_("Which one"),
        help_text=_("The number of the extract, or what the proxy is called."),
        max_length=60,
    )
    extract_on = forms.DateField(label=_("Date of it"), widget=forms.DateInput(attrs={"type": "date"}))
    told_by = forms.CharField(
        label=_("Who gave it to us"),
        help_text=_("For example the client's secretary, or the KvK itself."),
        max_length=120,
    )

    def value(self) -> Found:
        data = self.cleaned_data
        return Found(
            scope=Scope(data["scope"]),
            basis=Basis(data["basis"]),
            extract=data["extract"],
            extract_on=data["extract_on"],
            told_by=data["told_by"],
        )


class EndForm(Form):
    """Nothing to type: one press, and this contact signs nothing more."""
