"""What may be typed to import a sheet."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.desks.bureau.consent_forms import ConsentForm
from interregnum.people.imports import columns_found, fields_of
from interregnum.people.models import Import
from interregnum.people.texts import COLUMNS_OF
from interregnum.web.forms import Form


class UploadForm(Form):
    """A sheet, looked at first: nothing is written yet."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV or XLSX, at most 10 MB; its first line holds the headings."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.txt,text/csv"}),
        allow_empty_file=True,
    )


class RosterUploadForm(ConsentForm, UploadForm):
    """A sheet with managers, and on what ground they may stay."""

    field_order = ("file",)


class ColumnsForm(Form):
    """Which column of the file holds what, as it was guessed or named the last time."""

    def __init__(self, *args: Any, row: Import, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Not in this file")), *((str(place), text) for place, text in enumerate(columns_found(row)))]
        for name, field in fields_of(row).items():
            self.fields[name] = forms.ChoiceField(
                label=COLUMNS_OF[row.kind][name],
                choices=choices,
                required=field.is_required,
                initial=str(row.columns.get(name, "")),
            )

    def value(self) -> dict[str, int]:
        return {name: int(place) for name, place in self.cleaned_data.items() if name != "once" and place != ""}


class TakeOverForm(Form):
    """Import what was tried."""
