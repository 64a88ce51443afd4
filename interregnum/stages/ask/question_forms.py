"""What may be typed about questions: asking one, leaving one, answering one, and the firm's own."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.ask.actions.answer_visitor import Left
from interregnum.stages.ask.question_models import TEXTS
from interregnum.stages.ask.rules.spam import Sent, is_held, signs
from interregnum.web.forms import Form, SharedForm
from interregnum.web.guarded import GuardedForm

LONGEST_QUESTION = 500
# A person who reads takes longer to fill in the form, and a question with two of these signs is looked at first.
QUICK_SECONDS, HOLD_AT = 2, 2


class AskForm(Form):
    """A question in one's own words."""

    q = forms.CharField(
        label=_("Your question"),
        max_length=LONGEST_QUESTION,
        error_messages={
            "required": _("Type your question here first."),
            "max_length": _("Ask it in %(limit_value)d characters at most, or leave a longer question below."),
        },
        widget=forms.TextInput(attrs={"maxlength": LONGEST_QUESTION, "autocomplete": "off", "data-search": ""}),
    )


class LeaveForm(GuardedForm):
    """A question for a person, and how to be reached."""

    question = forms.CharField(
        label=_("Your question"), max_length=2000, min_length=3, widget=forms.Textarea(attrs={"rows": 4})
    )
    name = forms.CharField(label=_("Your name"), max_length=120, required=False)
    email = forms.EmailField(label=_("Your e-mail address"), required=False)
    phone = forms.CharField(label=_("Your telephone number"), max_length=30, required=False)

    def value(self, at: datetime, language: str) -> Left:
        data = self.cleaned_data
        sent = Sent(
            text=data["question"],
            names=data["name"],
            trap=data.get("website") or "",
            seconds=self.seconds_open(at),
        )
        held = is_held(signs(sent, quick_seconds=QUICK_SECONDS), hold_at=HOLD_AT)
        typed = {name: data[name] for name in ("question", "name", "email", "phone")}
        return Left(**typed, language=language, is_held=held)


class PressForm(Form):
    """Which button was pressed, on what."""

    do = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)
    code = forms.SlugField(required=False, max_length=40, widget=forms.HiddenInput)


class ReplyForm(Form):
    """The firm's answer to a visitor, by mail."""

    text = forms.CharField(
        label=_("Your answer"),
        help_text=_("Goes by mail to everybody who left an address with this question."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


def _text(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, max_length=6000, widget=forms.Textarea(attrs={"rows": 9}))


MARKDOWN = _("**bold**, *italics*, a line that begins with - is an item of a list, an empty line begins a paragraph.")
WORDS = _("Words with which visitors ask for this, also those that are not in the text. Spaces between them.")


class QuestionForm(SharedForm):
    """A question of the firm with its answer in both languages."""

    question_nl = forms.CharField(label=_("Question in Dutch"), max_length=200)
    answer_nl = _text(_("Answer in Dutch"), MARKDOWN)
    search_nl = forms.CharField(label=_("Search words in Dutch"), help_text=WORDS, max_length=500, required=False)
    question_en = forms.CharField(label=_("Question in English"), max_length=200)
    answer_en = _text(_("Answer in English"))
    search_en = forms.CharField(label=_("Search words in English"), max_length=500, required=False)
    fieldsets = (
        (_("Dutch"), ("question_nl", "answer_nl", "search_nl")),
        (_("English"), ("question_en", "answer_en", "search_en")),
    )

    def value(self) -> dict[str, str]:
        return {name: self.cleaned_data[name].replace("\x00", "") for name in TEXTS}
