"""What may be typed to sign up as an interim manager, and to decide about it."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from interregnum.desks.profile.cv_forms import languages_of
from interregnum.desks.profile.free_forms import AvailabilityForm
from interregnum.kernel.lists import Level
from interregnum.people.applications import Terms
from interregnum.people.queries import discipline_choices
from interregnum.people.rules import cells
from interregnum.people.rules.applications import Applied
from interregnum.web.forms import Form
from interregnum.web.guarded import GuardedForm
from interregnum.web.read_field import ReadField
from interregnum.web.words import choices


class JoinForm(GuardedForm):
    """Seven things about oneself; the CV may come later."""

    name = ReadField(read=lambda cell: cells.text(cell, longest=120), label=_("Your name"), max_length=120)
    email = ReadField(
        read=lambda cell: cells.mail(cell).lower(),
        label=_("Your e-mail address"),
        help_text=_("You get a link there to confirm it."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = ReadField(
        read=cells.phone,
        label=_("Your telephone number"),
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    city = ReadField(read=lambda cell: cells.text(cell, longest=80), label=_("Where you live"), max_length=80)
    discipline = forms.ChoiceField(label=_("Discipline"), choices=lambda: [("", "–"), *discipline_choices()])
    level = forms.ChoiceField(label=_("Level"), choices=choices("level", empty="–"))
    languages = ReadField(
        read=languages_of, label=_("Languages"), help_text=_("With commas: Dutch, English."), max_length=200
    )
    cv = forms.FileField(
        label=_("CV"),
        help_text=_("PDF, DOCX, ODT, text, JSON Resume or Europass XML; at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.odt,.txt,.md,.json,.xml"}),
        required=False,
        allow_empty_file=True,
    )
    wants_to_stay = forms.BooleanField(
        label=_("Keep my data for a year when there is no place for me now"),
        help_text=_("Without this we erase them four weeks after our answer. You can withdraw it at any time."),
        required=False,
    )

    def value(self) -> Applied:
        names = ("name", "email", "phone", "city", "discipline", "wants_to_stay", "languages")
        data: dict[str, Any] = {name: self.cleaned_data[name] for name in names}
        return Applied(**data, level=Level(self.cleaned_data["level"]), language=get_language() or "nl")

    def words(self) -> str:
        """Whatever a machine would hang its links on."""
        return " ".join(self.cleaned_data[name] for name in ("name", "city", "phone"))


class DeclineForm(Form):
    reason = forms.CharField(
        label=_("Why not"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1_000,
        help_text=_("The applicant reads this."),
    )


class AcceptForm(AvailabilityForm):
    """What was agreed in the talk; a profile cannot do without."""

    day_rate = ReadField(read=cells.money, label=_("Day rate"), max_length=10, help_text=_("In euros, excluding VAT."))
    reason = forms.CharField(
        label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1_000, help_text=_("For the bureau alone.")
    )

    def terms(self) -> Terms:
        names = ("available_on", "days_a_week", "day_rate")
        return Terms(**{name: self.cleaned_data[name] for name in names})
