"""Days that can be reckoned with: a year that nobody means is a slip of the keyboard, wherever a day is typed."""

from datetime import date

from django import forms
from django.utils.translation import gettext as _

# Wide enough for whoever was ever born and whatever is ever agreed; the calendar itself ends in 9999.
YEARS = range(1900, 2200)


class DatedForm(forms.Form):
    """A form in which each day and moment lies in such a year."""

    def _post_clean(self) -> None:
        """After the form's own check, whatever that asks of its parent."""
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, date) and value.year not in YEARS:
                self.add_error(name, _("Check the year of this day."))
