"""What may be typed between brief and contract."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.money import Money
from interregnum.stages.choose.actions.invite_managers import Invitee
from interregnum.stages.choose.decision_texts import WHYS
from interregnum.stages.choose.queries import ListedManager
from interregnum.stages.choose.rules.states import Why
from interregnum.stages.choose.texts import CRITERIA, REFUSALS
from interregnum.web.forms import Form


class Press(Form):
    """A button on its own: only the token against a second press."""


class SendForm(Press):
    """The same, with why one manager goes alone."""

    alone_why = forms.CharField(
        label=_("Why there is no second candidate"),
        help_text=_("Only when one manager is presented. The client reads this."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def value(self) -> dict[str, str]:
        return {"alone_why": self.cleaned_data["alone_why"]}


class WeightsForm(Form):
    """How much each criterion counts, moved or as the partners set it; a weight that is not sent stays as set."""

    use_required_attribute = False

    def __init__(self, *args: Any, preset: Mapping[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.preset = preset
        for code in preset:
            slider = forms.NumberInput(attrs={"type": "range", "step": 1})
            self.fields[code] = forms.IntegerField(
                label=CRITERIA[code], min_value=0, max_value=100, initial=preset[code], required=False, widget=slider
            )

    def sliders(self) -> list[tuple[forms.BoundField, int]]:
        """Each field with the weight that it has now."""
        return [(self[code], weight) for code, weight in self.value().items()]

    def value(self) -> dict[str, int]:
        """By criterion; what was typed wrongly counts as not sent."""
        typed = self.cleaned_data if self.is_bound and (self.is_valid() or self.errors) else {}
        return {code: set_ if typed.get(code) is None else typed[code] for code, set_ in self.preset.items()}


def _whys() -> dict[str, forms.Field]:
    """Why somebody departs from the order of a list."""
    chosen = [
        ("", _("Choose a reason")),
        *((why.value, words) for why, words in WHYS.items() if why != Why.CLIENT_CHOSE),
    ]
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("For colleagues, and for who checks later how we choose."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    return {"why": forms.ChoiceField(label=_("Why"), choices=chosen, required=False), "words": words}


def reason_of(form: Form) -> dict[str, str]:
    """What was said of a departure, as the actions take it."""
    return {"why": form.cleaned_data["why"], "words": form.cleaned_data["words"]}


class AsideForm(Form):
    """Why a manager is taken out of a list by hand, or put back."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= _whys()
        self.fields["why"].required = True
        self.fields["why"].error_messages["required"] = str(REFUSALS["choose.why_missing"])


class InviteForm(Form):
    """The shortlist with a tick, a rationale, a rate and a first day for each manager; field names end in the code."""

    use_required_attribute = False

    def __init__(self, *args: Any, listed: Sequence[ListedManager], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_ones = [each for each in listed if not each.is_aside]
        self.codes = [each.code for each in open_ones]
        self.fields |= _whys()
        self.fields["why"].help_text = _("Only when you pass over somebody who stands higher on the list.")
        for each in open_ones:
            self._add(each.code, name=each.name, rate=each.usual_rate, first_day=each.first_day)

    def _add(self, code: str, *, name: str, rate: Money, first_day: date) -> None:
        # What belongs to a pick is needed for a pick alone; before anything is typed, no field is called optional.
        needed = not self.is_bound or bool(self.data.get(f"pick_{code}"))
        pick = forms.BooleanField(label=gettext("Propose %(name)s") % {"name": name}, required=False)
        rationale = forms.CharField(
            label=_("Why this manager"),
            help_text=_("One or two sentences; the client reads them."),
            widget=forms.Textarea(attrs={"rows": 3}),
            max_length=2000,
            required=needed,
            error_messages={"required": REFUSALS["choose.rationale_missing"]},
        )
        client_rate = forms.DecimalField(
            label=_("Rate for the client"),
            initial=rate.amount,
            min_value=1,
            max_digits=8,
            decimal_places=2,
            required=needed,
        )
        client_rate.unit = _("euros a day")  # type: ignore[attr-defined]
        starts = forms.DateField(
            label=_("First day"),
            initial=first_day,
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            required=needed,
        )
        parts = {"pick": pick, "rationale": rationale, "rate": client_rate, "starts": starts}
        self.fields.update({f"{part}_{code}": field for part, field in parts.items()})

    def fields_of(self, code: str) -> list[forms.BoundField]:
        parts = ("pick", "rationale", "rate", "starts") if code in self.codes else ()
        return [self[f"{part}_{code}"] for part in parts]

    def is_open(self, code: str) -> bool:
        """Whether the part of this manager has something in it to look at."""
        fields = self.fields_of(code)
        return self.is_bound and bool(fields) and (bool(fields[0].value()) or any(f.errors for f in fields))

    def why_fields(self) -> list[forms.BoundField]:
        return [self["why"], self["words"]]

    def answers(self) -> dict[str, Any]:
        """As `invite_managers` takes them."""
        data = self.cleaned_data
        chosen = tuple(
            Invitee(
                manager=code,
                rationale=data[f"rationale_{code}"],
                client_rate=Money(data[f"rate_{code}"]),
                starts_on=data[f"starts_{code}"],
            )
            for code in self.codes
            if data[f"pick_{code}"]
        )
        return {"chosen": chosen} | reason_of(self)


class AnswerForm(Form):
    """Yes or no, and perhaps a word with it."""

    answer = forms.ChoiceField(
        label=_("May we name you to this client?"),
        choices=[
            ("yes", _("Yes, for this client and this assignment")),
            ("no", _("No, not this time")),
        ],
        widget=forms.RadioSelect,
    )
    remark = forms.CharField(
        label=_("Anything we should know"),
        help_text=_("For the bureau; the client does not read it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )

    def value(self) -> dict[str, Any]:
        """As `answer_invitation` takes it."""
        return {"agrees": self.cleaned_data["answer"] == "yes", "remark": self.cleaned_data["remark"]}


class ChooseForm(Form):
    candidacy = forms.SlugField(widget=forms.HiddenInput, max_length=26, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("candidacy"):
            raise forms.ValidationError(_("Choose one of the candidates on this page."))
        return data


class DeclineForm(Form):
    reason = forms.CharField(
        label=_("Why none of them"),
        help_text=_("So that the next proposal is a better one."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )


class StopForm(Form):
    """Why the bureau stops a proposal; `seen` is the state in which it stood on the page."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=20, required=False)
    reason = forms.CharField(label=_("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, seen: str, is_sent: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = seen
        self.fields["reason"].help_text = (
            _("The client reads this; the managers do not.")
            if is_sent
            else _("For colleagues; client and managers do not read it.")
        )

    def value(self) -> dict[str, str]:
        """As `stop_proposal` takes it."""
        return {name: self.cleaned_data[name] for name in ("seen", "reason")}


class ContestForm(Form):
    """What a manager thinks was read or weighed wrongly."""

    words = forms.CharField(
        label=_("What was read or weighed wrongly"),
        help_text=_("Somebody else than who made the choice reads it and answers."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
    )


class ContestAnswerForm(Form):
    """Right or not, and why."""

    outcome = forms.ChoiceField(
        label=_("Is the manager right?"),
        choices=[
            ("upheld", _("Yes: draw the list again")),
            ("rejected", _("No: the choice stands")),
        ],
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(
        label=_("Why"),
        help_text=_("The manager reads this."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
    )

    def value(self) -> dict[str, Any]:
        """As `answer_contest` takes it."""
        return {"upheld": self.cleaned_data["outcome"] == "upheld", "answer": self.cleaned_data["answer"]}
