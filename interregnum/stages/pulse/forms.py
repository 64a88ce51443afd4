"""What may be typed about a pulse, and the form that an employee sends."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.pulse import texts
from interregnum.stages.pulse.actions.answer import Answer
from interregnum.stages.pulse.actions.set_up import Wanted
from interregnum.stages.pulse.rules.setting_up import MOST_QUESTIONS, read_groups
from interregnum.stages.pulse.rules.states import Way
from interregnum.web.forms import Form

LARGEST_FILE = 1_000_000
LONGEST_WORDS = 1000


class SetUpForm(Form):
    """Questions in both languages, groups, and how employees are asked."""

    way = forms.ChoiceField(label=_("How are they asked?"), choices=list(texts.WAYS.items()), widget=forms.RadioSelect)
    language = forms.ChoiceField(
        label=_("Language of mails and paper"),
        help_text=_("On the page itself everybody chooses."),
        choices=[("nl", "Nederlands"), ("en", "English")],
    )
    groups = forms.CharField(
        label=_("Groups"),
        help_text=_(
            "One a line; on paper with the number of people: Klantcontact, 34. Everybody belongs to one group. Groups "
            "of fewer than five answers are told together with others."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5000,
    )
    asks_words = forms.BooleanField(
        label=_("Also ask for a few words of their own"),
        help_text=_("Words may give somebody away. They are shown from ten answers on, mixed, and without group."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = []
        for place in range(MOST_QUESTIONS):
            for language, label in (("nl", _("Question %(number)s, Dutch")), ("en", _("Question %(number)s, English"))):
                names.append(f"{language}_{place}")
                self.fields[names[-1]] = forms.CharField(
                    label=label % {"number": place + 1}, max_length=160, required=False
                )
        self.fieldsets = [
            (_("Whom, and how"), ["way", "language", "groups"]),
            (_("Five questions at most; leave empty what you do not ask"), [*names, "asks_words"]),
        ]

    def value(self) -> Wanted:
        data = self.cleaned_data
        pairs = [(data[f"nl_{place}"].strip(), data[f"en_{place}"].strip()) for place in range(MOST_QUESTIONS)]
        return Wanted(
            way=Way(data["way"]),
            language=data["language"],
            questions=tuple(pairs),
            groups=read_groups(data["groups"]),
            asks_words=data["asks_words"],
        )


class AddressesForm(Form):
    """Addresses of one group, pasted or from a file."""

    group = forms.ChoiceField(label=_("Group"))
    addresses = forms.CharField(
        label=_("E-mail addresses"),
        help_text=_("One a line, or as you copied them. They are read back by nobody, and go 30 days after the end."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=1_000_000,
        required=False,
    )
    file = forms.FileField(label=_("Or a CSV file with them"), required=False)
    replace = forms.BooleanField(label=_("Take away the addresses that this group has now"), required=False)

    def __init__(self, *args: Any, groups: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = groups  # type: ignore[attr-defined]

    def clean_file(self) -> str:
        file: Any = self.cleaned_data["file"]
        if file is None:
            return ""
        if (file.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(str(texts.REFUSALS["pulse.file_large"]))
        content: bytes = file.read()
        if b"\0" in content:
            raise forms.ValidationError(str(texts.REFUSALS["pulse.not_readable"]))
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return content.decode("cp1252", errors="replace")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and not (data["addresses"].strip() or data["file"].strip() or data["replace"]):
            self.add_error("addresses", _("Paste at least one address, or choose a file."))
        return data

    def text(self) -> str:
        """The first line of a sheet is a heading where it holds no address."""
        lines = self.cleaned_data["file"].splitlines()
        head = lines[1:] if lines and "@" not in lines[0] else lines
        return "\n".join([self.cleaned_data["addresses"], *head])


class StartForm(Form):
    do = forms.CharField(widget=forms.HiddenInput, initial="start")
    starts_on = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    has_told = forms.BooleanField(
        label=_("Employees and their works council know what is asked, what for, and who reads it"),
        error_messages={"required": _("Tell them first; then tick this.")},
    )


class AnswerForm(Form):
    """One of five words for each question."""

    def __init__(self, *args: Any, questions: tuple[str, ...], asks_words: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = [f"question_{place}" for place in range(len(questions))]
        for name, question in zip(self.places, questions, strict=True):
            self.fields[name] = forms.TypedChoiceField(
                label=question,
                choices=texts.SCORES,
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one of the five words.")},
            )
        if asks_words:
            self.fields["words"] = forms.CharField(
                label=_("Do you want to add anything?"),
                help_text=_("Name nobody, yourself neither. Thrown away unread when fewer than ten answer."),
                widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
                max_length=LONGEST_WORDS,
                required=False,
            )

    def value(self) -> Answer:
        data = self.cleaned_data
        return Answer(tuple(data[name] for name in self.places), data.get("words", ""))
