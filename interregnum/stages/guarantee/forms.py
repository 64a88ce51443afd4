"""What may be typed around a guarantee."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.guarantee.actions.complain import Way
from interregnum.stages.guarantee.actions.hand_over import Handed
from interregnum.stages.guarantee.queries.pages import Handed as HandedView
from interregnum.stages.guarantee.rules.reasons import Cause, ComplaintReason
from interregnum.stages.guarantee.rules.states import Choice, Dropped
from interregnum.stages.guarantee.texts import CAUSES, CHOICES, DROPPED, REASONS, REFUSALS
from interregnum.web.forms import Form

FIRM_READS = _("The bureau, its auditor and the shadow manager read this; client and manager do not.")


def _day(label: Any, help_text: Any = "", *, required: bool = False) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, widget=widget, required=required)


def _area(
    label: Any, help_text: Any = "", *, rows: int = 4, required: bool = True, most: int = 4000
) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, widget=widget, max_length=most, required=required)


class ChooseForm(Form):
    """How it goes on; the days belong to one of the choices each and may stay empty."""

    choice = forms.ChoiceField(label=_("How do you want to go on?"), widget=forms.RadioSelect)
    last_day = _day(
        _("Last day of the manager"),
        _("When you replace or end. Leave it empty for today, or for the day said before."),
    )
    until = _day(
        _("Improvement plan until"),
        _("When you first want an improvement plan. You may choose otherwise at any moment."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(tuple(Choice))

    def offer(self, choices: Collection[Choice]) -> None:
        """What may be chosen now, and the days that belong to it."""
        field: Any = self.fields["choice"]
        field.choices = [(one.value, CHOICES[one]) for one in Choice if one in choices]
        if Choice.IMPROVE not in choices:
            self.fields.pop("until", None)

    @property
    def way(self) -> Way:
        data = self.cleaned_data
        return Way(choice=Choice(data["choice"]), last_day=data["last_day"], until=data.get("until"))


class ComplainForm(ChooseForm):
    """One press: why, if wished in words, and how it goes on."""

    field_order = ("once", "reason", "words", "choice", "last_day", "until")
    reason = forms.ChoiceField(
        label=_("What is wrong?"),
        help_text=_(
            "You need not prove anything. Our bureau, its auditor, the shadow manager and your colleagues with a "
            "client account here read this; the manager once we have spoken."
        ),
        choices=[(one.value, words) for one, words in REASONS.items()],
        widget=forms.RadioSelect,
    )
    words = _area(
        _("In your own words, if you wish"),
        _(
            "Our bureau, its auditor, the shadow manager and your colleagues with a client account here read this; the "
            "manager does not."
        ),
        required=False,
    )

    def needs_words(self) -> None:
        """Some contracts ask why in words; of none any proof."""
        field: Any = self.fields["words"]
        field.required, field.label = True, _("In your own words")

    def value(self) -> dict[str, Any]:
        """As `complain` takes it."""
        data = self.cleaned_data
        return {"reason": ComplaintReason(data["reason"]), "words": data["words"], "way": self.way}


class SettleForm(Form):
    """The client is content again."""


class LookAgainForm(Form):
    starts_on = _day(
        _("First day that suits you"), _("A later day brings in more managers. The clock runs on."), required=True
    )

    def value(self) -> dict[str, Any]:
        return {"starts_on": self.cleaned_data["starts_on"]}


class TalkForm(Form):
    """The bureau spoke with the manager."""


class NotHeardForm(Form):
    not_heard = forms.CharField(
        label=_("Why the manager cannot say or write anything"),
        help_text=_(
            "Nothing of somebody's health: that he or she cannot be reached is enough. The bureau, its auditor and the "
            "shadow manager read this; the client does not."
        ),
        max_length=300,
    )

    def value(self) -> dict[str, Any]:
        return {"why": self.cleaned_data["not_heard"]}


class DiedForm(Form):
    died = forms.BooleanField(
        label=_("The manager has died"),
        help_text=_(
            "From now on we write to the manager no more, every contract of the manager ends, and its clients are told."
        ),
    )


class SayForm(Form):
    words = _area(
        _("How you see it"), _("The bureau, its auditor and the shadow manager read this; the client does not."), rows=8
    )

    def value(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"]}


class CauseForm(Form):
    cause = forms.ChoiceField(
        label=_("What lay under it?"),
        choices=[(one.value, words) for one, words in CAUSES.items()],
        widget=forms.RadioSelect,
    )
    words = _area(
        _("What happened, as you found it"),
        _("The bureau, its auditor and the shadow manager read this and what stands below; client and manager do not."),
    )
    lesson = _area(_("What we do otherwise next time"))

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"cause": Cause(data["cause"]), "words": data["words"], "lesson": data["lesson"]}


class MendForm(Form):
    how = _area(_("What was changed, so that the successor does not meet it again"), FIRM_READS)

    def value(self) -> dict[str, Any]:
        return {"how": self.cleaned_data["how"]}


class DropForm(Form):
    dropped = forms.ChoiceField(
        label=_("Why it closes without a choice of the client"),
        choices=[(one.value, words) for one, words in DROPPED.items()],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(label=_("Explain"), help_text=FIRM_READS, max_length=500)

    def is_carried_out(self) -> None:
        """The client chose already, and no mistake is undone by closing."""
        field: Any = self.fields["dropped"]
        field.choices = [(one.value, words) for one, words in DROPPED.items() if one != Dropped.MISTAKE]
        field.help_text = REFUSALS["guarantee.mistake_carried_out"]

    def value(self) -> dict[str, Any]:
        return {"dropped": Dropped(self.cleaned_data["dropped"]), "why": self.cleaned_data["why"]}


class TrusteeForm(Form):
    """How an assignment of a bankrupt client goes on."""

    words = forms.CharField(
        label=_("What was agreed with the trustee"),
        help_text=_("With whom, until when, and how the days are paid. Only the bureau and its auditor read this."),
        max_length=500,
    )

    def value(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"]}


class DaysForm(Form):
    """The days of hand-over; one field each, as many as the clause gives."""

    def offer(self, most: int) -> None:
        for number in range(most):
            self.fields[f"days_{number}" if number else "days"] = _day(_("Day %(number)s") % {"number": number + 1})

    @staticmethod
    def initial_of(handed: HandedView | None) -> dict[str, Any]:
        days = handed.days if handed else ()
        return {f"days_{number}" if number else "days": day for number, day in enumerate(days)}

    def value(self) -> dict[str, Any]:
        return {"days": {day for name, day in self.cleaned_data.items() if name.startswith("days") and day}}


class HandOverForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=30_000)
    document = _area(
        _("What runs, what waits and what is promised"),
        _(
            "Your successor, the client, the shadow manager, our bureau and its auditor read this and what stands "
            "below."
        ),
        rows=10,
        most=20_000,
    )
    contacts = _area(_("Whom your successor must know, and for what"), rows=5, required=False)
    decisions = _area(_("Decisions that are open"), rows=5, required=False)

    @staticmethod
    def initial_of(handed: HandedView | None) -> dict[str, Any]:
        names = ("document", "contacts", "decisions", "version")
        return {name: getattr(handed, name) for name in names} if handed else {}

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        texts = {name: data[name] for name in ("document", "contacts", "decisions")}
        return {"handed": Handed(**texts, version=data["version"] or 0)}


class TakeOverForm(Form):
    """The successor has it all."""

    sure = forms.BooleanField(label=_("I have read it and can go on"))


class StandByForm(Form):
    """A manager stands by for a client, or no more: one of two buttons."""

    do = forms.ChoiceField(choices=[("yes", "yes"), ("stop", "stop")], widget=forms.HiddenInput)
