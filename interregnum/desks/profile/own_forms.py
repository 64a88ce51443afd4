"""What a manager may type about themselves: the profile, the business, an insurance, and a declaration."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.desks.profile.cv_forms import languages_of
from interregnum.desks.profile.free_forms import day_field
from interregnum.kernel.lists import Level
from interregnum.kernel.money import Money
from interregnum.people.models import Business, Declaration, Insurance, Manager
from interregnum.people.own_profile import OWN, typed_of
from interregnum.people.queries import discipline_choices, sector_choices
from interregnum.people.rules import cells
from interregnum.people.rules.papers import BusinessValues, Declared, InsuranceValues, LegalForm, WorkRight
from interregnum.web.forms import Form
from interregnum.web.read_field import ReadField
from interregnum.web.role_mix import RoleMixField
from interregnum.web.words import choices, language_name

BOXES = forms.CheckboxSelectMultiple


def _lines(cell: str) -> Any:
    """Names one a line; a bar means nothing here."""
    found = [" ".join(line.split()) for line in cell.splitlines()]
    return tuple(cells.text(line, longest=120) for line in dict.fromkeys(found) if line)


def _names_field(label: Any, help_text: Any) -> ReadField:
    area = forms.Textarea(attrs={"rows": 3})
    return ReadField(read=_lines, label=label, widget=area, max_length=4_000, required=False, help_text=help_text)


def _sectors() -> list[tuple[str, str]]:
    """Without the empty one: here none is ticked."""
    return sector_choices()[1:]


class ProfileForm(Form):
    fieldsets = (
        (_("Where and for how much"), ["place", "travel_km", "day_rate", "phone"]),
        (_("In what you work"), ["level", "disciplines", "sectors", "languages", "role_mix"]),
        (_("In your own words"), ["summary"]),
    )

    place = forms.CharField(label=_("Place"), max_length=80, help_text=_("Where you live; distances count from here."))
    travel_km = forms.IntegerField(
        label=_("You travel at most"),
        min_value=0,
        max_value=500,
        help_text=_("Kilometres, one way, as the crow flies."),
    )
    day_rate = ReadField(
        read=cells.money, label=_("Your day rate"), max_length=10, help_text=_("In euros, excluding VAT.")
    )
    phone = ReadField(read=cells.phone, label=_("Telephone"), max_length=30, required=False)
    level = forms.ChoiceField(label=_("Level"), choices=choices("level"))
    disciplines = forms.MultipleChoiceField(label=_("Disciplines"), choices=discipline_choices, widget=BOXES)
    sectors = forms.MultipleChoiceField(label=_("Sub-sectors"), choices=_sectors, widget=BOXES, required=False)
    languages = ReadField(read=languages_of, label=_("Languages"), help_text=_("With commas: Dutch, English."))
    role_mix = RoleMixField(label=_("Role mix"), help_text=_("How you divide your week over the four roles."))
    summary = forms.CharField(
        label=_("Summary"), widget=forms.Textarea(attrs={"rows": 5}), max_length=2_000, required=False
    )

    def value(self) -> dict[str, Any]:
        data = {name: self.cleaned_data[name] for name in (*OWN, "role_mix")}
        return data | {"level": Level(data["level"]), "languages": list(data["languages"])}


def typed_money(amount: Money) -> str:
    """As somebody would type it."""
    return str(amount.amount).removesuffix(".00")


def profile_initial(manager: Manager) -> dict[str, Any]:
    typed = typed_of(manager)
    return typed | {
        "day_rate": typed_money(manager.day_rate),
        "languages": ", ".join(map(language_name, typed["languages"])),
    }


class BusinessForm(Form):
    fieldsets = (
        (_("Your business"), ["legal_form", "trade_name", "street", "postal_code", "kvk", "vat_number", "iban"]),
        (_("Right to work in the Netherlands"), ["work_right", "permit_ends_on"]),
    )

    legal_form = forms.ChoiceField(label=_("Legal form"), choices=choices("legal_form"))
    trade_name = forms.CharField(label=_("Name of the business"), max_length=120, required=False)
    street = forms.CharField(
        label=_("Street and number"),
        help_text=_("It stands in your own agreement with us; the client does not see it."),
        max_length=120,
        required=False,
    )
    postal_code = forms.CharField(label=_("Postal code"), max_length=12, required=False)
    kvk = ReadField(read=cells.kvk, label=_("KvK number"), max_length=12, required=False)
    vat_number = ReadField(read=cells.vat_number, label=_("VAT number"), max_length=20, required=False)
    iban = ReadField(read=cells.account_number, label=_("Account number (IBAN)"), max_length=42, required=False)
    work_right = forms.ChoiceField(label=_("Right to work"), choices=choices("work_right"), widget=forms.RadioSelect)
    permit_ends_on = day_field(
        _("Permit good until"), required=False, help_text=_("Send us no copy of an identity card.")
    )

    def value(self) -> BusinessValues:
        data = {name: value for name, value in self.cleaned_data.items() if name != "once"}
        is_permit = data["work_right"] == WorkRight.PERMIT
        return BusinessValues(
            **data
            | {
                "legal_form": LegalForm(data["legal_form"]),
                "work_right": WorkRight(data["work_right"]),
                "permit_ends_on": data["permit_ends_on"] if is_permit else None,
            }
        )


def business_initial(row: Business | None) -> dict[str, Any]:
    names = [name for name in BusinessForm.base_fields if name != "once"]
    return {name: getattr(row, name) for name in names} if row else {"work_right": WorkRight.CITIZEN}


class InsuranceForm(Form):
    insurer = forms.CharField(label=_("Insurer"), max_length=80)
    policy_number = forms.CharField(label=_("Policy number"), max_length=40)
    amount = ReadField(
        read=cells.large_money, label=_("Insured amount"), max_length=12, help_text=_("In euros, for one claim.")
    )
    ends_on = day_field(_("Insured until"))
    proof = forms.FileField(
        label=_("Proof"),
        help_text=_("The policy or a certificate: PDF, PNG or JPEG, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/png,image/jpeg"}),
        required=False,
        allow_empty_file=True,
    )

    def value(self) -> InsuranceValues:
        names = ("insurer", "policy_number", "amount", "ends_on")
        return InsuranceValues(**{name: self.cleaned_data[name] for name in names})


def insurance_initial(row: Insurance | None) -> dict[str, Any]:
    if row is None:
        return {}
    names = ("insurer", "policy_number", "ends_on")
    return {name: getattr(row, name) for name in names} | {"amount": typed_money(row.amount)}


class DeclarationForm(Form):
    interests = _names_field(
        _("Organisations in which you have an interest"),
        _("One a line: shares, a seat, family. You are not named to these. Empty: none."),
    )
    employers = _names_field(
        _("Former employers"), _("One a line. A client wants somebody without a past in the house.")
    )
    wants_permanent = forms.BooleanField(label=_("I would like to be hired by a client"), required=False)
    introduced = _names_field(
        _("Persons whom you introduced"), _("One a line, with the organisation: Jan Proef, Bank De Proef.")
    )
    remark = forms.CharField(
        label=_("What else we should know"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2_000, required=False
    )
    is_true = forms.BooleanField(label=_("I have filled this in truthfully and completely"))

    def value(self) -> Declared:
        names = ("interests", "employers", "wants_permanent", "introduced", "remark")
        data = {name: self.cleaned_data[name] for name in names}
        return Declared(**data | {name: data[name] or () for name in ("interests", "employers", "introduced")})


def declaration_initial(manager: Manager, newest: Declaration | None) -> dict[str, Any]:
    """What the profile says now; the rest as it was declared last."""
    return {
        "interests": "\n".join(manager.conflicts),
        "employers": "\n".join(manager.former_employers),
        "wants_permanent": manager.wants_permanent,
        "introduced": "\n".join(newest.introduced) if newest else "",
        "remark": newest.remark if newest else "",
    }
