"""What may be typed around a hand-over."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.handover.actions.write_card import Written
from interregnum.stages.handover.queries.pages import CardPage
from interregnum.stages.handover.rules.giving_back import Back
from interregnum.stages.handover.rules.states import Ending
from interregnum.stages.handover.texts import ENDINGS
from interregnum.web.forms import Form

MANY = 100_000


def _line(label: Any, help_text: Any = "", *, most: int = 120, required: bool = False) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, max_length=most, required=required)


def _yes(label: Any, help_text: Any = "") -> forms.BooleanField:
    return forms.BooleanField(label=label, help_text=help_text, required=False)


def _count(label: Any, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, min_value=0, max_value=MANY, required=False)


def _mark(label: Any, help_text: Any = "", *, least: int = 1) -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, min_value=least, max_value=10)


def _words(label: Any, *, required: bool = True) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, required=required)


class CardForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=30_000)
    owner = _line(_("Owner in the line"), _("Who holds this result when the manager has left."))
    deputy = _line(_("Deputy of the owner"))
    sponsor = _line(_("Senior sponsor"), _("Who in the top stands for it."))
    norm = forms.DecimalField(label=_("Norm to be held"), max_digits=12, decimal_places=2)
    is_measured = _yes(_("The line measures it itself"))
    procedure = _line(_("Procedure"), _("Its name or number."), most=200)
    approved_on = forms.DateField(
        label=_("Procedure approved on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )
    is_enforced = _yes(_("The systems enforce it"))
    trained = _count(_("People trained so far"))
    to_train = _count(_("People who must be trained"), _("0 when nobody must be."))
    is_across = _yes(_("Agreed with the departments around it, or there are none"))
    budget = _line(_("Budget or hours for it"))
    relapse_sign = _line(_("By which sign you see a relapse"), most=300)
    relapse_action = _line(_("What to do then"), most=300)

    @staticmethod
    def initial_of(page: CardPage) -> dict[str, Any]:
        return dict(page.said)

    def value(self) -> Written:
        names = set(Written.__dataclass_fields__) & set(self.cleaned_data)
        said = {name: self.cleaned_data[name] for name in names}
        return Written(**said | {"version": said.get("version") or 0})


class SuccessorForm(Form):
    successor = _line(_("Who takes over in the line"), required=True)
    email = forms.EmailField(
        label=_("E-mail address of the successor"),
        help_text=_("For a link to the hand-over document. Without it you note the answer yourself."),
        max_length=254,
        required=False,
    )

    def value(self) -> dict[str, Any]:
        return {"name": self.cleaned_data["successor"], "email": self.cleaned_data["email"]}


class AnswerForm(Form):
    agrees = forms.ChoiceField(
        label=_("What does the successor say?"),
        choices=[("yes", _("Agrees with the hand-over")), ("no", _("Does not agree with the hand-over"))],
        widget=forms.RadioSelect,
    )
    words = _words(_("Why, when the answer is no"), required=False)

    def value(self) -> dict[str, Any]:
        return {"agrees": self.cleaned_data["agrees"] == "yes", "words": self.cleaned_data["words"]}


class OverrideForm(Form):
    reason = _words(_("Why the manager may leave all the same"))

    def value(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}


class EvaluateForm(Form):
    score = _mark(_("The assignment as a whole"), _("From 1 to 10."))
    knowledge = _mark(_("Knowledge"))
    skills = _mark(_("Skills"))
    mobilising = _mark(_("Getting people to move"))
    again = _mark(_("Would you do it again, in the same way?"), _("From 0 to 10."), least=0)
    words = _words(_("In your own words"), required=False)

    def value(self) -> dict[str, Any]:
        marks = {name: self.cleaned_data[name] for name in ("score", "knowledge", "skills", "mobilising", "again")}
        return {"marks": marks, "words": self.cleaned_data["words"]}


class BackForm(Form):
    """The button beside one point."""

    what = forms.ChoiceField(
        choices=[(one.value, one.value) for one in Back],
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Press the button beside the point that is done.")
        ),
    )

    def value(self) -> dict[str, Any]:
        return {"what": Back(self.cleaned_data["what"])}


class CloseForm(Form):
    ending = forms.ChoiceField(
        label=_("How the assignment ends"),
        choices=[(one.value, words) for one, words in ENDINGS.items()],
        widget=forms.RadioSelect,
    )
    why = _words(_("The cause, unless it is the end of the term"), required=False)

    def value(self) -> dict[str, Any]:
        return {"ending": Ending(self.cleaned_data["ending"]), "why": self.cleaned_data["why"]}


class DocumentForm(Form):
    """What the manager adds; all the rest of the document is written by the software."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=30_000)
    opening = _words(_("What the successor must know first"), required=False)
    agreements = _words(_("Agreements that are written down nowhere else"), required=False)
    risks = _words(_("Risks that no signal shows"), required=False)
    days = _words(_("Dates in the first weeks"), required=False)
    contacts = _words(_("Whom to call, and for what"), required=False)

    def value(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        words = {name: said.get(name, "") for name in ("opening", "agreements", "risks", "days", "contacts")}
        return {"words": words, "version": said.get("version") or 0}


class AcceptForm(Form):
    agrees = forms.ChoiceField(
        label=_("Your answer"),
        choices=[("yes", _("I accept this document")), ("no", _("I send it back"))],
        widget=forms.RadioSelect,
    )
    reason = _words(_("Why you send it back"), required=False)
    lacks = _words(_("What lacks in it"), required=False)

    def value(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"agrees": said["agrees"] == "yes", "reason": said["reason"], "lacks": said["lacks"]}
