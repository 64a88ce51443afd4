"""What may be typed about a brief."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.lists import Assurance, Category, Context, Ground, Level, Reason, Stakes
from interregnum.kernel.money import Money
from interregnum.people.queries import discipline_choices, sector_choices
from interregnum.people.rules.screening import ScreeningKind
from interregnum.people.screening_texts import REQUIRED
from interregnum.stages.brief.rules.values import BriefValues, ResultWanted
from interregnum.stages.brief.texts import FIELDS, LANGUAGES, REFUSALS
from interregnum.web.forms import Form, SharedForm
from interregnum.web.lines import LineForm, lines_of
from interregnum.web.role_mix import RoleMixField
from interregnum.web.words import choices

_UNITS = {
    "weeks": _("weeks"),
    "days_a_week": _("days"),
    "rate_ceiling": _("euros a day"),
    "budget": _("euros in all"),
    "sponsor_hours": _("hours a week"),
}


def _number(label: Any) -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"})
    return forms.DecimalField(label=label, max_digits=12, decimal_places=2, widget=widget, required=False)


def _shown(result: ResultWanted) -> dict[str, Any]:
    """Numbers without the noughts that were kept along."""
    numbers = {name: getattr(result, name) for name in ("baseline", "target")}
    return vars(result) | {
        name: None if one is None else f"{one:f}".removesuffix(".00") for name, one in numbers.items()
    }


def _several(name: str, options: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=FIELDS[name], choices=options, widget=forms.CheckboxSelectMultiple, required=False
    )


def _words(name: str, help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=FIELDS[name],
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=20_000,
        required=False,
    )


def _euros(name: str, help_text: Any, *, digits: int) -> forms.DecimalField:
    return forms.DecimalField(
        label=FIELDS[name], help_text=help_text, min_value=1, max_digits=digits, decimal_places=2, required=False
    )


class ResultLine(LineForm):
    """A result to measure; what is not known yet may wait, and counts as missing."""

    title = forms.CharField(label=_("Result"), max_length=160)
    unit = forms.CharField(label=_("Unit"), max_length=30, required=False)
    baseline = _number(_("Baseline"))
    target = _number(_("Target"))
    due_on = forms.DateField(
        label=_("By"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), required=False
    )
    measured_by = forms.CharField(label=_("How it is measured"), max_length=160, required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        if data.get("target") is not None and data.get("target") == data.get("baseline"):
            self.add_error("target", _("The target must differ from the baseline."))
        return data


class BriefForm(SharedForm):
    """Everything that is looked for; only what a draft cannot do without is required here."""

    fieldsets = (
        (_("Problem and result"), ["problem_owner", "problem", "result_wanted"]),
        (_("What belongs to it"), ["scope", "limits", "mandate_wanted", "sponsor_hours", "risks", "successor"]),
        (
            _("What kind of assignment"),
            ["category", "reasons", "grounds", "level", "context", "disciplines", "sector"],
        ),
        (_("The four roles"), ["role_mix"]),
        (
            _("Terms"),
            ["starts_on", "weeks", "days_a_week", "rate_ceiling", "budget", "place", "languages", "screenings"],
        ),
        (_("Assurance"), ["stakes", "assurance", "assurance_reason"]),
    )

    problem_owner = forms.CharField(
        label=FIELDS["problem_owner"],
        help_text=_("Name and function of who owns the problem and can decide; not only HR or purchasing."),
        max_length=160,
        required=False,
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
        help_text=_("What is different when it is done, in the client's own words."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20_000,
        required=False,
    )
    scope = _words("scope", _("Which departments, sites, systems and people belong to it."))
    limits = _words("limits", _("What the manager leaves alone: no reorganisation, no new system, no redundancies."))
    mandate_wanted = _words(
        "mandate_wanted", _("What the manager may decide alone, up to which amount, and who hears it afterwards.")
    )
    sponsor_hours = forms.IntegerField(label=FIELDS["sponsor_hours"], min_value=1, max_value=40, required=False)
    risks = _words("risks", _("What can go wrong, and who or what is against it."))
    successor = _words("successor", _("Who inherits the result when the manager leaves, and from when they take part."))
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
    rate_ceiling = _euros("rate_ceiling", _("What the client pays at most a day, all-in and excluding VAT."), digits=8)
    budget = _euros("budget", _("What the client has for the whole assignment, excluding VAT."), digits=11)
    place = forms.CharField(label=FIELDS["place"], max_length=80, required=False)
    languages = _several("languages", list(LANGUAGES.items()))
    screenings = _several("screenings", REQUIRED)
    assurance = forms.ChoiceField(
        label=FIELDS["assurance"],
        help_text=_("How closely the firm watches over the assignment."),
        choices=choices("assurance"),
    )

    stakes = forms.ChoiceField(label=FIELDS["stakes"], choices=choices("stakes", empty="–"), required=False)
    assurance_reason = _words(
        "assurance_reason", _("Needed when you go without: a partner writes it, and the client agrees with it.")
    )

    def __init__(self, *args: Any, results: Sequence[ResultWanted] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["screenings"].help_text = _(
            "Without these nobody may start. Whoever cannot have one by the latest start is not proposed."
        )
        for name, unit in _UNITS.items():
            self.fields[name].unit = unit  # type: ignore[attr-defined]
        known = (_shown(one) for one in results)
        self.results = lines_of(ResultLine, "result", self.data if self.is_bound else None, known=known, extra=2)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not all([line.is_valid() for line in self.results]):
            self.add_error(None, _("A result is not complete; see the words in red."))
        return data

    def labels(self) -> Mapping[str, Any]:
        return FIELDS

    def _ticked(self, name: str) -> tuple[str, ...]:
        """What was ticked, in the order in which it stood: boxes say nothing of what comes first."""
        stood = [str(one) for one in self.initial.get(name, ())]
        return tuple(sorted(self.cleaned_data[name], key=lambda one: stood.index(one) if one in stood else len(stood)))

    def value(self) -> BriefValues:
        data: dict[str, Any] = {name: one for name, one in self.cleaned_data.items() if name not in {"once", "seen"}}
        typed = {
            "category": Category(data["category"]),
            "reasons": tuple(map(Reason, self._ticked("reasons"))),
            "grounds": tuple(map(Ground, self._ticked("grounds"))),
            "level": Level(data["level"]) if data["level"] else None,
            "context": Context(data["context"]) if data["context"] else None,
            "disciplines": self._ticked("disciplines"),
            "languages": self._ticked("languages"),
            "screenings": tuple(map(ScreeningKind, self._ticked("screenings"))),
            "rate_ceiling": Money(data["rate_ceiling"]) if data["rate_ceiling"] else None,
            "assurance": Assurance(data["assurance"]),
            "stakes": Stakes(data["stakes"]) if data["stakes"] else None,
            "budget": Money(data["budget"]) if data["budget"] else None,
            "results": tuple(ResultWanted(**line.cleaned_data) for line in self.results if line.has_changed()),
        }
        return BriefValues(**(data | typed))


def initial_of(values: BriefValues) -> dict[str, Any]:
    """The form as it stands."""
    money = {name: getattr(values, name) for name in ("rate_ceiling", "budget")}
    return vars(values) | {name: one.amount if one else None for name, one in money.items()}


class ApproveForm(Form):
    """The button under a version: the number says which one was read."""

    version = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=1,
        max_value=32_000,
        error_messages={"required": REFUSALS["brief.other_version"]},
    )


class SendBackForm(ApproveForm):
    remark = forms.CharField(
        label=_("What must be different"),
        help_text=_("We read it, and you receive the next version."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )


class Press(Form):
    """A button on its own: only the token against a second press."""
