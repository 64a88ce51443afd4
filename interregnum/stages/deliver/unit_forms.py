"""What the manager may type about the unit: the end of the old way, and who leaves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver.rules.resistance import UptakeKind
from interregnum.web.forms import Form


def _day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, widget=widget, required=required)


class OldWayForm(Form):
    ends_on = _day(_("The old way ends on"), _("From then on it is only done the new way."))
    stopped_on = _day(_("It did stop on"), _("Leave empty while both go on."), required=False)

    def value(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("ends_on", "stopped_on")}


class LeavingForm(Form):
    position = forms.CharField(
        label=_("Which position?"),
        help_text=_("Somebody whom the change needs. The position, never a name."),
        max_length=120,
    )
    leaves_on = _day(_("Leaves on"))

    def value(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("position", "leaves_on")}


class CountGoneForm(Form):
    """Only its button, beside a count."""

    kind = forms.ChoiceField(widget=forms.HiddenInput, choices=[(one.value, one.value) for one in UptakeKind])
    counted_on = forms.DateField(widget=forms.HiddenInput)

    def value(self) -> dict[str, Any]:
        return {"kind": UptakeKind(self.cleaned_data["kind"]), "counted_on": self.cleaned_data["counted_on"]}


class LeavingGoneForm(Form):
    """Only its button, beside a position."""

    position = forms.CharField(widget=forms.HiddenInput, max_length=120)
    leaves_on = forms.DateField(widget=forms.HiddenInput)

    def value(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("position", "leaves_on")}
