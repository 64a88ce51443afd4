"""What may be typed on the ladder of escalation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.ensure.actions.act_on_ladder import Done
from interregnum.stages.ensure.ladder_texts import WHO_READS
from interregnum.stages.ensure.rules.ladder import LadderStep
from interregnum.web.forms import Form

LONGEST = 2000


class StepForm(Form):
    """What was agreed on a step; `step` is the one that was seen."""

    step = forms.ChoiceField(choices=[(one, one) for one in LadderStep], widget=forms.HiddenInput)
    outcome = forms.CharField(
        label=_("What was agreed?"),
        help_text=_(
            "Who does what, by when. No words about persons. Interim manager, shadow manager, our bureau and its "
            "auditor read this; the client does not."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
    )
    with_whom = forms.CharField(
        label=_("With whom at the client?"), help_text=WHO_READS, max_length=120, required=False
    )
    plan_until = forms.DateField(
        label=_("The plan of improvement lasts until"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )

    def __init__(self, *args: Any, step: LadderStep | None, **kwargs: Any) -> None:
        super().__init__(*args, initial={"step": step}, **kwargs)
        if step != LadderStep.THIRD:
            del self.fields["with_whom"], self.fields["plan_until"]

    def value(self) -> Done:
        data = self.cleaned_data
        return Done(
            step=LadderStep(data["step"]),
            outcome=data["outcome"],
            with_whom=data.get("with_whom", ""),
            plan_until=data.get("plan_until"),
        )


class SpecialForm(Form):
    moment = forms.DateTimeField(
        label=_("When?"),
        help_text=_("A working day within office hours. The clock is that of Amsterdam."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M"],
    )


class CloseForm(Form):
    why = forms.CharField(
        label=_("Why can it be closed?"),
        help_text=WHO_READS,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LONGEST,
    )
