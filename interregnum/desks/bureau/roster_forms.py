"""What may be typed about views of the roster and its columns."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from interregnum.desks.bureau.roster_words import COLUMNS
from interregnum.records.roster import Facet
from interregnum.web.forms import Form

LONGEST = 1500
KEPT = ("q", "before", "sort", *Facet)


def kept_query(text: str) -> str:
    """What of an address's query a view keeps: search, filters and order, without the page; "" when it is too long."""
    asked, kept = QueryDict(text[: 10 * LONGEST].replace("\x00", "")), QueryDict(mutable=True)
    for name in KEPT:
        values = [value for value in asked.getlist(name) if value]
        if values:
            kept.setlist(name, values)
    query = kept.urlencode()
    return query if len(query) <= LONGEST else ""


class ExportForm(Form):
    """Why the roster leaves the house as a file."""

    reason = forms.CharField(
        label=_("Why do you download this?"), max_length=200, help_text=_("Such as: moving to another system.")
    )


class SaveViewForm(Form):
    """Keep what the list shows now."""

    name = forms.CharField(label=_("Name of the view"), max_length=60)
    is_shared = forms.BooleanField(label=_("For everybody at the bureau"), required=False)
    query = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_query(self) -> str:
        return kept_query(self.cleaned_data["query"])


class ChangeViewForm(Form):
    """A view that is there: its name, who sees it, and whether the list opens with it."""

    view = forms.SlugField(max_length=26, widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name of the view"), max_length=60, required=False)
    is_shared = forms.BooleanField(label=_("For everybody at the bureau"), required=False)
    opens = forms.BooleanField(label=_("The list opens with it, for me"), required=False)
    do = forms.ChoiceField(choices=[(each, each) for each in ("change", "remove")])


class ColumnsForm(Form):
    columns = forms.MultipleChoiceField(
        choices=[(key, column.label) for key, column in COLUMNS.items()], required=False
    )
    query = forms.CharField(required=False)
