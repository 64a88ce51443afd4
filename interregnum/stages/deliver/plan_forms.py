"""The plan of approach on one page: a text for each part, lines for results and phases. Works without JavaScript."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.lists import Category
from interregnum.kernel.period import Period
from interregnum.stages.deliver.plan_texts import PARTS, asked_of
from interregnum.stages.deliver.queries.plans import PlanPage
from interregnum.stages.deliver.rules.deviations import DeviationAnswer
from interregnum.stages.deliver.rules.plan import BEYOND, DIAGNOSIS, NEEDED, Part, PhaseLine, Plan, ResultLine
from interregnum.web.forms import Form
from interregnum.web.lines import LineForm, lines_of

# Empty lines below those that are there; after saving there are new ones.
EXTRA = {"result": 3, "phase": 1}


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _number(label: Any) -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"})
    return forms.DecimalField(label=label, max_digits=12, decimal_places=2, widget=widget)


class DatedLine(LineForm):
    """One line with a day from the first one of the term on."""

    day_field = ""

    def __init__(self, *args: Any, term: Period, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.term = term

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        day = data.get(self.day_field)
        if day is not None and not self.term.first <= day <= self.term.last + BEYOND:
            self.add_error(self.day_field, _("Choose a day after the start and at most a year after the end."))
        return data


class ResultForm(DatedLine):
    day_field = "due_on"
    code = forms.CharField(widget=forms.HiddenInput, required=False, max_length=26)
    title = forms.CharField(label=_("Result"), max_length=160)
    unit = forms.CharField(label=_("Unit"), max_length=30)
    baseline = _number(_("Baseline"))
    target = _number(_("Target"))
    due_on = forms.DateField(label=_("By"), widget=_day())

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("target") is not None and data.get("target") == data.get("baseline"):
            self.add_error("target", _("The target must differ from the baseline."))
        return data


class PhaseForm(DatedLine):
    day_field = "ends_on"
    title = forms.CharField(label=_("Phase"), max_length=120)
    ends_on = forms.DateField(label=_("Checkpoint on"), widget=_day())
    checkpoint = forms.CharField(label=_("What must be there then"), max_length=200)


class PlanForm(Form):
    """The whole plan, with the questions of its category; `results` and `phases` are its lines."""

    first_result_on = forms.DateField(label=_("Day of the first result"), widget=_day(), required=False)

    def __init__(self, *args: Any, plan: Plan, term: Period, category: Category, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part, question in asked_of(category).items():
            self.fields[part.value] = forms.CharField(
                label=PARTS[part],
                help_text=question,
                widget=forms.Textarea(attrs={"rows": 4}),
                max_length=20_000,
                required=False,
                initial=plan.texts.get(part, ""),
            )
            self.fields[part.value].goes_along = part in NEEDED  # type: ignore[attr-defined]
        self.fields["first_result_on"].goes_along = True  # type: ignore[attr-defined]
        rest = [part.value for part in Part if part not in DIAGNOSIS]
        rest.insert(rest.index(Part.FIRST_RESULT) + 1, "first_result_on")
        self.fieldsets = [(_("Diagnosis"), [part.value for part in DIAGNOSIS]), (_("How you go about it"), rest)]
        data = self.data if self.is_bound else None
        self.results = _lines(ResultForm, "result", data, plan.results, term)
        self.phases = _lines(PhaseForm, "phase", data, plan.phases, term)

    def clean(self) -> dict[str, Any]:
        for lines, words in ((self.results, _RESULTS_WRONG), (self.phases, _PHASES_WRONG)):
            if not all([line.is_valid() for line in lines]):
                self.add_error(None, words)
        return self.cleaned_data

    def value(self) -> Plan:
        return Plan(
            {part: self.cleaned_data[part.value] for part in Part},
            tuple(ResultLine(**line.cleaned_data) for line in self.results if line.has_changed()),
            tuple(PhaseLine(**line.cleaned_data) for line in self.phases if line.has_changed()),
            self.cleaned_data["first_result_on"],
        )


def plan_options(page: PlanPage) -> dict[str, Any]:
    """What the form of a plan begins with."""
    first = page.plan.first_result_on or page.first_result_from
    return {
        "plan": page.plan,
        "term": Period(page.starts_on, page.ends_on),
        "category": page.category,
        "initial": {"first_result_on": first},
    }


class AgreeForm(Form):
    """Only its button; `version` is what was read."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class DeviationForm(Form):
    """Three buttons beside a difference with the contract."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    line = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(widget=forms.HiddenInput, choices=[(one.value, one.value) for one in DeviationAnswer])


_RESULTS_WRONG = _("A result is not complete; see the words in red.")
_PHASES_WRONG = _("A phase is not complete; see the words in red.")


def _lines(
    kind: type[DatedLine],
    name: str,
    data: Mapping[str, Any] | None,
    known: Sequence[ResultLine | PhaseLine],
    term: Period,
) -> list[DatedLine]:
    """The lines of one of the two tables."""
    shown = (_shown(asdict(line)) for line in known)
    return lines_of(kind, name, data, known=shown, extra=EXTRA[name], term=term)


def _shown(values: dict[str, Any]) -> dict[str, Any]:
    """Numbers without the nought that the table adds."""
    return values | {name: f"{values[name]:f}".removesuffix(".00") for name in ("baseline", "target") if name in values}
