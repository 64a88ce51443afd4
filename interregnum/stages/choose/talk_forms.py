"""What may be typed about a question and an acquaintance."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.period import AMSTERDAM
from interregnum.stages.choose.talk_texts import ANSWERS
from interregnum.web.forms import Form

MOMENTS = 4


class QuestionForm(Form):
    text = forms.CharField(
        label=_("Your question"),
        help_text=_("We answer here, and write to you when the answer is there."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )


class AnswerQuestionForm(Form):
    answer = forms.CharField(
        label=_("Our answer"),
        help_text=_("The client reads this beside the proposal."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
    )


class MomentsForm(Form):
    """Up to four moments to choose from; each is an hour long."""

    def __init__(self, *args: Any, suggested: Sequence[datetime] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place in range(MOMENTS):
            first = suggested[place].astimezone(AMSTERDAM) if place < len(suggested) else None
            self.fields[f"slot_{place}"] = forms.DateTimeField(
                label=_("Moment %(number)s") % {"number": place + 1},
                initial=first,
                required=False,
                widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
                input_formats=["%Y-%m-%dT%H:%M"],
            )
        self.fields["place"] = forms.CharField(
            label=_("Where"), help_text=_("An address, or a line to call."), max_length=160, required=False
        )

    def value(self) -> dict[str, Any]:
        """As `propose_talk` takes it."""
        typed = [self.cleaned_data.get(f"slot_{place}") for place in range(MOMENTS)]
        return {"slots": [slot for slot in typed if slot], "place": self.cleaned_data["place"]}


class PickForm(Form):
    """Moments as they are kept, to choose one of."""

    def __init__(self, *args: Any, slots: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slot"] = forms.ChoiceField(
            label=_("Which moment suits"), choices=list(slots), widget=forms.RadioSelect
        )


class ChemistryForm(Form):
    """Five fixed questions after the talk, in the words of one side."""

    def __init__(self, *args: Any, questions: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = [code for code, _words in questions]
        for code, words in questions:
            self.fields[code] = forms.ChoiceField(label=words, choices=list(ANSWERS.items()), widget=forms.RadioSelect)
        self.fields["words"] = forms.CharField(
            label=_("Anything else"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, required=False
        )

    def value(self) -> dict[str, Any]:
        """As `record_chemistry` takes it."""
        data = self.cleaned_data
        return {"answers": {code: data[code] for code in self.codes}, "words": data["words"]}
