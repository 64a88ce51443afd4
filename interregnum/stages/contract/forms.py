"""What is typed to sign."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.money import Money
from interregnum.stages.contract.rules.amending import Terms
from interregnum.stages.contract.rules.signing import SignedPaper
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


class WithdrawFrameworkForm(WithdrawForm):
    """The same of a framework agreement, which the client alone signs."""

    def __init__(self, *args: Any, **told: Any) -> None:
        super().__init__(*args, **told)
        self.fields["reason"].help_text = _("The client reads this.")


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
        field: Any = self.fields["contact"]
        field.choices = signers


class PaperForm(Form):
    """Who signed the paper on which day, and by what they were entitled to; with its scan."""

    signed_name = forms.CharField(label=_("Who signed the paper"), max_length=120)
    paper_on = forms.DateField(
        label=_("On which day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    entitled = forms.CharField(
        label=_("By what they may sign"),
        help_text=_("An extract of the trade register or a proxy, with its date. For the manager: in person."),
        max_length=200,
    )
    file = forms.FileField(
        label=_("The scan"),
        help_text=_("PDF, PNG or JPEG, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/png,image/jpeg"}),
        allow_empty_file=True,
    )

    def value(self) -> dict[str, Any]:
        # One byte more than may be kept tells that a file is too large without reading all of it.
        kept = {name: self.cleaned_data[name] for name in ("signed_name", "paper_on", "entitled")}
        return kept | {"content": self.cleaned_data["file"].read(LARGEST_BYTES + 1)}


class FrameworkPaperForm(PaperForm):
    """The same of a framework agreement, which the client alone signs."""

    entitled = forms.CharField(
        label=_("By what they may sign"),
        help_text=_("An extract of the trade register or a proxy, with its date."),
        max_length=200,
    )

    def value(self) -> dict[str, Any]:
        typed = super().value()
        signed = SignedPaper(typed["signed_name"], typed["paper_on"], typed["entitled"])
        return {"signed": signed, "content": typed["content"]}


class EarlierFrameworkForm(FrameworkPaperForm):
    """The same of one from before, with the number that stands on it."""

    number = forms.CharField(label=_("Number"), help_text=_("As it stands on the paper."), max_length=20)
    field_order = ("number",)

    def value(self) -> dict[str, Any]:
        return super().value() | {"number": self.cleaned_data["number"]}


class AmendForm(Form):
    """The terms as they are to be, with the decision behind them."""

    holds_from = forms.DateField(
        label=_("Holds from"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    ends_on = forms.DateField(
        label=_("New last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    days_a_week = forms.IntegerField(label=_("Days a week"), min_value=1, max_value=5)
    client_rate = forms.DecimalField(label=_("Client's rate a day"), min_value=1, max_digits=8, decimal_places=2)
    manager_rate = forms.DecimalField(label=_("Manager's rate a day"), min_value=1, max_digits=8, decimal_places=2)
    decided_by = forms.CharField(
        label=_("Who decided so"),
        help_text=_("By name, at the client; an extension is a fresh decision."),
        max_length=120,
    )
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("Both sides read it in the document. Has it become another assignment? Change the brief first."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        new = Terms(
            ends_on=data["ends_on"],
            days_a_week=data["days_a_week"],
            client_rate=Money(data["client_rate"]),
            manager_rate=Money(data["manager_rate"]),
        )
        return {"new": new} | {name: data[name] for name in ("holds_from", "decided_by", "reason")}


class IndexForm(Form):
    """By how much the rates rise, and from which day."""

    holds_from = forms.DateField(
        label=_("From which day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    percent = forms.DecimalField(label=_("Percentage"), max_digits=5, decimal_places=2, max_value=100)

    def value(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("holds_from", "percent")}


class UnindexForm(Form):
    """A button beside a raise that has not begun."""

    raise_of = forms.DateField(widget=forms.HiddenInput)

    def value(self) -> dict[str, Any]:
        return {"raise_of": self.cleaned_data["raise_of"]}


class FileForm(Form):
    """A file that somebody holds."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("A PDF, or the scan of a paper; at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
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
