"""What may be typed about a case of the library: its texts, an answer of the client, an objection, a filter."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.lists import Category
from interregnum.people.queries import discipline_choices, sector_choices
from interregnum.stages.learn.case_texts import ANSWERS, LANGUAGE_WORDS, PART_WORDS
from interregnum.stages.learn.queries.cases import LANGUAGES
from interregnum.stages.learn.rules.case_states import Answer
from interregnum.web.forms import Form
from interregnum.web.words import word_of

LONGEST = 4000
# What a button alone may do.
DEEDS = ("draft", "offer", "withdraw", "release")
HELP = {
    "problem": _("What was going on, for whoever knows nothing of it."),
    "approach": _("What the interim manager did, in which order, and with whom."),
    "result": _("What was measured before and after."),
    "lasted": _("What still stood after three, six and twelve months."),
}


def _area(label: Any, help_text: Any = "", *, rows: int = 3, most: int = 2000) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, widget=area, max_length=most, required=False)


def _fields() -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    for language in LANGUAGES:
        for part, words in PART_WORDS.items():
            label = format_lazy("{} · {}", words, LANGUAGE_WORDS[language])
            text: Any = forms.CharField(label=label, max_length=120, required=False)
            name = f"{part}_{language}"
            found[name] = text if part == "title" else _area(label, HELP[part], rows=4, most=LONGEST)
    return found


class CaseForm(Form):
    """`seen` is the version that was read: who writes after somebody else reads first."""

    fieldsets = tuple(
        (LANGUAGE_WORDS[language], [f"{part}_{language}" for part in PART_WORDS]) for language in LANGUAGES
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(_fields())

    def value(self) -> dict[str, Any]:
        texts = {name: said for name, said in self.cleaned_data.items() if name not in {"seen", "once"}}
        return {"seen": self.cleaned_data["seen"], "texts": texts}


class PressForm(Form):
    """A button of the bureau, for the version that was read; `why` where it withdraws."""

    do = forms.ChoiceField(choices=[(one, one) for one in DEEDS], widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)
    why = _area(_("Why do you withdraw it?"), _("The client reads this."))

    def value(self) -> dict[str, Any]:
        return {"version": self.cleaned_data["version"] or 0}


class FalseForm(Form):
    found = forms.CharField(widget=forms.HiddenInput, max_length=300)
    reason = forms.CharField(
        label=_("Why is this no sign of anybody?"),
        help_text=_("It stays on the record, with your name. What you call false holds for this case alone."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )

    def value(self) -> dict[str, Any]:
        return {"finding": self.cleaned_data["found"], "reason": self.cleaned_data["reason"]}


class AnswerForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    answer = forms.ChoiceField(
        label=_("What do you say of this text?"),
        choices=[(str(one), words) for one, words in ANSWERS.items()],
        widget=forms.RadioSelect,
    )
    on_site = forms.BooleanField(label=_("It may stand on our public site"), required=False)
    in_proposals = forms.BooleanField(label=_("It may stand with proposals to other clients"), required=False)
    words = _area(_("What do you want changed, or why not?"), _("Only needed when you do not agree yet."))

    def value(self) -> dict[str, Any]:
        said = self.cleaned_data
        uses = {name: said[name] for name in ("on_site", "in_proposals")}
        return {"version": said["version"], "answer": Answer(said["answer"]), "words": said["words"], **uses}


class WithdrawForm(Form):
    why = _area(_("Do you want to say why?"), _("You need not. It is gone from the site at once."))

    def value(self) -> dict[str, Any]:
        return {"why": self.cleaned_data["why"]}


class HoldForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    words = forms.CharField(
        label=_("What in the text tells too much of you?"),
        help_text=_("The bureau reads this, the client does not. Nobody is shown the text while you hold it back."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def value(self) -> dict[str, Any]:
        return {"version": self.cleaned_data["version"], "words": self.cleaned_data["words"]}


class CasesForm(Form):
    """Which cases stand with a proposal."""

    cases = forms.MultipleChoiceField(label=_("Cases that fit"), widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: Any, choices: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["cases"]
        field.choices = choices

    def value(self) -> dict[str, Any]:
        return {"cases": self.cleaned_data["cases"]}


class CasesFilter(forms.Form):
    """Which public cases somebody looks for."""

    q = forms.CharField(label=_("Find"), max_length=100, required=False)
    category = forms.ChoiceField(label=_("Category"), required=False)
    sector = forms.ChoiceField(label=_("Sub-sector"), required=False)
    discipline = forms.ChoiceField(label=_("Discipline"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        any_one: list[Any] = [("", _("All"))]
        named: dict[str, list[Any]] = {
            "category": [(str(one), word_of(one, "category")) for one in Category],
            "sector": sector_choices()[1:],
            "discipline": discipline_choices(),
        }
        for name, choices in named.items():
            field: Any = self.fields[name]
            field.choices = [*any_one, *choices]

    def asked(self) -> dict[str, str]:
        """What was chosen; what is no choice is left out."""
        self.is_valid()
        return {name: str(said).replace("\x00", "") for name, said in self.cleaned_data.items() if said}
