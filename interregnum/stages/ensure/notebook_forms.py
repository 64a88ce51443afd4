"""What may be typed in the confidential notebook; each field says who reads it."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.ensure.notebook_texts import REASONS, TWO_READ
from interregnum.stages.ensure.rules.notebook import LONGEST, MOST_MINUTES, ReleaseReason
from interregnum.web.forms import Form


def _words(label: Any, rows: int = 5) -> forms.CharField:
    # The browser keeps nothing of it: what was typed here is for two people.
    area = forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})
    return forms.CharField(label=label, help_text=TWO_READ, widget=area, max_length=LONGEST)


class NoteForm(Form):
    text = _words(_("A note for the two of you"))


class AskForm(Form):
    text = _words(_("What do you want to talk over?"), 8)


class AnswerForm(Form):
    text = _words(_("What do you say to this?"))


class TalkForm(Form):
    talk_at = forms.DateTimeField(
        label=_("When do you talk?"),
        help_text=_("Both of you get it in the calendar, without what it is about."),
        input_formats=["%Y-%m-%dT%H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def moment(self) -> datetime:
        found: datetime = self.cleaned_data["talk_at"]
        return found


class CloseForm(Form):
    minutes = forms.IntegerField(
        label=_("How many minutes did it take you?"),
        help_text=_("The firm reads this number, and that there was a talk. Nothing else."),
        min_value=0,
        max_value=MOST_MINUTES,
    )


class ReleaseForm(Form):
    """Why one entry cannot stay between the two."""

    reason = forms.ChoiceField(
        label=_("What is at stake?"), choices=list(REASONS.items()), widget=forms.RadioSelect, required=True
    )
    why = forms.CharField(
        label=_("Why can it not stay between the two of you?"),
        help_text=_("The partners of the firm read this, with the entry."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
    was_told = forms.BooleanField(
        label=_("I told the other first"),
        help_text=_("Leave this open only when telling it would thwart what you release it for."),
        required=False,
    )

    def reason_chosen(self) -> ReleaseReason:
        return ReleaseReason(self.cleaned_data["reason"])
