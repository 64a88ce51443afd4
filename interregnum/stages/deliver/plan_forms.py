"""The plan of approach on one page: a text for each part, lines for results and phases. Works without JavaScript."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.period import Period
from interregnum.stages.deliver.hours_forms import MOST_VERSIONS
from interregnum.stages.deliver.plan_texts import FIELDS, PARTS, PLAN_REFUSALS, asked_of
from interregnum.stages.deliver.queries.plan_versions import in_lines
from interregnum.stages.deliver.queries.plans import PlanPage
from interregnum.stages.deliver.rules.deviations import DeviationAnswer
from interregnum.stages.deliver.rules.plan import BEYOND, DIAGNOSIS, NEEDED, Part, PhaseLine, Plan, ResultLine
from interregnum.web.forms import Form
from interregnum.web.lines import LineForm, lines_of

# Empty lines below those that are there; after saving there are new ones.
EXTRA = {"result": 3, "phase": 1}
# The two tables, and how the fields of their lines are called.
LINES = {"results": "result", "phases": "phase"}


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
    """The whole plan, with the questions of its category; `results` and `phases` are its lines.

    `version` is the draft that was seen when the form was opened, `saves` the one that stands now. Of a plan that is
    not `is_open` the action says why it cannot be written.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_VERSIONS, required=False)
    first_result_on = forms.DateField(label=_("Day of the first result"), widget=_day(), required=False)

    def __init__(self, *args: Any, page: PlanPage, **kwargs: Any) -> None:
        self.page, self.changed = page, []  # type: ignore[var-annotated]
        plan, term = page.plan, Period(page.starts_on, page.ends_on)
        begun = {"first_result_on": plan.first_result_on or page.first_result_from, "version": page.saves}
        super().__init__(*args, initial=begun, **kwargs)
        for part, question in asked_of(page.category).items():
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
        if self.is_bound and isinstance(self.data, QueryDict):
            self.data = self._chosen(self.data)
        data = self.data if self.is_bound else None
        self.results = _lines(ResultForm, "result", data, plan.results, term)
        self.phases = _lines(PhaseForm, "phase", data, plan.phases, term)

    def clean(self) -> dict[str, Any]:
        for lines, words in ((self.results, _RESULTS_WRONG), (self.phases, _PHASES_WRONG)):
            if not all([line.is_valid() for line in lines]):
                self.add_error(None, words)
        seen, now = self.cleaned_data.get("version"), self.page.saves
        if self.page.is_open and seen is not None and seen != now and not self.errors:
            self.changed = list(self._differences())
            if self.changed:
                self.add_error(None, PLAN_REFUSALS["deliver.plan_changed"])
            # Whoever was shown both answers, at the next press, the draft that stands now.
            self.cleaned_data["version"] = now
            self.send_next("version", now)
        return self.cleaned_data

    def _differences(self) -> Iterator[tuple[str, object, str, str]]:
        """Name, label, what stands on the server and what was typed here, of each part in which they differ."""
        standing, typed = in_lines(self.page.plan), in_lines(self.value())
        for name, label in FIELDS.items():
            if standing[name] != typed[name]:
                yield name, label, "\n".join(standing[name]) or "–", "\n".join(typed[name]) or "–"

    def _chosen(self, typed: QueryDict) -> QueryDict:
        """What was typed, with what stands on the server for each part of which that was chosen."""
        data = typed.copy()
        every = data.get("do") == "stands"
        for name, posted in _standing(self.page.plan).items():
            if every or data.get(f"choose_{name}") == "stands":
                for key in [key for key in data if key.startswith(f"{LINES.get(name, name)}-")]:
                    del data[key]
                for key, value in posted.items():
                    data[key] = value
        return data

    def value(self) -> Plan:
        return Plan(
            {part: self.cleaned_data[part.value] for part in Part},
            tuple(ResultLine(**line.cleaned_data) for line in self.results if line.has_changed()),
            tuple(PhaseLine(**line.cleaned_data) for line in self.phases if line.has_changed()),
            self.cleaned_data["first_result_on"],
        )


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


def _standing(plan: Plan) -> dict[str, dict[str, str]]:
    """The draft as it stands on the server, by part, as it would be posted."""
    found = {str(part): {str(part): plan.says(part)} for part in Part}
    first = plan.first_result_on
    found["first_result_on"] = {"first_result_on": first.isoformat() if first else ""}
    for name, lines in (("results", plan.results), ("phases", plan.phases)):
        shown = [_shown(asdict(line)) for line in lines]
        found[name] = {
            f"{LINES[name]}-{place}-{key}": str(value)
            for place, line in enumerate(shown)
            for key, value in line.items()
        }
    return found
