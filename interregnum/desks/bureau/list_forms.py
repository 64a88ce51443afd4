"""What may be typed about an entry of a list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.people.lists import LISTS, EntryValues
from interregnum.web.forms import Form, SharedForm

WORDS = _("Words by which clients speak of it, one a line; claim* also finds claims and claimafdeling.")


class EntryForm(SharedForm):
    name_nl = forms.CharField(label=_("Name in Dutch"), max_length=80)
    name_en = forms.CharField(label=_("Name in English"), max_length=80)
    words_nl = forms.CharField(
        label=_("Own words in Dutch"),
        help_text=WORDS,
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
        required=False,
    )
    words_en = forms.CharField(
        label=_("Own words in English"), widget=forms.Textarea(attrs={"rows": 5}), max_length=4000, required=False
    )

    def value(self) -> EntryValues:
        return EntryValues(**{name: value for name, value in self.cleaned_data.items() if name not in ("once", "seen")})


class MoveForm(Form):
    """A button beside an entry."""

    list = forms.ChoiceField(choices=[(name, name) for name in LISTS])
    code = forms.SlugField(max_length=40)
    do = forms.ChoiceField(choices=[(do, do) for do in ("up", "down", "on", "off")])
