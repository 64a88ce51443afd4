"""Forms of the account."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter as account_adapter
from allauth.account.forms import ResetPasswordForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from interregnum.people.models import Account


class PasswordForm(forms.Form):
    """A first password, typed once: a browser or password keeper can show and keep it."""

    password = forms.CharField(
        label=_("Choose a password"), widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}), strip=False
    )

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.account = account
        self.fields["password"].help_text = " ".join(password_validators_help_texts())

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.account)
        return password


class ForgottenForm(ResetPasswordForm):
    """Whoever has no account gets a mail that says so: neither answer nor time tells a stranger who has one."""

    def save(self, request: HttpRequest, **options: Any) -> str:
        if self.users:
            return str(super().save(request, **options))
        email: str = self.cleaned_data["email"]
        account_adapter().send_mail("account/email/unknown_account", email, {"email": email, "request": request})
        return email


class _Credential:
    """What a browser says of a passkey is JSON of any shape: what the library cannot take apart is a wrong answer."""

    def clean_credential(self) -> Any:
        clean = getattr(super(), "clean_credential", None)
        return _or_wrong(clean) if clean else self._typed()

    def clean(self) -> Any:
        return _or_wrong(super().clean)  # type: ignore[misc]

    def _typed(self) -> Any:
        return self.cleaned_data["credential"]  # type: ignore[attr-defined]


def _or_wrong(clean: Callable[[], Any]) -> Any:
    try:
        return clean()
    except ValidationError:
        raise
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise get_adapter().validation_error("incorrect_code") from error


class PasskeyForm(_Credential, AddWebAuthnForm):
    """A new passkey with its name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name")
        self.fields["name"].max_length = 80
        alone = self.fields["passwordless"]
        alone.label, alone.initial = _("Sign in with this passkey alone"), True
        alone.help_text = _("It then asks for your finger, face or pin, and you need no password.")


class ShowPasskeyForm(_Credential, AuthenticateWebAuthnForm):
    """After the password."""


class PasskeyAloneForm(_Credential, LoginWebAuthnForm):
    """In the place of the password."""


class PasskeyAgainForm(_Credential, ReauthenticateWebAuthnForm):
    """Once more, by whoever is signed in."""
