"""What may be typed in aftercare: short enough for a phone."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.keep.actions.answer_care import Said, Whole
from interregnum.stages.keep.queries.pages import AnswerPage, CheckLine, Question
from interregnum.stages.keep.rules.states import Proposal, Used
from interregnum.stages.keep.texts import PROPOSALS, USED
from interregnum.web.forms import Form, UnitField

OWNER = [("yes", _("Still there")), ("no", _("Nobody holds it now"))]


def _measure(label: Any, unit: str, value: Any) -> UnitField:
    return UnitField(label=label, unit=unit, initial=value, max_digits=12, decimal_places=2, required=False)


class AnswerForm(Form):
    """Four fields for each result; each may stay empty, and what was answered is kept."""

    def __init__(self, *args: Any, page: AnswerPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = page.questions
        for number, one in enumerate(self.questions):
            self._add(number, one)
        if page.asks_again:
            self.fields["again"] = forms.IntegerField(
                label=_("Would you recommend us to others?"),
                help_text=_("From 0, certainly not, to 10, certainly."),
                min_value=0,
                max_value=10,
                required=False,
                initial=page.again,
            )
        if page.asks_balance:
            self.fields["balance"] = forms.CharField(
                label=_("What did it bring you, and what did it cost?"),
                widget=forms.Textarea(attrs={"rows": 3}),
                max_length=2000,
                required=False,
                initial=page.balance,
            )

    def clean(self) -> dict[str, Any]:
        """Something must have been answered; the rest may come later."""
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and all(value in (None, "", False) for name, value in data.items() if name != "once"):
            raise forms.ValidationError(_("Answer at least one question; the rest you may leave for later."))
        return data

    def _add(self, number: int, one: Question) -> None:
        owner = {True: "yes", False: "no"}.get(one.has_owner, "") if one.has_owner is not None else ""
        self.fields[f"value_{number}"] = _measure(_("Measure now"), one.unit, one.value)
        if one.is_of_end:
            told = _("This is how it stood at the end. It counts once you answer one more question of this result.")
            self.fields[f"value_{number}"].help_text = told
        if one.new:
            label = _("By the new measure, now")
            self.fields[f"new_value_{number}"] = _measure(label, one.new.unit, one.new_value)
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
        names = ("value", "new_value", "used", "owner", "relapse")
        return [
            (one, [self[f"{name}_{number}"] for name in names if f"{name}_{number}" in self.fields])
            for number, one in enumerate(self.questions)
        ]

    @property
    def whole(self) -> list[Any]:
        return [self[name] for name in ("again", "balance") if name in self.fields]

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        whole = Whole(again=data.get("again"), balance=data.get("balance", ""))
        return {"said": {one.code: self._said(number) for number, one in enumerate(self.questions)}, "whole": whole}

    def _said(self, number: int) -> Said:
        data = self.cleaned_data
        used, owner = data[f"used_{number}"], data[f"owner_{number}"]
        return Said(
            value=data[f"value_{number}"],
            used=Used(used) if used else None,
            has_owner=owner == "yes" if owner else None,
            sees_relapse=data[f"relapse_{number}"],
            new_value=data.get(f"new_value_{number}"),
        )


class TalkForm(Form):
    words = forms.CharField(
        label=_("What the successor says"), widget=forms.Textarea(attrs={"rows": 4}), max_length=2000
    )

    def value(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"]}


class DecideForm(Form):
    """Of each result that slips: as proposed, or otherwise with a reason."""

    why = forms.CharField(
        label=_("Why, where you decide otherwise"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, checks: Sequence[CheckLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = [one.result for one in checks]
        for number, one in enumerate(checks):
            self.fields[f"decision_{number}"] = forms.ChoiceField(
                label=one.title,
                help_text=_("Proposed: %(what)s") % {"what": one.proposal},
                choices=list(PROPOSALS.items()),
                widget=forms.RadioSelect,
                initial=one.proposed,
            )
        self.order_fields([*(f"decision_{number}" for number in range(len(self.codes))), "why"])

    def value(self) -> dict[str, Any]:
        said = self.cleaned_data
        decisions = {code: Proposal(said[f"decision_{number}"]) for number, code in enumerate(self.codes)}
        return {"decisions": decisions, "why": said["why"]}
