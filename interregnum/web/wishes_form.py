"""Which mail somebody wants, and when."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.actor import Role
from interregnum.kernel.hours import Quiet
from interregnum.people.mail_kinds import Kind, When, kinds_for
from interregnum.people.wishes import Wishes
from interregnum.web.forms import Form

HOURS = [(hour, f"{hour:02}:00") for hour in range(24)]
WHEN = [(When.AT_ONCE, _("At once")), (When.DIGEST, _("In the day's news")), (When.NEVER, _("Not"))]


class WishesForm(Form):
    """A choice for each kind that may be chosen, then the hours and the language."""

    digest_hour = forms.TypedChoiceField(label=_("Hour of the day's news"), choices=HOURS, coerce=int)
    quiet_begins = forms.TypedChoiceField(label=_("Quiet from"), choices=HOURS, coerce=int)
    quiet_ends = forms.TypedChoiceField(
        label=_("Quiet until"), choices=HOURS, coerce=int, help_text=_("The same hour twice: no quiet hours.")
    )
    quiet_weekends = forms.BooleanField(label=_("Quiet on Saturday and Sunday"), required=False)
    language = forms.ChoiceField(label=_("Language of mail"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, wishes: Wishes, roles: frozenset[Role], **kwargs: Any) -> None:
        self.kinds = kinds_for(roles)
        self.fixed = [kind.title for kind in self.kinds if kind.is_fixed]
        quiet = wishes.quiet
        known = {
            "digest_hour": wishes.digest_hour,
            "quiet_begins": quiet.begins,
            "quiet_ends": quiet.ends,
            "quiet_weekends": quiet.weekends,
            "language": wishes.language,
        }
        super().__init__(*args, initial=known, **kwargs)
        for kind in self._free:
            self.fields[f"kind_{kind.name}"] = forms.ChoiceField(
                label=str(kind.title), choices=WHEN, initial=wishes.when(kind)
            )
        self.fieldsets = (
            (_("What, and when"), [f"kind_{kind.name}" for kind in self._free]),
            (_("Hours and language"), list(known)),
        )

    @property
    def _free(self) -> list[Kind]:
        return [kind for kind in self.kinds if not kind.is_fixed]

    def value(self) -> Wishes:
        data = self.cleaned_data
        chosen = {kind.name: When(data[f"kind_{kind.name}"]) for kind in self._free}
        return Wishes(
            language=data["language"],
            kinds={kind.name: chosen[kind.name] for kind in self._free if chosen[kind.name] is not kind.when},
            digest_hour=data["digest_hour"],
            quiet=Quiet(data["quiet_begins"], data["quiet_ends"], data["quiet_weekends"]),
        )
