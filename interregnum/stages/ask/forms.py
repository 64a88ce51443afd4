"""What may be typed about a request."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from interregnum.people.queries import bureau_choices
from interregnum.stages.ask.actions.answer_intake import Answer
from interregnum.stages.ask.actions.receive_request import Manner, Stated
from interregnum.stages.ask.queries.choices import read_value
from interregnum.stages.ask.queries.intake import Question
from interregnum.stages.ask.rules.states import RequestState
from interregnum.stages.ask.rules.typed import plain
from interregnum.stages.ask.texts import REFUSALS, STATES
from interregnum.web.forms import Form
from interregnum.web.guarded import GuardedForm

LONGEST_TEXT = 250_000


class PlainField(forms.CharField):
    """Words without signs that cannot be seen; those are left out and nobody is scolded for them."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(plain(value) if isinstance(value, str) else value) or "")


class DetailsForm(forms.Form):
    """What may stand beside the words of a problem; it goes before what the rules read."""

    starts = forms.DateField(
        label=_("When should somebody start?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    days_a_week = forms.IntegerField(
        label=_("How many days a week do you have in mind?"), required=False, min_value=1, max_value=7
    )

    def details(self) -> dict[str, Any]:
        found = {"starts": self.cleaned_data["starts"], "days_a_week": self.cleaned_data["days_a_week"]}
        return {name: value.isoformat() if name == "starts" else value for name, value in found.items() if value}


class ProblemForm(DetailsForm, GuardedForm):
    """A problem in one's own words, and who may call back."""

    field_order = ("text", "starts", "days_a_week", "organisation_name", "contact_name", "contact_email")

    text = PlainField(
        label=_("What is going on?"),
        help_text=_("In your own words, in Dutch or English. A few sentences are enough; a job posting may be pasted."),
        widget=forms.Textarea(attrs={"rows": 9}),
        max_length=LONGEST_TEXT,
    )
    organisation_name = PlainField(label=_("Organisation"), max_length=120)
    contact_name = PlainField(label=_("Your name"), max_length=120)
    contact_email = forms.EmailField(label=_("Your e-mail address"))
    contact_phone = PlainField(label=_("Your telephone number"), max_length=30, required=False)

    def value(self) -> Stated:
        told = ("text", "organisation_name", "contact_name", "contact_email", "contact_phone")
        data = {name: self.cleaned_data[name] for name in told}
        return Stated(**data, language=get_language() or "nl", details=self.details())

    def manner(self, at: datetime) -> Manner:
        return Manner(trap=self.cleaned_data["website"], seconds=self.seconds_open(at))


class OwnProblemForm(DetailsForm, Form):
    """The same for a client who is signed in: the firm knows already who it is."""

    field_order = ("text", "starts", "days_a_week")

    text = PlainField(
        label=_("What is going on?"),
        help_text=_("In your own words, in Dutch or English. A few sentences are enough; a job posting may be pasted."),
        widget=forms.Textarea(attrs={"rows": 9}),
        max_length=LONGEST_TEXT,
    )
    contact_phone = PlainField(label=_("Your telephone number"), max_length=30, required=False)

    def value_for(self, *, organisation_name: str, name: str, email: str) -> Stated:
        return Stated(
            text=self.cleaned_data["text"],
            contact_phone=self.cleaned_data["contact_phone"],
            organisation_name=organisation_name,
            contact_name=name,
            contact_email=email,
            language=get_language() or "nl",
            details=self.details(),
        )


class ConfirmForm(Form):
    """All fields as they stand now are confirmed, for this organisation; `seen` is a colleague's last word on them."""

    organisation_name = PlainField(label=_("Organisation"), max_length=120)
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)


def joined(data: Any) -> str:
    """All values of a field with commas between: several choices, or a number in several boxes."""
    return ",".join(cast(QueryDict, data).getlist("value"))


class JudgeForm(Form):
    """One press on one field: a choice, what was typed, or undo; `seen` is the word that stood there, 0 for none."""

    do = forms.ChoiceField(choices=[(code, code) for code in ("set", "undo")])
    value = PlainField(required=False, max_length=500)
    seen = forms.IntegerField(required=False, min_value=0)

    def __init__(self, *args: Any, field: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field = field

    def clean_value(self) -> Any:
        return _read(self.field, plain(joined(self.data)))


class AnswerForm(Form):
    """An answer to one of these questions; `seen` is the number of the answer that stood there.

    `over` is the number of somebody else's answer, once a person has chosen that this one stands instead.
    """

    field = forms.SlugField(widget=forms.HiddenInput, max_length=20)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=30_000)
    over = forms.IntegerField(required=False, min_value=0, max_value=30_000)

    def __init__(self, *args: Any, questions: Iterable[Question], may_be_empty: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = {question.field: question for question in questions}
        self.may_be_empty = may_be_empty

    @property
    def typed(self) -> str:
        """As it was sent: several choices with commas between."""
        return joined(self.data)

    def clean(self) -> dict[str, Any]:
        question = self.questions.get(self.cleaned_data.get("field", ""))
        if question is None:
            raise forms.ValidationError(REFUSALS["ask.no_such_choice"])
        value = _read(question.field, plain(self.typed))
        if value in ("", None, []) and not self.may_be_empty:
            raise forms.ValidationError(_("Fill in an answer, or skip this question."))
        return self.cleaned_data | {"value": value}

    def value(self) -> Answer:
        data = self.cleaned_data
        return Answer(field=data["field"], value=data["value"], seen=data["over"] or data["seen"])


def _read(field: str, typed: str) -> Any:
    try:
        return read_value(field, typed)
    except ValueError as refused:
        raise forms.ValidationError(REFUSALS[str(refused)]) from None


class PassForm(Form):
    """Draft the brief; a partner says why when something lacks."""

    reason = PlainField(
        label=_("Why the brief is drafted all the same"),
        help_text=_("Only a partner, and only when something lacks."),
        max_length=500,
        required=False,
    )


class HandleForm(Form):
    """What becomes of a request as a whole."""

    do = forms.ChoiceField(
        label=_("What becomes of it"),
        choices=[
            *((state.value, STATES[state]) for state in (RequestState.LOST, RequestState.HANDED_OVER)),
            *((state.value, STATES[state]) for state in (RequestState.DECLINED, RequestState.CLOSED)),
            ("reopen", _("Open it again")),
            ("give", _("Give it to somebody else")),
        ],
        widget=forms.RadioSelect,
    )
    reason = PlainField(
        label=_("Reason"),
        help_text=_("For a lost request: what was it lost on? For an adviser: to whom was it handed?"),
        max_length=500,
        required=False,
    )
    owner = forms.ChoiceField(label=_("Who guards it"), choices=bureau_choices, required=False)


class HeldForm(Form):
    """Release a held request, or throw it away."""

    request = forms.SlugField(widget=forms.HiddenInput, max_length=26)
    do = forms.ChoiceField(choices=[(code, code) for code in ("release", "throw_away")])
