"""What is typed on the first visit."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.translation import gettext_lazy as _

from interregnum.web.forms import Form


class BeginForm(Form):
    """The set-up code, the firm's name and its first partner."""

    fieldsets = (
        (_("Proof that this is your machine"), ["code"]),
        (_("The firm"), ["firm", "language"]),
        (_("You, the first partner"), ["name", "email", "password"]),
    )

    code = forms.CharField(
        label=_("Set-up code"),
        help_text=_("It stands in the terminal where the firm was started."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    firm = forms.CharField(label=_("Name of the firm"), max_length=120)
    language = forms.ChoiceField(label=_("First language"), choices=settings.LANGUAGES)
    name = forms.CharField(label=_("Your name"), max_length=120)
    email = forms.EmailField(label=_("E-mail address"), help_text=_("With it you sign in."))
    password = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = " ".join(password_validators_help_texts())

    def value(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "once"}
