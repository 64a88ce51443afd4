"""What may be typed about a line of a record."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.web.forms import Form


def _area(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)


class CommentForm(Form):
    words = _area(_("Your words beside it"), _("Whoever reads the line reads this too."))

    def value(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"]}


class ContestForm(Form):
    words = _area(_("What is not right?"), _("The bureau decides with its reason. Both your words stay."))

    def value(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"]}


class DecideForm(Form):
    decision = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=[("stands", _("The line stands")), ("struck", _("The line counts no more"))],
        widget=forms.RadioSelect,
    )
    why = _area(_("Why?"), _("The manager reads this."))

    def value(self) -> dict[str, Any]:
        return {"is_struck": self.cleaned_data["decision"] == "struck", "why": self.cleaned_data["why"]}
