"""What may be typed about when somebody is free, and when away."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.web.forms import Form


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day, chosen from the calendar of the browser."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, required=required, help_text=help_text)


class AvailabilityForm(Form):
    """From when somebody is free, and how many days a week."""

    available_on = day_field(_("Available from"))
    days_a_week = forms.IntegerField(label=_("Days a week"), min_value=1, max_value=5)

    def value(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("available_on", "days_a_week")}


class AnswerForm(AvailabilityForm):
    """The same behind a link, with days away in one go."""

    first_on = day_field(_("Away from"), required=False, help_text=_("A holiday to come, for example."))
    last_on = day_field(_("Back after"), required=False, help_text=_("Your last day away."))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for name, other in (("first_on", "last_on"), ("last_on", "first_on")):
            if data.get(other) and not data.get(name) and name not in self.errors:
                self.add_error(name, _("Fill in both days, or neither."))
        return data

    def value(self) -> dict[str, Any]:
        first, last = self.cleaned_data["first_on"], self.cleaned_data["last_on"]
        return super().value() | {"away": (first, last) if first and last else None}


class AwayForm(Form):
    """Days on which somebody is away, the first and the last included."""

    first_on = day_field(_("First day away"))
    last_on = day_field(_("Last day away"))
    note = forms.CharField(
        label=_("What for"), max_length=80, required=False, help_text=_("The bureau reads this, clients do not.")
    )

    def value(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("first_on", "last_on", "note")}
