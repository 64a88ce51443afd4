"""What may be typed about a client organisation and its contacts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.people.queries import language_choices, sector_choices
from interregnum.people.rules import cells
from interregnum.web.forms import Form
from interregnum.web.read_field import ReadField


class OrganisationForm(Form):
    fieldsets = (
        (_("The organisation"), ["name", "sector", "phone"]),
        (_("Address"), ["street", "postal_code", "city", "country"]),
        (_("For contracts and invoices"), ["kvk", "vat_number", "reclaims_vat", "vat_exemption", "is_large"]),
    )

    name = forms.CharField(label=_("Name"), max_length=120)
    sector = forms.ChoiceField(label=_("Sub-sector"), choices=sector_choices, required=False)
    phone = ReadField(label=_("Telephone"), read=cells.phone, max_length=30, required=False)
    street = forms.CharField(label=_("Street and number"), max_length=120, required=False)
    postal_code = forms.CharField(label=_("Postal code"), max_length=12, required=False)
    city = forms.CharField(label=_("City"), max_length=80, required=False)
    country = forms.RegexField(
        r"^[A-Za-z]{2}$",
        label=_("Country, in two letters"),
        initial="NL",
        required=False,
        error_messages={"invalid": _("Write the country in two letters, such as NL or BE.")},
    )
    kvk = ReadField(label=_("KvK number"), read=cells.kvk, max_length=12, required=False)
    vat_number = ReadField(label=_("VAT number"), read=cells.vat_number, max_length=20, required=False)
    reclaims_vat = forms.BooleanField(
        label=_("Reclaims VAT"),
        help_text=_("Banks and insurers often cannot: they are shown amounts with VAT as well."),
        required=False,
        initial=True,
    )
    vat_exemption = forms.CharField(
        label=_("Why no VAT is charged"),
        help_text=_("Leave it empty, but for a client to whom our work is exempt; this stands on each invoice."),
        max_length=120,
        required=False,
    )
    is_large = forms.BooleanField(
        label=_("Large company by law"),
        help_text=_("It pays within thirty days, whatever was agreed beyond them."),
        required=False,
    )

    def clean_country(self) -> str:
        return str(self.cleaned_data["country"]).upper() or "NL"

    def value(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "once"}


class ContactForm(Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    function = forms.CharField(label=_("Function"), max_length=80, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = ReadField(label=_("Telephone"), read=cells.phone, max_length=30, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=language_choices)
    is_active = forms.BooleanField(
        label=_("Works here"),
        help_text=_("Take the tick away for who has left; what they did stays on record."),
        required=False,
        initial=True,
    )

    def value(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "once"}
