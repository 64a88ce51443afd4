"""What may be typed about a brief."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.lists import Assurance, Category, Context, Ground, Level, Reason
from interregnum.kernel.money import Money
from interregnum.people.queries import discipline_choices, sector_choices
from interregnum.people.rules.screening import ScreeningKind
from interregnum.people.screening_texts import REQUIRED
from interregnum.stages.brief.rules.values import BriefValues
from interregnum.stages.brief.texts import FIELDS, LANGUAGES
from interregnum.web.forms import Form
from interregnum.web.role_mix import RoleMixField
from interregnum.web.words import choices


def _several(name: str, options: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=FIELDS[name], choices=options, widget=forms.CheckboxSelectMultiple, required=False
    )


class BriefForm(Form):
    """Everything that is looked for; only what a draft cannot do without is required here."""

    fieldsets = (
        (_("Problem and result"), ["problem", "result_wanted"]),
        (
            _("What kind of assignment"),
            ["category", "reasons", "grounds", "level", "context", "disciplines", "sector"],
        ),
        (_("The four roles"), ["role_mix"]),
        (
            _("Terms"),
            ["starts_on", "weeks", "days_a_week", "rate_ceiling", "place", "languages", "screenings", "assurance"],
        ),
    )

    problem = forms.CharField(
        label=FIELDS["problem"],
        help_text=_("One problem, in a few sentences that the client would sign."),
        widget=forms.Textarea(attrs={"rows": 7}),
        max_length=200_000,
        required=False,
    )
    result_wanted = forms.CharField(
        label=FIELDS["result_wanted"],
        help_text=_("What can be measured when it is done: from which number to which number, and by when."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20_000,
        required=False,
    )
    category = forms.ChoiceField(label=FIELDS["category"], choices=choices("category"))
    reasons = _several("reasons", choices("reason"))
    grounds = _several("grounds", choices("ground"))
    level = forms.ChoiceField(label=FIELDS["level"], choices=choices("level", empty="–"), required=False)
    context = forms.ChoiceField(label=FIELDS["context"], choices=choices("context", empty="–"), required=False)
    disciplines = _several("disciplines", discipline_choices)
    sector = forms.ChoiceField(label=FIELDS["sector"], choices=sector_choices, required=False)
    role_mix = RoleMixField(
        label=FIELDS["role_mix"], help_text=_("How the manager's week is to be divided over the four roles.")
    )
    starts_on = forms.DateField(
        label=FIELDS["starts_on"], widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), required=False
    )
    weeks = forms.IntegerField(label=FIELDS["weeks"], min_value=1, max_value=260, required=False)
    days_a_week = forms.IntegerField(label=FIELDS["days_a_week"], min_value=1, max_value=5)
    rate_ceiling = forms.DecimalField(
        label=FIELDS["rate_ceiling"],
        help_text=_("What the client pays at most a day, all-in and excluding VAT."),
        min_value=1,
        max_digits=8,
        decimal_places=2,
        required=False,
    )
    place = forms.CharField(label=FIELDS["place"], max_length=80, required=False)
    languages = _several("languages", list(LANGUAGES.items()))
    screenings = _several("screenings", REQUIRED)
    assurance = forms.ChoiceField(
        label=FIELDS["assurance"],
        help_text=_("How closely the firm watches over the assignment."),
        choices=choices("assurance"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["screenings"].help_text = _(
            "Without these nobody may start. Whoever cannot have one by the latest start is not proposed."
        )
        self.fields["weeks"].unit = _("weeks")  # type: ignore[attr-defined]
        self.fields["days_a_week"].unit = _("days")  # type: ignore[attr-defined]
        self.fields["rate_ceiling"].unit = _("euros a day")  # type: ignore[attr-defined]

    def value(self) -> BriefValues:
        data: dict[str, Any] = {name: value for name, value in self.cleaned_data.items() if name != "once"}
        typed = {
            "category": Category(data["category"]),
            "reasons": tuple(map(Reason, data["reasons"])),
            "grounds": tuple(map(Ground, data["grounds"])),
            "level": Level(data["level"]) if data["level"] else None,
            "context": Context(data["context"]) if data["context"] else None,
            "disciplines": tuple(data["disciplines"]),
            "languages": tuple(data["languages"]),
            "screenings": tuple(map(ScreeningKind, data["screenings"])),
            "rate_ceiling": Money(data["rate_ceiling"]) if data["rate_ceiling"] else None,
            "assurance": Assurance(data["assurance"]),
        }
        return BriefValues(**(data | typed))


def initial_of(values: BriefValues) -> dict[str, Any]:
    """The form as it stands."""
    return vars(values) | {"rate_ceiling": values.rate_ceiling.amount if values.rate_ceiling else None}
