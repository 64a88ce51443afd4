"""What may be typed in aftercare: short enough for a phone."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.keep.actions.answer_care import Said
from interregnum.stages.keep.queries.pages import Question
from interregnum.stages.keep.rules.states import Used
from interregnum.stages.keep.texts import USED
from interregnum.web.forms import Form

OWNER = [("yes", _("Still there")), ("no", _("Nobody holds it now"))]


class AnswerForm(Form):
    """Four fields for each result; each may stay empty, and what was answered is kept."""

    def __init__(self, *args: Any, questions: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for number, one in enumerate(questions):
            self._add(number, one)

    def clean(self) -> dict[str, Any]:
        """Something must have been answered; the rest may come later."""
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and all(value in (None, "", False) for name, value in data.items() if name != "once"):
            raise forms.ValidationError(_("Answer at least one question; the rest you may leave for later."))
        return data

    def _add(self, number: int, one: Question) -> None:
        owner = {True: "yes", False: "no"}.get(one.has_owner, "") if one.has_owner is not None else ""
        self.fields[f"value_{number}"] = forms.DecimalField(
            label=_("Measure now"), max_digits=12, decimal_places=2, required=False, initial=one.value
        )
        self.fields[f"used_{number}"] = forms.ChoiceField(
            label=_("Is the procedure followed?"),
            choices=list(USED.items()),
            widget=forms.RadioSelect,
            required=False,
            initial=one.used,
        )
        self.fields[f"owner_{number}"] = forms.ChoiceField(
            label=_("Who holds it?"), choices=OWNER, widget=forms.RadioSelect, required=False, initial=owner
        )
        self.fields[f"relapse_{number}"] = forms.BooleanField(
            label=_("I see the sign of a relapse"), required=False, initial=one.sees_relapse
        )

    @property
    def parts(self) -> list[tuple[Question, list[Any]]]:
        names = ("value", "used", "owner", "relapse")
        return [(one, [self[f"{name}_{number}"] for name in names]) for number, one in enumerate(self.questions)]

    def value(self) -> dict[str, dict[str, Said]]:
        return {"said": {one.code: self._said(number) for number, one in enumerate(self.questions)}}

    def _said(self, number: int) -> Said:
        data = self.cleaned_data
        used, owner = data[f"used_{number}"], data[f"owner_{number}"]
        return Said(
            value=data[f"value_{number}"],
            used=Used(used) if used else None,
            has_owner=owner == "yes" if owner else None,
            sees_relapse=data[f"relapse_{number}"],
        )


class TalkForm(Form):
    words = forms.CharField(
        label=_("What the successor says"), widget=forms.Textarea(attrs={"rows": 4}), max_length=2000
    )

    def value(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"]}
