"""What may be typed about a shadow manager."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from interregnum.kernel.lists import Assurance, Level
from interregnum.people.queries import discipline_choices
from interregnum.stages.ensure.queries import CandidateView
from interregnum.web.forms import Form
from interregnum.web.words import ASSURANCE, choices


class IndependenceForm(Form):
    """What whoever appoints, or lets somebody stay on, says with their name."""

    is_independent = forms.BooleanField(
        label=_("No bonus on this client, no reporting line to manager or client, and no tie to the interim manager"),
        help_text=_(
            "You state this of the shadow manager. It is kept with your name; the bureau and its auditor read it."
        ),
        required=False,
    )

    def value(self) -> dict[str, Any]:
        return {"is_independent": self.cleaned_data["is_independent"]}


class AppointForm(IndependenceForm):
    """Who, and why this one."""

    shadow = forms.ChoiceField(label=_("Shadow manager"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why this one?"),
        help_text=_(
            "For example a field that the interim manager knows less well. The bureau and its auditor read this."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )
    field_order = ("shadow", "reason", "is_independent", "intensity")
    intensity = forms.ChoiceField(
        label=_("How closely?"),
        help_text=_("The test of the brief and the rhythm of reviews go by it, when it asks for more than the brief."),
        choices=[(one, ASSURANCE[one]) for one in Assurance if one != Assurance.NONE],
        widget=forms.RadioSelect,
        initial=Assurance.LIGHT,
        required=False,
    )

    def __init__(self, *args: Any, candidates: Sequence[CandidateView], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.account, f"{one.name} ({_load(one.load)}). {one.why}") for one in candidates]
        self.fields["shadow"].choices = choices  # type: ignore[attr-defined]

    def value(self) -> dict[str, Any]:
        named = {name: self.cleaned_data[name] for name in ("shadow", "reason")}
        return super().value() | named | {"intensity": Assurance(self.cleaned_data["intensity"] or Assurance.LIGHT)}


def _load(load: int) -> str:
    return ngettext("%(count)s assignment", "%(count)s assignments", load) % {"count": load}


class KnowledgeForm(Form):
    """The fields and level of a shadow manager."""

    disciplines = forms.MultipleChoiceField(
        label=_("Fields"),
        help_text=_("What this person knows from own work. The bureau and its auditor read this."),
        choices=discipline_choices,
        widget=forms.CheckboxSelectMultiple,
    )
    level = forms.ChoiceField(
        label=_("Level"), help_text=_("The highest at which this person worked."), choices=choices("level", empty="–")
    )

    def value(self) -> dict[str, Any]:
        return {"disciplines": self.cleaned_data["disciplines"], "level": Level(self.cleaned_data["level"])}


class ResignForm(Form):
    why = forms.CharField(
        label=_("Why?"),
        help_text=_("The bureau and its auditor read this."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )
