"""What may be typed about the week without the interim manager."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.handover.queries.weeks import SideLine
from interregnum.web.forms import Form


class PlanForm(Form):
    first_on = forms.DateField(
        label=_("First day of the week away"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def value(self) -> dict[str, Any]:
        return {"first_on": self.cleaned_data["first_on"]}


class AgreeForm(Form):
    agrees = forms.BooleanField(label=_("This week suits us"))

    def value(self) -> dict[str, Any]:
        return {}


class ConcludeForm(Form):
    """One figure a result; a result that nobody measured stays empty."""

    stands = forms.ChoiceField(
        label=_("Did the line manage?"),
        choices=[("yes", _("Yes, it went on as it should")), ("no", _("No, it went worse without the manager"))],
        widget=forms.RadioSelect,
    )
    conclusion = forms.CharField(
        label=_("What you learn from it"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )

    def __init__(self, *args: Any, lines: Sequence[SideLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = [one.code for one in lines]
        for number, one in enumerate(lines):
            self.fields[f"without_{number}"] = forms.DecimalField(
                label=_("%(result)s without the manager, in %(unit)s") % {"result": one.title, "unit": one.unit},
                max_digits=12,
                decimal_places=2,
                required=False,
            )

    def value(self) -> dict[str, Any]:
        said = self.cleaned_data
        values = {code: said[f"without_{number}"] for number, code in enumerate(self.codes)}
        return {"values": values, "stands": said["stands"] == "yes", "conclusion": said["conclusion"]}
