"""What may be typed at a gate before the start."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver import gate_texts as texts
from interregnum.stages.deliver.actions.record_evidence import Relation
from interregnum.stages.deliver.rules.gate_evidence import Heard
from interregnum.stages.deliver.rules.gates import Answer, Gate, Verdict
from interregnum.stages.deliver.rules.relation import Construct, Question
from interregnum.web.forms import Form

LONGEST = 2000


def day_field(label: Any, help_text: Any = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, widget=widget, required=False)


def words_field(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=help_text, widget=area, max_length=LONGEST, required=required)


class AnswerForm(Form):
    """What the works council, the regulator or the client answered."""

    answer = forms.ChoiceField(label=_("What was the answer?"), widget=forms.RadioSelect)
    asked_on = day_field(_("Asked on"))
    answered_on = day_field(_("Answered on"))
    note = words_field(
        _("What was said"), _("By whom, and in short. The client and the bureau read this."), required=False
    )
    proof = forms.FileField(
        label=_("The answer itself"),
        help_text=_("PDF, PNG or JPEG, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/png,image/jpeg"}),
        required=False,
        allow_empty_file=True,
    )

    def __init__(self, *args: Any, gate: Gate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = (Answer.ASKED, Answer.POSITIVE) if gate is Gate.SUCCESSOR else tuple(Answer)
        words = texts.ANSWERS | ({Answer.POSITIVE: _("Named")} if gate is Gate.SUCCESSOR else {})
        self.fields["answer"].choices = [(one.value, words[one]) for one in offered]  # type: ignore[attr-defined]
        if gate is Gate.SUCCESSOR:
            self.fields["note"].label = _("Who takes over, and in which position?")

    def value(self) -> Heard:
        data = self.cleaned_data
        return Heard(
            answer=Answer(data["answer"]),
            asked_on=data["asked_on"],
            answered_on=data["answered_on"],
            note=data["note"],
        )

    def content(self) -> bytes | None:
        """The bytes of the file that was chosen; the size is looked at by the rule."""
        file = self.cleaned_data["proof"]
        return bytes(file.read()) if file else None


def answer_initial(row: Any) -> dict[str, Any]:
    names = ("answer", "asked_on", "answered_on", "note")
    return {name: getattr(row, name) for name in names} if row else {}


class RelationForm(Form):
    """Ten questions, each with yes or no; a yes points at employment."""

    construct = forms.ChoiceField(
        label=_("In what form does the manager work here?"), choices=list(texts.CONSTRUCTS.items())
    )
    register_checked_on = day_field(
        _("Looked up in the register on"),
        _("Only for who is posted: the Waadi register, and from 2027 that of the Wtta."),
    )
    remark = words_field(_("Remark"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in Question:
            self.fields[question.value] = forms.ChoiceField(
                label=texts.QUESTIONS[question], choices=[("no", _("No")), ("yes", _("Yes"))], widget=forms.RadioSelect
            )
        self.fieldsets = [
            (_("The form"), ["construct", "register_checked_on"]),
            (_("How it is on the floor"), [question.value for question in Question]),
            ("", ["remark"]),
        ]

    def value(self) -> Relation:
        data = self.cleaned_data
        return Relation(
            construct=Construct(data["construct"]),
            pointing={question for question in Question if data[question.value] == "yes"},
            register_checked_on=data["register_checked_on"],
            remark=data["remark"],
        )


def relation_initial(last: Any) -> dict[str, Any]:
    """As it was answered last time, so that only changes are typed."""
    if last is None:
        return {}
    answers = {question.value: "yes" if question in last.pointing else "no" for question in Question}
    return answers | {"construct": last.construct, "register_checked_on": last.register_checked_on}


class FeasibilityForm(Form):
    verdict = forms.ChoiceField(
        label=_("Can it be done as it is asked?"), choices=list(texts.VERDICTS.items()), widget=forms.RadioSelect
    )
    reason = words_field(
        _("Why, and on which conditions?"),
        _("Wording, risks, phases with checkpoints, and the moments of reporting. The bureau reads this with you."),
    )

    def value(self) -> dict[str, Any]:
        return {"verdict": Verdict(self.cleaned_data["verdict"]), "reason": self.cleaned_data["reason"]}


class OverrideForm(Form):
    reason = words_field(
        _("Why may it go on without this evidence?"), _("The reason stays on record, with your name and the day.")
    )


class RevokeForm(Form):
    """Only its button."""
