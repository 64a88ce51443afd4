"""A year that nobody means is a slip of the keyboard, wherever a day is typed."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from interregnum.kernel.period import YEARS


def in_reach(typed: date) -> None:
    """Raises ValidationError for a day or moment from which no term can be reckoned."""
    if typed.year not in YEARS:
        raise ValidationError(_("Check the year of this day."))


class DatedForm(forms.Form):
    """A form in which each day and moment lies in such a year."""

    def full_clean(self) -> None:
        """Before the form's own check, which may reckon with its days."""
        for field in self.fields.values():
            if isinstance(field, forms.DateField | forms.DateTimeField) and in_reach not in field.validators:
                field.validators.append(in_reach)
        super().full_clean()
