"""What may be typed about a shadow manager."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from interregnum.stages.ensure.queries import CandidateView
from interregnum.web.forms import Form


class AppointForm(Form):
    """Who, and why this one."""

    shadow = forms.ChoiceField(label=_("Shadow manager"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why this one?"),
        help_text=_("For example a field that the interim manager knows less well. The bureau alone reads this."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )

    def __init__(self, *args: Any, candidates: Sequence[CandidateView], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shadow"].choices = [(one.account, f"{one.name} ({_load(one.load)})") for one in candidates]  # type: ignore[attr-defined]


def _load(load: int) -> str:
    return ngettext("%(count)s assignment", "%(count)s assignments", load) % {"count": load}
