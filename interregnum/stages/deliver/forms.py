"""What may be typed about a mandate, an answer to a plan, and the report of a week."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.money import Money
from interregnum.stages.deliver import texts
from interregnum.stages.deliver.actions.report_week import Week
from interregnum.stages.deliver.actions.set_mandate import DomainRight, Mandate
from interregnum.stages.deliver.queries.mandate import MandatePage
from interregnum.stages.deliver.queries.reports import Asked, WritePage
from interregnum.stages.deliver.rules.states import Domain, Mood, Right
from interregnum.web.forms import Form
from interregnum.web.role_mix import RoleMixField
from interregnum.web.templatetags.web import number

LONGEST = 4000


class MandateForm(Form):
    """Reporting line, announcement, and a decision right in each domain."""

    reports_to = forms.CharField(
        label=_("Reports to"), help_text=_("Name and position of one person."), max_length=120, required=False
    )
    announced_on = forms.DateField(
        label=_("Announced on"),
        help_text=_("The day on which the organisation is told who may decide what."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fieldsets: list[tuple[Any, list[str]]] = [(_("Line and announcement"), ["reports_to", "announced_on"])]
        for domain in Domain:
            names = [f"right_{domain}", f"note_{domain}"]
            self.fields[names[0]] = forms.ChoiceField(
                label=_("Right"), help_text=texts.DOMAIN_EXPLAINED[domain], choices=list(texts.RIGHTS.items())
            )
            if domain == Domain.MONEY:
                names.insert(1, "limit")
                self.fields["limit"] = _limit_field()
            self.fields[names[-1]] = forms.CharField(
                label=_("Note"), help_text=_("For example what is excluded."), max_length=200, required=False
            )
            self.fieldsets.append((texts.DOMAINS[domain], names))

    def value(self) -> Mandate:
        data = self.cleaned_data
        limit = Money(data["limit"]) if data["limit"] is not None else None
        lines = tuple(
            DomainRight(
                domain,
                Right(data[f"right_{domain}"]),
                limit if domain == Domain.MONEY else None,
                data[f"note_{domain}"],
            )
            for domain in Domain
        )
        return Mandate(data["reports_to"], data["announced_on"], lines)


def _limit_field() -> forms.DecimalField:
    field = forms.DecimalField(
        label=_("Limit for each commitment"),
        help_text=_("Above it the manager asks first."),
        min_value=Decimal(0),
        max_digits=11,
        decimal_places=2,
        required=False,
    )
    field.unit = _("euros, excluding VAT")  # type: ignore[attr-defined]
    return field


def mandate_initial(page: MandatePage) -> dict[str, object]:
    """The mandate as it is now, for the form."""
    fields: dict[str, object] = {"reports_to": page.reports_to, "announced_on": page.announced_on}
    fields["limit"] = f"{page.limit.amount.normalize():f}" if page.limit else None
    for domain, right in page.rights.items():
        fields |= {f"right_{domain}": right, f"note_{domain}": page.notes[domain]}
    return fields


class SendBackForm(Form):
    note = forms.CharField(
        label=_("What should be different?"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONGEST
    )


class ReadForm(Form):
    """Only its button: the client has read this report."""


def _text(label: Any, help_text: Any = "", *, rows: int = 3, required: bool = False) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, widget=widget, max_length=LONGEST, required=required)


class WeekForm(Form):
    """B3 A1: a week in five minutes; numbers and role mix begin as they were last week."""

    mood = forms.ChoiceField(label=_("How is it going?"), choices=list(texts.MOODS.items()), widget=forms.RadioSelect)
    progress = _text(_("What was achieved this week?"), _("Two or three sentences."), rows=4, required=True)
    obstacles = _text(_("What is in the way?"))
    decisions_needed = _text(_("Which decisions do you need from the client?"))
    help_wanted = _text(
        _("Where could you use help?"), _("The client does not see this; we and your shadow manager do.")
    )
    role_mix = RoleMixField(
        label=_("How was your week divided?"), help_text=_("It begins as last week; move what was different.")
    )

    def __init__(self, *args: Any, asked: Sequence[Asked] = (), monday: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.monday, self.asked = monday, asked
        for one in asked:
            field = forms.DecimalField(
                label=one.title,
                max_digits=12,
                decimal_places=2,
                required=False,
                help_text=_("Began at %(baseline)s, goes to %(target)s; last known %(last)s.")
                % {"baseline": number(one.baseline), "target": number(one.target), "last": number(one.last)},
                widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
            )
            field.unit = one.unit  # type: ignore[attr-defined]
            self.fields[f"measured_{one.code}"] = field
        self.fieldsets = [
            (_("This week"), ["mood", "progress", "obstacles", "decisions_needed", "help_wanted"]),
            *([(_("Where the results stand"), [f"measured_{one.code}" for one in asked])] if asked else []),
            (_("Your role"), ["role_mix"]),
        ]

    def value(self) -> Week:
        data = self.cleaned_data
        measured = {one.code: data[f"measured_{one.code}"] for one in self.asked}
        return Week(
            monday=self.monday,
            progress=data["progress"],
            mood=Mood(data["mood"]),
            role_mix=data["role_mix"],
            obstacles=data["obstacles"],
            decisions_needed=data["decisions_needed"],
            help_wanted=data["help_wanted"],
            measured={code: value for code, value in measured.items() if value is not None},
        )


def week_initial(page: WritePage) -> dict[str, object]:
    """The report as it stands; else the numbers, mood and role mix of last week, so that only changes are typed."""
    source = page.own or page.last
    fields: dict[str, object] = {"role_mix": source.role_mix if source else page.role_mix}
    if source:
        fields["mood"] = source.mood
    if page.own:
        names = ("progress", "obstacles", "decisions_needed", "help_wanted")
        fields |= {name: getattr(page.own, name) for name in names}
    known = page.own.measured if page.own else {one.code: one.last for one in page.asked} if page.last else {}
    return fields | {f"measured_{code}": _short(value) for code, value in known.items()}


def _short(value: Decimal) -> str:
    """12.50 as "12.5", the way a number field wants it."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
