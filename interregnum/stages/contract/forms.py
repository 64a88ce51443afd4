"""What is typed to sign."""

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.web.forms import Form


class SignForm(Form):
    """One's full name, and a tick that says what typing it means."""

    name_typed = forms.CharField(
        label=_("Your first and last name"),
        help_text=_("Typing your name here counts as your signature."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    agreed = forms.BooleanField(label=_("I have read the document and agree to it"))


class AskAgainForm(Form):
    """Nothing to type: one press mails whoever has not signed."""
