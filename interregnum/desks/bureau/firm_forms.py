"""What a partner may say of the firm."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from interregnum.outside import mail_server
from interregnum.outside.mail_server import Encryption
from interregnum.people.rules import cells
from interregnum.web.forms import Form
from interregnum.web.read_field import ReadField
from interregnum.web.wishes_form import HOURS

ENCRYPTION = (
    (Encryption.STARTTLS, _("STARTTLS, mostly port 587")),
    (Encryption.TLS, _("TLS from the first byte, mostly port 465")),
    (Encryption.NONE, _("None, only for a server on this machine")),
)


class DetailsForm(Form):
    fieldsets = (
        (_("The firm"), ["name", "phone", "street", "postal_code", "city"]),
        (_("Numbers, for contracts and invoices"), ["kvk", "vat_number", "iban"]),
    )

    name = forms.CharField(label=_("Name"), max_length=120)
    phone = ReadField(label=_("Telephone"), read=cells.phone, max_length=30, required=False)
    street = forms.CharField(label=_("Street and number"), max_length=120, required=False)
    postal_code = forms.CharField(label=_("Postal code"), max_length=12, required=False)
    city = forms.CharField(label=_("City"), max_length=80, required=False)
    kvk = ReadField(label=_("KvK number"), read=cells.kvk, max_length=12, required=False)
    vat_number = ReadField(label=_("VAT number"), read=cells.vat_number, max_length=20, required=False)
    iban = ReadField(label=_("Account number (IBAN)"), read=cells.account_number, max_length=42, required=False)

    def value(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "once"}


class LookForm(Form):
    logo = forms.FileField(
        label=_("Logo"),
        help_text=_("PNG or JPEG, at most 2 MB. It stands on every page and where people sign in."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
        required=False,
        allow_empty_file=True,
    )
    without_logo = forms.BooleanField(label=_("Take the present logo away"), required=False)
    first = forms.ChoiceField(
        label=_("First language"),
        help_text=_("For whoever's browser asks for another one."),
        choices=settings.LANGUAGES,
    )
    other = forms.BooleanField(label=_("The other language as well"), required=False)

    def languages(self) -> list[str]:
        first = self.cleaned_data["first"]
        both = [first, *(code for code, _name in settings.LANGUAGES if code != first)]
        return both if self.cleaned_data["other"] else [first]


class MailForm(Form):
    fieldsets = (
        (_("Address of the site"), ["site"]),
        (_("Sender"), ["mail_sender"]),
        (_("Quiet hours"), ["quiet_begins", "quiet_ends", "quiet_weekends"]),
        (_("Mail server"), ["mail_host", "mail_port", "mail_encryption", "mail_user", "mail_password"]),
    )

    site = forms.URLField(
        label=_("Address"),
        assume_scheme="https",
        max_length=200,
        required=False,
        help_text=_(
            "With which links begin, such as https://firm.example; it holds at once. When it begins with https://, "
            "pages and cookies travel over a secure line alone; at the machine itself http://127.0.0.1 stays open."
        ),
    )
    mail_sender = forms.EmailField(
        label=_("Sender's address"), required=False, help_text=_("The firm's name stands in front of it.")
    )
    quiet_begins = forms.TypedChoiceField(
        label=_("Quiet from"),
        choices=HOURS,
        coerce=int,
        help_text=_("For whoever chose no hours of their own. What somebody asked for just now comes at any hour."),
    )
    quiet_ends = forms.TypedChoiceField(
        label=_("Quiet until"), choices=HOURS, coerce=int, help_text=_("The same hour twice: no quiet hours.")
    )
    quiet_weekends = forms.BooleanField(label=_("Quiet on Saturday and Sunday"), required=False)
    mail_host = ReadField(
        label=_("Name of the mail server"),
        read=cells.host,
        max_length=253,
        required=False,
        help_text=_("Without one, mails are kept on the page Mail and leave the house to nobody."),
    )
    mail_port = forms.IntegerField(label=_("Port"), min_value=1, max_value=65_535, initial=587)
    mail_encryption = forms.ChoiceField(label=_("Encryption"), choices=ENCRYPTION)
    mail_user = forms.CharField(
        label=_("User"), max_length=254, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    mail_password = forms.CharField(
        label=_("Password"),
        max_length=500,
        strip=False,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Sealed and never shown again. Empty: the one that is there stays."),
    )

    def clean_site(self) -> str:
        parts = urlsplit(self.cleaned_data["site"])
        if parts.scheme not in {"", "http", "https"}:
            raise forms.ValidationError(_("An address begins with https:// or http://."))
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

    def clean_mail_port(self) -> int:
        port: int = self.cleaned_data["mail_port"]
        if port not in mail_server.PORTS:
            ports = ", ".join(map(str, sorted(mail_server.PORTS)))
            raise forms.ValidationError(_("Mail goes through one of these ports: %(ports)s.") % {"ports": ports})
        return port

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("mail_host") and not data.get("mail_sender"):
            self.add_error("mail_sender", _("A mail server needs to know who sends. Fill in the sender's address."))
        return data

    def value(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "once"}
