"""What may be typed about signals: other bounds to try or to keep, and how an assignment ended."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver.rules.signals import Bound, Bounds
from interregnum.stages.ensure import outcome_texts as words
from interregnum.stages.ensure.queries.hit_rates import PartBounds
from interregnum.stages.ensure.rules.hits import Outcome
from interregnum.web.forms import Form

MOST = 10_000


class BoundsForm(Form):
    """For each part of a signal the two bounds that it has; one that it has not cannot be given here."""

    valid_from = forms.DateField(
        label=_("Holds from"),
        help_text=_("Only to keep it; to try nothing is needed."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )

    def __init__(self, *args: Any, parts: Sequence[PartBounds], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = parts
        for name, label, limit in self._bounds():
            self.fields[name] = forms.FloatField(label=label, initial=limit, min_value=0, max_value=MOST)
        self.order_fields([*(name for name, _label, _limit in self._bounds()), "valid_from"])

    def _bounds(self) -> list[tuple[str, Any, float]]:
        return [
            (f"{one.part}-{level}", words.bound_label(one.part, level, is_low=one.is_low), limit)
            for one in self.parts
            for level, limit in (("amber", one.bound.amber), ("red", one.bound.red))
            if limit is not None
        ]

    def tried(self) -> Bounds:
        data = self.cleaned_data
        return {one.part: Bound(data.get(f"{one.part}-amber"), data.get(f"{one.part}-red")) for one in self.parts}


class OutcomeForm(Form):
    outcome = forms.ChoiceField(
        label=_("How did it end?"), choices=list(words.OUTCOMES.items()), widget=forms.RadioSelect
    )
    why = forms.CharField(label=_("Why?"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000, required=False)

    def value(self) -> dict[str, Any]:
        return {"outcome": Outcome(self.cleaned_data["outcome"]), "why": self.cleaned_data["why"]}
