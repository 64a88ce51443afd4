"""What may be typed on the page of files, notes and to-dos. Each form says which it is, and of which object."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver.rules.parties import Party
from interregnum.stages.deliver.shared_texts import PARTIES
from interregnum.web.forms import Form

ACCEPTED = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx"


def _upload() -> forms.FileField:
    return forms.FileField(
        label=_("The file"),
        help_text=_("PDF, PNG, JPEG, Word, Excel or PowerPoint, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        allow_empty_file=True,
    )


class ReadersForm(Form):
    """Who may read, of the other parties."""

    readers = forms.MultipleChoiceField(
        label=_("Who may read it?"),
        help_text=_("You read it yourself anyhow."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, own: Party, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [(party.value, words) for party, words in PARTIES.items() if party is not own]
        self.fields["readers"].choices = others  # type: ignore[attr-defined]

    def chosen(self) -> frozenset[Party]:
        return frozenset(Party(one) for one in self.cleaned_data["readers"])


class FileForm(ReadersForm):
    title = forms.CharField(label=_("What is it?"), max_length=120)
    proof = _upload()
    field_order = ("title", "proof", "readers")


class VersionForm(Form):
    accepted = ACCEPTED
    code = forms.CharField(widget=forms.HiddenInput, max_length=26)
    proof = _upload()


class NoteForm(ReadersForm):
    text = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 4}), max_length=4000)
    field_order = ("text", "readers")


class TaskForm(Form):
    what = forms.CharField(label=_("What is to be done?"), max_length=200)
    whose = forms.ChoiceField(label=_("By whom?"), choices=list(PARTIES.items()))
    due_on = forms.DateField(label=_("By when?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, own: Party, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whose"].initial = own.value


class PressForm(Form):
    """Only a button beside something."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=26)
