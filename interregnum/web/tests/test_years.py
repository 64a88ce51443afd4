"""A day in a year that nobody means is refused beside its field, before anything reckons with it."""

import pytest
from django import forms

from interregnum.web.forms import Form
from interregnum.web.lines import LineForm


class Typed(Form):
    day = forms.DateField(required=False)
    moment = forms.DateTimeField(required=False)

    def clean(self):
        """As a form that asks nothing of its parent."""
        return self.cleaned_data


class Line(LineForm):
    title = forms.CharField()
    day = forms.DateField(required=False)


@pytest.mark.parametrize("typed", ["0001-01-01", "1026-03-09", "9999-12-31", "2206-03-09"])
def test_a_year_that_nobody_means_is_refused_wherever_a_day_is_typed(typed):
    form, line = Typed({"day": typed, "moment": f"{typed} 23:59"}), Line({"title": "Een", "day": typed})
    assert set(form.errors) == {"day", "moment"}
    assert set(line.errors) == {"day"}


@pytest.mark.parametrize("typed", ["1912-06-23", "2026-03-09", "2199-12-31", ""])
def test_each_other_day_is_taken(typed):
    assert Typed({"day": typed}).is_valid()
    assert Line({"title": "Een", "day": typed}).is_valid()
