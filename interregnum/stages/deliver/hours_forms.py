"""What may be typed about hours: those of a week, and an answer to them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.kernel.minutes import clock, minutes_of
from interregnum.stages.deliver.actions.write_hours import Hours
from interregnum.stages.deliver.queries.hours import DayLine, HoursWeekPage, WriteHoursPage
from interregnum.stages.deliver.rules.hours import HoursState, field_of
from interregnum.web.forms import Form
from interregnum.web.templatetags.web import day

MOST = 500
MOST_VERSIONS = 1_000_000


class MinutesField(forms.CharField):
    """Hours as people type them, kept as minutes."""

    unit = gettext_lazy("hours")
    empty_is_nought = True

    def __init__(self, **options: Any) -> None:
        attrs = {"inputmode": "decimal", "autocomplete": "off", "size": "6"}
        super().__init__(required=False, max_length=12, widget=forms.TextInput(attrs=attrs), **options)

    def clean(self, value: Any) -> int:
        minutes = minutes_of(super().clean(value))
        if minutes is None:
            raise ValidationError(_("Write hours as 8, 7,5 or 7:30."))
        return minutes


class HoursForm(Form):
    """A field for each day of the week; `version` is what was seen when it was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_VERSIONS)

    def __init__(self, *args: Any, page: WriteHoursPage, **kwargs: Any) -> None:
        typed = {field_of(each): clock(minutes) for each, minutes in page.filled.items() if minutes}
        super().__init__(*args, initial={"version": page.version} | typed, **kwargs)
        self.monday = page.monday
        self.names = {each.day: field_of(each.day) for each in page.days}
        for each in page.days:
            self.fields[self.names[each.day]] = MinutesField(
                label=day(each.day, "week"), help_text=_note(each, page.elsewhere)
            )
        if page.is_sent:
            self.fields["reason"] = forms.CharField(
                label=gettext_lazy("Why it changes"),
                help_text=gettext_lazy(
                    "The client reads this. Not needed for a day that came back and that you change."
                ),
                widget=forms.Textarea(attrs={"rows": 2}),
                max_length=MOST,
                required=False,
            )

    def value(self) -> Hours:
        data = self.cleaned_data
        minutes = {each: data[name] for each, name in self.names.items()}
        reason = data.get("reason", "").strip()
        return Hours(monday=self.monday, minutes=minutes, version=data["version"], reason=reason)


def _note(each: DayLine, elsewhere: Mapping[date, int]) -> str:
    """Beside a day, for the manager alone: also what was written of it for other clients."""
    if not each.is_open:
        return _("Outside the term of the assignment.")
    notes = [_("Public holiday.")] if each.is_holiday else []
    if beside := elsewhere.get(each.day):
        notes.append(_("You wrote %(hours)s hours of this day for another assignment.") % {"hours": clock(beside)})
    return " ".join(notes)


class ApproveForm(Form):
    """One press approves all days that wait."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_VERSIONS)

    def __init__(self, *args: Any, page: HoursWeekPage, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": page.version}, **kwargs)

    def value(self) -> dict[str, Any]:
        """Which version is approved; no day goes back."""
        return {"version": self.cleaned_data["version"]}


class AnswerForm(ApproveForm):
    """Which days go back, and why; the others are approved."""

    days = forms.MultipleChoiceField(
        label=gettext_lazy("Which days are not right?"),
        help_text=gettext_lazy("These go back to the manager; the other days are approved."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose the days that are not right, or approve the whole week.")},
    )
    why = forms.CharField(
        label=gettext_lazy("What is not right?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=MOST,
    )

    def __init__(self, *args: Any, page: HoursWeekPage, **kwargs: Any) -> None:
        super().__init__(*args, page=page, **kwargs)
        # Of a week that waits no more all days can be named: the action says then what has become of it.
        waiting = [each for each in page.days if each.waits or page.state != HoursState.SENT]
        field = self.fields["days"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(each.day.isoformat(), f"{day(each.day, 'week')}: {clock(each.minutes)}") for each in waiting]

    def value(self) -> dict[str, Any]:
        back = tuple(date.fromisoformat(each) for each in self.cleaned_data["days"])
        return super().value() | {"back": back, "reason": self.cleaned_data["why"].strip()}
