"""What may be typed about a request."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from interregnum.people.queries import discipline_choices, sector_choices
from interregnum.stages.ask.actions.confirm_triage import Verdict
from interregnum.stages.ask.actions.receive_request import Stated
from interregnum.web.forms import Form
from interregnum.web.words import choices

LONGEST_TEXT = 200_000


class ProblemForm(Form):
    """A problem in one's own words, and who may call back."""

    text = forms.CharField(
        label=_("What is going on?"),
        help_text=_("In your own words, in Dutch or English. A few sentences are enough; a job posting may be pasted."),
        widget=forms.Textarea(attrs={"rows": 9}),
        min_length=3,
        max_length=LONGEST_TEXT,
    )
    organisation_name = forms.CharField(label=_("Organisation"), max_length=120)
    contact_name = forms.CharField(label=_("Your name"), max_length=120)
    contact_email = forms.EmailField(label=_("Your e-mail address"))
    contact_phone = forms.CharField(label=_("Your telephone number"), max_length=30, required=False)

    def value(self) -> Stated:
        data = {name: value for name, value in self.cleaned_data.items() if name != "once"}
        return Stated(**data, language=get_language() or "nl")


class OwnProblemForm(ProblemForm):
    """The same for a client who is signed in: the firm knows already who it is."""

    organisation_name = None  # type: ignore[assignment]
    contact_name = None  # type: ignore[assignment]
    contact_email = None  # type: ignore[assignment]

    def value_for(self, *, organisation_name: str, name: str, email: str) -> Stated:
        return Stated(
            text=self.cleaned_data["text"],
            contact_phone=self.cleaned_data["contact_phone"],
            organisation_name=organisation_name,
            contact_name=name,
            contact_email=email,
            language=get_language() or "nl",
        )


class VerdictForm(Form):
    """The proposal, to be confirmed as it stands or corrected field by field."""

    organisation_name = forms.CharField(label=_("Organisation"), max_length=120)
    need = forms.ChoiceField(label=_("What would help"), choices=choices("need"))
    category = forms.ChoiceField(label=_("Category"), choices=choices("category", empty="–"), required=False)
    reasons = forms.MultipleChoiceField(
        label=_("Reasons"), choices=choices("reason"), widget=forms.CheckboxSelectMultiple, required=False
    )
    grounds = forms.MultipleChoiceField(
        label=_("What is missing in house"),
        choices=choices("ground"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    level = forms.ChoiceField(label=_("Level"), choices=choices("level", empty="–"), required=False)
    context = forms.ChoiceField(label=_("Context"), choices=choices("context", empty="–"), required=False)
    disciplines = forms.MultipleChoiceField(
        label=_("Disciplines"), choices=discipline_choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    sector = forms.ChoiceField(label=_("Sub-sector"), choices=sector_choices, required=False)

    def value(self) -> Verdict:
        data: dict[str, Any] = {name: value for name, value in self.cleaned_data.items() if name != "once"}
        lists = {name: tuple(data[name]) for name in ("reasons", "grounds", "disciplines")}
        return Verdict(**(data | lists))
