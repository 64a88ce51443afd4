"""What the bureau says of consent to stay, when it brings profiles of managers in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.people.rules.consent import NOBODY_ASKED, Consent
from interregnum.web.forms import Form

GIVEN, NOT_YET = "given", "not_yet"


class ConsentForm(Form):
    """Asked before a file is read: on what ground may these profiles stay?"""

    consent = forms.ChoiceField(
        label=_("Did they consent to stay on the roster?"),
        help_text=_("Whoever was not asked yet gets a mail, and is erased when no answer comes in time."),
        choices=[(GIVEN, _("Yes, each of them")), (NOT_YET, _("Not asked yet"))],
        widget=forms.RadioSelect,
    )
    consented_on = forms.DateField(
        label=_("Consented on"),
        help_text=_("Of several days the earliest: from then on the consent holds a year at most."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )
    consent_source = forms.CharField(
        label=_("Where it can be read"),
        help_text=_("Such as: mail of 3 March, form on the site."),
        max_length=200,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("consent") == GIVEN and not data.get("consented_on") and "consented_on" not in self.errors:
            self.add_error("consented_on", _("Say on which day they consented."))
        return data

    def noted(self) -> Consent:
        if self.cleaned_data["consent"] != GIVEN:
            return NOBODY_ASKED
        return Consent(self.cleaned_data["consented_on"], self.cleaned_data["consent_source"].strip())
