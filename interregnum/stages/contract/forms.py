"""What is typed to sign."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.contract.texts import CONSENT
from interregnum.stages.contract.texts.clauses import PARTS
from interregnum.web.forms import Form

LARGEST_BYTES = 10_000_000


class CodeForm(Form):
    """Nothing to type: one press mails a code to whoever pressed."""


class SignForm(Form):
    """The code, one's full name, and a tick that says what they mean. `seen` is the document that the page showed."""

    code_typed = forms.CharField(
        label=_("The code from your mail"),
        help_text=_("Six digits."),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )
    name_typed = forms.CharField(
        label=_("Your first and last name"),
        help_text=_("Typing your name here counts as your signature."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    agreed = forms.BooleanField(label=CONSENT)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def value(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("name_typed", "code_typed", "seen")}


class AskAgainForm(Form):
    """Nothing to type: one press mails whoever has not signed."""


class WithdrawForm(Form):
    """Why the bureau takes a contract back."""

    reason = forms.CharField(
        label=_("Why"),
        help_text=_("Client and manager both read this."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class DrawAnewForm(Form):
    """The first day of the new contract; all else stays as it was chosen."""

    starts_on = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class LookForAnotherForm(Form):
    """Nothing to type: one press opens the brief for another proposal."""


class FrameworkForm(Form):
    """Who signs the framework agreement for the client."""

    contact = forms.ChoiceField(
        label=_("Who signs it"),
        help_text=_("A contact with a mail address, of whom it was recorded that they may sign alone."),
    )

    def __init__(self, *args: Any, signers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contact"].choices = signers  # type: ignore[attr-defined]


class FileForm(Form):
    """A file that somebody holds."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("A PDF of at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
        allow_empty_file=True,
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_BYTES:
            raise forms.ValidationError(_("This file is larger than 10 MB: none of our documents is. Choose another."))
        return file


class ClauseForm(Form):
    """The words of a clause in both languages; `seen` is the last version when the page was opened."""

    title_nl = forms.CharField(label=PARTS["title_nl"], max_length=80)
    text_nl = forms.CharField(label=PARTS["text_nl"], widget=forms.Textarea(attrs={"rows": 9}), required=False)
    title_en = forms.CharField(label=PARTS["title_en"], max_length=80)
    text_en = forms.CharField(label=PARTS["text_en"], widget=forms.Textarea(attrs={"rows": 9}), required=False)
    valid_from = forms.DateField(
        label=_("Holds from"),
        help_text=_("For agreements drawn up on this day or later."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    note = forms.CharField(label=_("Why it changes"), max_length=200, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def words(self) -> dict[str, str]:
        """What was typed so far, also when some of it is not right yet."""
        return {name: self.data.get(name, "").strip() for name in PARTS}

    def value(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "words": {name: said[name].replace("\r\n", "\n") for name in PARTS},
            **{name: said[name] for name in ("valid_from", "note", "seen")},
        }
