"""What may be typed about a three-party review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.period import AMSTERDAM
from interregnum.stages.ensure.actions.hold_review import Minutes
from interregnum.stages.ensure.actions.prepare_review import Prepared
from interregnum.stages.ensure.queries.reviews import ReviewPage
from interregnum.stages.ensure.review_texts import AGENDA, ALL_READ, DECISIONS, SIDES
from interregnum.stages.ensure.rules.reviews import Side
from interregnum.web.forms import Form

# So often nothing is written or moved.
MOST = 30_000
CHOICES = [(side.value, words) for side, words in SIDES.items()]


class PreparationForm(Form):
    """One score with one reason, and the points of the talk; `version` is that of what was read."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=MOST)
    score = forms.IntegerField(
        label=_("Your score for the assignment until now"),
        help_text=_("1 is very bad, 10 is excellent."),
        min_value=1,
        max_value=10,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    reason = forms.CharField(
        label=_("One reason for it"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in AGENDA.items():
            area = forms.Textarea(attrs={"rows": 3})
            self.fields[name] = forms.CharField(label=label, widget=area, max_length=4000, required=False)
        for name in ("score", "reason"):
            self.fields[name].goes_along = True  # type: ignore[attr-defined]

    def value(self) -> dict[str, Any]:
        """As `save_preparation` takes it."""
        data = self.cleaned_data
        texts = {name: data[name].strip() for name in ("reason", *AGENDA)}
        return {"prepared": Prepared(score=data["score"], **texts), "version": data["version"] or 0}


class MoveForm(Form):
    """Another moment, of an hour."""

    turn = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST)
    moment = forms.DateTimeField(
        label=_("New moment"),
        help_text=_("A working day within office hours. The clock is that of Amsterdam."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M"],
    )
    place = forms.CharField(
        label=_("Where"),
        help_text=_(
            "An address, or a line to call. Client, manager, shadow manager, our bureau and its auditor read this, and "
            "why."
        ),
        max_length=160,
        required=False,
    )
    why = forms.CharField(label=_("Why"), max_length=300)

    @staticmethod
    def initial_of(page: ReviewPage) -> dict[str, Any]:
        return {"turn": page.turn, "moment": page.starts_at.astimezone(AMSTERDAM), "place": page.place}

    def value(self) -> dict[str, Any]:
        """As `move_review` takes it."""
        return {name: self.cleaned_data[name] for name in ("turn", "moment", "place", "why")}


class StartForm(Form):
    present = forms.MultipleChoiceField(
        label=_("Who is there?"), choices=CHOICES, widget=forms.CheckboxSelectMultiple, required=False
    )

    def value(self) -> dict[str, Any]:
        return {"present": frozenset(Side(side) for side in self.cleaned_data["present"])}


class SkipForm(Form):
    absent = forms.MultipleChoiceField(
        label=_("Who was not there?"), choices=CHOICES, widget=forms.CheckboxSelectMultiple
    )
    why = forms.CharField(label=_("Why it did not take place"), help_text=ALL_READ, max_length=500)

    def value(self) -> dict[str, Any]:
        return {
            "absent": frozenset(Side(side) for side in self.cleaned_data["absent"]),
            "why": self.cleaned_data["why"],
        }


class SignForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=MOST)

    def value(self) -> dict[str, Any]:
        return {"version": self.cleaned_data["version"]}


class CorrectForm(SignForm):
    why = forms.CharField(
        label=_("What is not right?"),
        help_text=_(
            "The minutes open again, and all three sign anew. Client, manager, shadow manager, our bureau and its "
            "auditor read this."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
    )

    def value(self) -> dict[str, Any]:
        return {"version": self.cleaned_data["version"], "why": self.cleaned_data["why"]}


class DoneForm(Form):
    action = forms.CharField(widget=forms.HiddenInput, max_length=26)

    def value(self) -> dict[str, Any]:
        return {"action_code": self.cleaned_data["action"]}


class MinutesForm(Form):
    """Minutes and decision; `draft` is that of what was read."""

    draft = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=MOST)
    minutes = forms.CharField(
        label=_("Minutes"),
        help_text=_("Client, manager, our bureau and its auditor read this, and why you decide."),
        widget=forms.Textarea(attrs={"rows": 14}),
        max_length=20_000,
        required=False,
    )
    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[(one.value, words) for one, words in DECISIONS.items()],
        widget=forms.RadioSelect,
        required=False,
    )
    decision_why = forms.CharField(
        label=_("Why this decision"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000, required=False
    )

    @staticmethod
    def initial_of(page: ReviewPage) -> dict[str, Any]:
        return {
            "draft": page.draft,
            "minutes": page.minutes,
            "decision": page.decision_value,
            "decision_why": page.decision_why,
        }

    def value(self) -> Minutes:
        data = self.cleaned_data
        return Minutes(data["minutes"], data["decision"], data["decision_why"], data["draft"] or 0)


class ActionForm(Form):
    text = forms.CharField(label=_("What will be done"), help_text=ALL_READ, max_length=300)
    owner = forms.ChoiceField(label=_("By whom"), choices=CHOICES)
    due_on = forms.DateField(label=_("By when"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"text": data["text"], "owner": Side(data["owner"]), "due_on": data["due_on"]}
