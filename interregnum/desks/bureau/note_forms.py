"""What may be typed about a call or a note."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.people.notes import Written, owner_choices
from interregnum.people.rules.notes import NoteKind
from interregnum.web.forms import Form


class NoteForm(Form):
    """Of whom, what was said, and perhaps what must be done next."""

    kind = forms.ChoiceField(choices=[(kind, kind) for kind in NoteKind], widget=forms.HiddenInput)
    who = forms.CharField(
        label=_("With whom"),
        help_text=_("A part of a name, or the telephone number that called."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
    )
    subject = forms.SlugField(required=False, widget=forms.HiddenInput, max_length=40)
    text = forms.CharField(label=_("What was said"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4}))
    next_action = forms.CharField(label=_("Next action"), max_length=200, required=False)
    next_on = forms.DateField(
        label=_("On"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), required=False
    )
    next_owner = forms.ChoiceField(label=_("Who does it"), choices=owner_choices, required=False)

    def value(self, *, subject_kind: str, subject: str) -> Written:
        data: dict[str, Any] = self.cleaned_data
        return Written(
            kind=NoteKind(data["kind"]),
            text=data["text"],
            next_action=data["next_action"],
            next_on=data["next_on"],
            next_owner=data["next_owner"],
            **{subject_kind: subject} if subject_kind else {},
        )


class HandOnForm(Form):
    """Who does the next action from now on, and by when."""

    next_owner = forms.ChoiceField(label=_("Who does it"), choices=owner_choices)
    next_on = forms.DateField(label=_("On"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def value(self) -> dict[str, Any]:
        return {"owner": self.cleaned_data["next_owner"], "on": self.cleaned_data["next_on"]}
