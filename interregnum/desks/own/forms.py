"""What may be typed to ask for one's own data."""

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.records.states import Wanted
from interregnum.records.texts import WANTED
from interregnum.web.forms import Form


class AskForm(Form):
    """Of whoever is signed in."""

    wanted = forms.ChoiceField(label=_("What do you want?"), choices=list(WANTED.items()), widget=forms.RadioSelect)

    def value(self) -> Wanted:
        return Wanted(self.cleaned_data["wanted"])


class VisitorForm(AskForm):
    """Of a visitor, who proves with a mail to be the person."""

    name = forms.CharField(label=_("Your name"), max_length=120)
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("The address that we know you by. You get a link there."),
        max_length=254,
    )
