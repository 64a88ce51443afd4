"""What may be typed about a screening."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.people.rules.screening import Basis, Outcome, ScreeningKind
from interregnum.people.screening_texts import BASIS, SCREENING
from interregnum.web.forms import Form

DECISIONS = (Outcome.PASSED, Outcome.NOT_PASSED, Outcome.NO_BASIS)


class EnterForm(Form):
    kind = forms.ChoiceField(label=_("What was screened"), choices=list(SCREENING.items()))
    purpose = forms.CharField(
        label=_("For what"), max_length=200, help_text=_("The assignment or the duty that asks for this screening.")
    )
    basis = forms.ChoiceField(
        label=_("On what legal ground"),
        choices=list(BASIS.items()),
        help_text=_("Consent is no ground for screening: whoever wants work cannot freely refuse."),
    )
    detail = forms.CharField(
        label=_("What was found"),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        max_length=4000,
        help_text=_("Kept sealed. Each reading is shown to the manager."),
    )

    def value(self) -> dict[str, Any]:
        typed = {name: self.cleaned_data[name] for name in ("purpose", "detail")}
        return typed | {"kind": ScreeningKind(self.cleaned_data["kind"]), "basis": Basis(self.cleaned_data["basis"])}


class DecideForm(Form):
    screening = forms.SlugField(max_length=26)
    outcome = forms.ChoiceField(choices=[(each, each) for each in DECISIONS])


class ReasonForm(Form):
    reason = forms.CharField(
        label=_("Why do you read this?"), max_length=200, help_text=_("The manager sees your name and this reason.")
    )
