"""What a manager may type in a report about decisions: a new one, and what became of an open one."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver import texts
from interregnum.stages.deliver.actions.decide import Followed, Needed
from interregnum.stages.deliver.queries.decisions import DecisionView
from interregnum.stages.deliver.rules.decisions import check_due
from interregnum.stages.deliver.rules.states import DecisionState
from interregnum.web.lines import LineForm

OTHER = "other"
# A decision is asked by a week from now, unless the manager says otherwise.
USUAL_DAYS = 7


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class NeedForm(LineForm):
    """A decision that is needed; a line without words is no line, whatever else it begins with."""

    counted = "what"
    what = forms.CharField(label=_("Which decision?"), max_length=300)
    contact = forms.ChoiceField(label=_("Of whom?"))
    named = forms.CharField(label=_("Name, for somebody else"), max_length=120, required=False)
    due_on = _day(_("By when?"))

    def __init__(self, *args: Any, contacts: Sequence[tuple[str, str]], asked_on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked_on = asked_on
        field = self.fields["contact"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*contacts, (OTHER, _("Somebody else"))]
        self.fields["due_on"].initial = asked_on + timedelta(days=USUAL_DAYS)

    def has_changed(self) -> bool:
        return any(str(self.data.get(self.add_prefix(name)) or "").strip() for name in ("what", "named"))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        if data.get("contact") == OTHER and not data.get("named"):
            self.add_error("named", _("Write who must decide."))
        if data.get("due_on") and (reason := check_due(data["due_on"], asked_on=self.asked_on)):
            self.add_error("due_on", texts.REFUSALS[reason.code])
        return data


class FollowForm(forms.Form):
    """An open decision from an earlier report, as it stands."""

    state = forms.ChoiceField(label=_("How does it stand?"), choices=list(texts.DECISION_STATES.items()))
    due_on = _day(_("By when?"))
    words = forms.CharField(
        label=_("What was decided?"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, data: Any, *, prefix: str, decision: DecisionView, on: date) -> None:
        known = {"state": DecisionState.OPEN, "due_on": decision.due_on}
        # A form from before this decision was asked says nothing of it.
        posted = data if data is not None and f"{prefix}-state" in data else None
        super().__init__(posted, prefix=prefix, initial=known, label_suffix="")
        self.decision, self.on = decision, on

    def is_valid(self) -> bool:
        return super().is_valid() if self.is_bound else True

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        if data.get("words") and data.get("state") == DecisionState.OPEN:
            self.add_error("state", _("Say that it was taken or dropped, or take the words out."))
        due_on = data.get("due_on")
        is_moved = data.get("state") == DecisionState.OPEN and due_on != self.decision.due_on
        if due_on and is_moved and (reason := check_due(due_on, asked_on=self.on)):
            self.add_error("due_on", texts.REFUSALS[reason.code])
        return data


def needed_of(lines: Sequence[NeedForm]) -> tuple[Needed, ...]:
    typed = [line.cleaned_data for line in lines if line.has_changed()]
    return tuple(
        Needed(
            what=one["what"],
            due_on=one["due_on"],
            contact="" if one["contact"] == OTHER else one["contact"],
            named=one["named"],
        )
        for one in typed
    )


def followed_of(lines: Sequence[FollowForm]) -> tuple[Followed, ...]:
    return tuple(
        Followed(
            code=line.decision.code,
            state=DecisionState(line.cleaned_data["state"]),
            due_on=line.cleaned_data["due_on"],
            words=line.cleaned_data["words"],
        )
        for line in lines
        if line.is_bound
    )
