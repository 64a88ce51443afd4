"""What may be typed about a case, and by a referee."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.lists import Category, Level, Reason
from interregnum.people.models import Case
from interregnum.people.queries import discipline_choices, sector_choices
from interregnum.people.rules.evidence import CaseValues
from interregnum.web.forms import Form
from interregnum.web.role_mix import RoleMixField
from interregnum.web.words import choices

TEXTS = ("client_shown_as", "sector", "mandate", "measure", "baseline", "figure", "deadlock", "lasted")


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _long(label: Any, *, rows: int = 4, required: bool = False, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=area, max_length=4_000, required=required, help_text=help_text)


class CaseForm(Form):
    """One assignment that was led to its end: what was wrong, what was done, what can be measured, who can say so."""

    fieldsets = (
        (_("The assignment"), ["client", "client_shown_as", "started_on", "ended_on", "problem", "mandate"]),
        (_("What kind"), ["category", "reasons", "level", "discipline", "sector", "role_mix"]),
        (
            _("What came of it"),
            ["result", "measure", "baseline", "figure", "first_result_weeks", "deadlock", "lasted"],
        ),
        (_("Who can confirm it"), ["referee_name", "referee_function", "referee_email", "referee_language"]),
    )

    client = forms.CharField(label=_("Client"), max_length=120)
    client_shown_as = forms.CharField(
        label=_("Shown as"),
        help_text=_("Must the client stay unnamed? Then write what others read instead, such as: a mid-sized insurer."),
        max_length=120,
        required=False,
    )
    started_on = forms.DateField(label=_("From"), widget=_day())
    ended_on = forms.DateField(label=_("Until"), widget=_day(), required=False)
    problem = _long(_("The problem"), required=True)
    mandate = forms.CharField(label=_("Your mandate"), max_length=300, required=False)
    category = forms.ChoiceField(label=_("Category"), choices=choices("category"))
    reasons = forms.MultipleChoiceField(
        label=_("Reasons"), choices=choices("reason"), widget=forms.CheckboxSelectMultiple, required=False
    )
    level = forms.ChoiceField(label=_("Level"), choices=choices("level"))
    discipline = forms.ChoiceField(label=_("Discipline"), choices=discipline_choices)
    sector = forms.ChoiceField(label=_("Sub-sector"), choices=sector_choices, required=False)
    role_mix = RoleMixField(label=_("Role mix"), help_text=_("How your week was divided over the four roles."))
    result = _long(_("The result"), required=True)
    measure = forms.CharField(
        label=_("Measured in"), help_text=_("Such as: open files."), max_length=80, required=False
    )
    baseline = forms.CharField(label=_("Number at the start"), max_length=40, required=False)
    figure = forms.CharField(label=_("Number at the end"), max_length=40, required=False)
    first_result_weeks = forms.IntegerField(
        label=_("Weeks to the first result"), min_value=0, max_value=520, required=False
    )
    deadlock = _long(_("Deadlock that you broke"), rows=3)
    lasted = _long(_("What was still there a year later"), rows=3)
    referee_name = forms.CharField(label=_("Name of the referee"), max_length=120, required=False)
    referee_function = forms.CharField(label=_("Function of the referee"), max_length=120, required=False)
    referee_email = forms.EmailField(
        label=_("E-mail address of the referee"),
        help_text=_("Only used to ask whether this is right. Ask your referee first."),
        max_length=254,
        required=False,
    )
    referee_language = forms.ChoiceField(
        label=_("Language of the referee"),
        help_text=_("Our mail and the page behind its link are in this language."),
        choices=settings.LANGUAGES,
        initial="nl",
        required=False,
    )

    def clean_referee_language(self) -> str:
        return self.cleaned_data["referee_language"] or "nl"

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        start, end = data.get("started_on"), data.get("ended_on")
        if start and end and end < start:
            self.add_error("ended_on", _("This is before the start. Correct one of the two."))
        return data

    def value(self) -> CaseValues:
        data = {name: value for name, value in self.cleaned_data.items() if name != "once"}
        return CaseValues(
            **data
            | {
                "category": Category(data["category"]),
                "level": Level(data["level"]),
                "reasons": tuple(Reason(code) for code in data["reasons"]),
            }
        )


def initial_of(row: Case | None) -> dict[str, Any]:
    if row is None:
        return {}
    mix = [row.operational, row.adviser, row.coach, row.change]
    names = [name for name in CaseForm.base_fields if name not in {"once", "role_mix"}]
    return {name: getattr(row, name) for name in names} | {"role_mix": mix}


class RefereeForm(Form):
    """What a referee says of a case."""

    answer = forms.ChoiceField(
        label=_("Is this right?"),
        choices=[("yes", _("Yes, this is how it was")), ("no", _("No, this is not how it was"))],
        widget=forms.RadioSelect,
    )
    words = _long(_("What would you add?"), help_text=_("The bureau and the manager read this."))
