"""What is typed as a contract ends, or its manager cannot go on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.contract.rules.absence import Choice
from interregnum.stages.contract.rules.ending import Leaving, Wish
from interregnum.stages.contract.texts import ABOUT_ABSENCE, LEAVING, LEAVING_NOTED, WISHES
from interregnum.web.forms import Form


class WishForm(Form):
    """What one side wants as the last day comes near."""

    wish = forms.ChoiceField(label=_("What do you want"), choices=list(WISHES.items()), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your own words"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def value(self) -> dict[str, Any]:
        return {"wish": Wish(self.cleaned_data["wish"]), "words": self.cleaned_data["words"]}


class LeaveForm(Form):
    """That a manager cannot go on, and until when; nothing of somebody's health."""

    leaving = forms.ChoiceField(
        label=_("What happened"),
        help_text=_("The client does not read this. What ails somebody is not asked, and kept nowhere."),
        choices=list(LEAVING.items()),
        widget=forms.RadioSelect,
    )
    last_day = forms.DateField(
        label=_("Last day"),
        help_text=_(
            "At most two weeks back, for who fell ill. Before the assignment has begun: today; no day of it is worked."
        ),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def value(self) -> dict[str, Any]:
        told = {name: self.cleaned_data[name] for name in self.fields if name != "once"}
        return told | {"leaving": Leaving(self.cleaned_data["leaving"])}


class BureauLeaveForm(LeaveForm):
    """The same, with what no manager says in person and what the client may have agreed to."""

    leaving = forms.ChoiceField(
        label=_("What happened"),
        help_text=_("The client does not read this. What ails somebody is not asked, and kept nowhere."),
        choices=list(LEAVING_NOTED.items()),
        widget=forms.RadioSelect,
    )
    agreed_by = forms.CharField(
        label=_("Who at the client agrees to an earlier day"),
        help_text=_("Only when a manager ends the assignment sooner than the notice as signed. Else leave it empty."),
        max_length=120,
        required=False,
    )


class AbsenceForm(Form):
    """Since when a manager cannot work; nothing of why."""

    since = forms.DateField(
        label=_("First day without work"),
        help_text=_("What ails somebody is not asked, and kept nowhere."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def value(self) -> dict[str, Any]:
        return {"since": self.cleaned_data["since"]}


class ReturnForm(Form):
    """One press: the manager works again."""

    def value(self) -> dict[str, Any]:
        return {}


class AwaitForm(Form):
    """What the client chooses about a long absence."""

    choice = forms.ChoiceField(
        label=_("What do you want"), choices=list(ABOUT_ABSENCE.items()), widget=forms.RadioSelect
    )

    def value(self) -> dict[str, Any]:
        return {"choice": Choice(self.cleaned_data["choice"])}


class NoticeForm(Form):
    """One press ends a contract on the day that the page showed."""

    last_day = forms.DateField(widget=forms.HiddenInput)

    def value(self) -> dict[str, Any]:
        return {"last_day": self.cleaned_data["last_day"]}
