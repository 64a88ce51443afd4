"""What may be typed to read a CV, and which of its fields are taken over."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.desks.bureau.consent_forms import ConsentForm
from interregnum.kernel.lists import Level
from interregnum.people.cv_texts import CV_FIELDS
from interregnum.people.queries import discipline_choices
from interregnum.people.rules import cells
from interregnum.people.rules.cv.languages import code_of
from interregnum.people.rules.profiles import Accepted, Degree, Job, month
from interregnum.web.forms import Form
from interregnum.web.read_field import ReadField
from interregnum.web.words import choices, language_name

PLAIN = {"name": ("name", 120), "email": ("email", 254), "phone": ("phone", 30), "place": ("city", 80)}
READ = {
    "name": lambda cell: cells.text(cell, longest=120, required=False),
    "email": lambda cell: cells.mail(cell) if cell else "",
    "phone": cells.phone,
    "place": lambda cell: cells.text(cell, longest=80, required=False),
}
MOST = 40


class CvUploadForm(Form):
    """A CV, looked at first: nothing of it is taken over yet."""

    file = forms.FileField(
        label=_("CV"),
        help_text=_("PDF, DOCX, ODT, text, JSON Resume or Europass XML; at most 10 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.docx,.odt,.txt,.md,.json,.xml"}),
        allow_empty_file=True,
    )


class BureauCvUploadForm(ConsentForm, CvUploadForm):
    """A CV that somebody else than the manager hands in."""

    field_order = ("file",)


class AcceptForm(Form):
    """Each thing that was read, with a box that says whether it is taken over; all may be corrected first."""

    def __init__(self, *args: Any, read: Mapping[str, Any], whose: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.read, self.is_own = read, not whose
        if whose:
            self.fields["manager"] = forms.ChoiceField(
                label=_("Whose CV is this?"), choices=list(whose), required=False
            )
            self._terms()
        for name, (key, longest) in PLAIN.items():
            if not (self.is_own and name == "email"):
                field = ReadField(read=READ[name], label=CV_FIELDS[key], max_length=longest, required=False)
                self._taken(name, field, read.get(key) or "")
        self._lists()
        self.jobs = list(self._jobs(read.get("positions", ())[:MOST]))
        self.degrees = list(self._degrees(read.get("education", ())[:MOST]))

    def _terms(self) -> None:
        """What a CV never says, and no profile can do without; only asked for somebody new."""
        day = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        self.fields["available_on"] = forms.DateField(label=_("Available from"), widget=day, required=False)
        self.fields["days_a_week"] = forms.IntegerField(
            label=_("Days a week"), min_value=1, max_value=5, required=False
        )
        self.fields["day_rate"] = ReadField(read=amount_of, label=_("Day rate"), max_length=10, required=False)

    def _taken(self, name: str, field: forms.Field, value: Any) -> None:
        field.initial = value
        self.fields[f"take_{name}"] = forms.BooleanField(
            label=_("Take over: %(field)s") % {"field": field.label}, initial=bool(value), required=False
        )
        self.fields[name] = field

    def _lists(self) -> None:
        known = {code for code, _name in discipline_choices()}
        disciplines = [code for code in self.read.get("disciplines", ()) if code in known]
        box = forms.CheckboxSelectMultiple
        self._taken("languages", ReadField(read=languages_of, label=CV_FIELDS["languages"], required=False), "")
        self.fields["languages"].initial = ", ".join(map(language_name, self.read.get("languages", ())))
        self.fields["take_languages"].initial = bool(self.read.get("languages"))
        level = forms.ChoiceField(label=_("Level"), choices=choices("level", empty="–"), required=False)
        self._taken("level", level, next(iter(self.read.get("levels", ())), ""))
        field = forms.MultipleChoiceField(
            label=CV_FIELDS["disciplines"], choices=discipline_choices, widget=box, required=False
        )
        self._taken("disciplines", field, disciplines)

    def _jobs(self, read: Sequence[Mapping[str, Any]]) -> Iterator[str]:
        for number, one in enumerate(read):
            key = f"p{number}"
            self._taken(key, forms.CharField(label=_("Function"), max_length=120, required=False), one["title"])
            self._part(f"{key}_employer", _("Employer"), one["employer"], 120)
            self._month(f"{key}_start", _("From"), one["start"])
            self._month(f"{key}_end", _("Until (empty: now)"), one["end"] or "")
            yield key

    def _degrees(self, read: Sequence[Mapping[str, Any]]) -> Iterator[str]:
        for number, one in enumerate(read):
            key = f"s{number}"
            self._taken(key, forms.CharField(label=_("Study"), max_length=160, required=False), one["title"])
            self._part(f"{key}_institute", _("Institute"), one["institute"], 120)
            year = forms.IntegerField(label=_("Year"), min_value=1940, max_value=2100, required=False)
            self.fields[f"{key}_year"] = year
            year.initial = one["year"]
            yield key

    def _part(self, name: str, label: Any, value: str, longest: int) -> None:
        self.fields[name] = forms.CharField(label=label, max_length=longest, initial=value, required=False)

    def _month(self, name: str, label: Any, value: str) -> None:
        self.fields[name] = ReadField(read=_month, label=label, initial=value, max_length=20, required=False)

    def clean(self) -> dict[str, Any]:
        """Something must be ticked, and somebody new needs what every profile has."""
        data: dict[str, Any] = super().clean() or {}
        if not any(value for name, value in data.items() if name.startswith("take_")):
            self.add_error(None, _("Nothing is ticked yet. Tick what you want to take over."))
        if not self.is_own and not data.get("manager"):
            for name in ("name", "email", "place", "level", "disciplines", "languages"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("Somebody new needs this."))
            for name in ("available_on", "days_a_week", "day_rate"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("Somebody new needs this."))
        return data

    def value(self) -> Accepted:
        """What is taken over; of somebody new all that a profile needs, whatever was ticked."""
        data = self.cleaned_data
        is_new = not self.is_own and not data["manager"]
        names = [name for name in (*PLAIN, "languages", "level", "disciplines") if name in data]
        values = {name: data[name] for name in names if data[name] and (is_new or data[f"take_{name}"])}
        if "level" in values:
            values["level"] = Level(values["level"])
        if "languages" in values:
            values["languages"] = list(values["languages"])
        if is_new:
            values |= {name: data[name] for name in ("available_on", "days_a_week", "day_rate")}
        jobs = tuple(
            Job(data[f"{key}_employer"], data[key], data[f"{key}_start"] or None, data[f"{key}_end"] or None)
            for key in self.jobs
            if data[f"take_{key}"] and (data[key] or data[f"{key}_employer"])
        )
        degrees = tuple(
            Degree(data[key], data[f"{key}_institute"], data[f"{key}_year"])
            for key in self.degrees
            if data[f"take_{key}"] and (data[key] or data[f"{key}_institute"])
        )
        return Accepted(values, jobs, degrees)

    def plain_rows(self) -> list[tuple[Any, Any]]:
        """Box and field of each thing that is one thing."""
        names = [name for name in (*PLAIN, "languages", "level", "disciplines") if name in self.fields]
        return [(self[f"take_{name}"], self[name]) for name in names]

    def job_rows(self) -> list[tuple[Any, list[Any]]]:
        parts = ("", "_employer", "_start", "_end")
        return [(self[f"take_{key}"], [self[f"{key}{part}"] for part in parts]) for key in self.jobs]

    def degree_rows(self) -> list[tuple[Any, list[Any]]]:
        return [
            (self[f"take_{key}"], [self[f"{key}{part}"] for part in ("", "_institute", "_year")])
            for key in self.degrees
        ]

    def term_rows(self) -> list[Any]:
        return [self[name] for name in ("available_on", "days_a_week", "day_rate") if name in self.fields]


def languages_of(cell: str) -> Any:
    """Codes of languages that were written by name, in Dutch or English, or by code. Raises CellError."""
    found = [code_of(word) for word in re.split("[,|;]", cell) if word.strip()]
    if not all(found):
        raise cells.CellError("cell.languages")
    return tuple(dict.fromkeys(found))


def amount_of(cell: str) -> Any:
    return cells.money(cell) if cell else ""


def _month(cell: str) -> Any:
    found: date | None = month(cell)
    return found or ""
