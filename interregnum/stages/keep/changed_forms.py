"""What may be typed when a client or a measure changes after the end."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.handover.actions.redefine_measure import Redefined
from interregnum.stages.keep.queries.measures import MeasurePage
from interregnum.stages.keep.queries.whom import WhomPage
from interregnum.web.forms import Form

GONE = "gone"


class WhomForm(Form):
    whom = forms.ChoiceField(label=_("Who is asked from now on?"), widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("What became of the client, if nobody is asked"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, page: WhomPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["whom"]
        field.choices = [*page.contacts, (GONE, _("Nobody: the client is not there any more"))]

    @property
    def is_gone(self) -> bool:
        return bool(self.cleaned_data["whom"] == GONE)

    def value(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"why": said["why"]} if self.is_gone else {"contact": said["whom"]}


class MeasureForm(Form):
    unit = forms.CharField(label=_("Unit"), max_length=30)
    baseline = forms.DecimalField(label=_("Start"), max_digits=12, decimal_places=2)
    norm = forms.DecimalField(label=_("Norm"), max_digits=12, decimal_places=2)
    why = forms.CharField(
        label=_("Why is it measured otherwise?"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000
    )

    def __init__(self, *args: Any, page: MeasurePage, **kwargs: Any) -> None:
        now = page.measures[0]
        kwargs["initial"] = {"unit": now.unit, "baseline": now.baseline, "norm": now.norm}
        super().__init__(*args, **kwargs)

    def value(self) -> dict[str, Any]:
        said = self.cleaned_data
        measure = Redefined(unit=said["unit"].strip(), baseline=said["baseline"], norm=said["norm"])
        return {"measure": measure, "why": said["why"]}
