"""A day in a year that nobody means is refused beside its field, before anything reckons with it."""

import pytest
from django import forms
from django.urls import reverse

from interregnum.stages.choose.tests.choose_world import candidacy, sent
from interregnum.web.forms import Form
from interregnum.web.lines import LineForm
from tests import world


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


@pytest.mark.django_db
@pytest.mark.parametrize("slot", ["9999-12-31T23:59", "0001-01-01T00:00"])
def test_a_moment_to_meet_in_such_a_year_is_an_answer_and_no_page_of_trouble(cast, slot):
    row = candidacy(sent(cast), cast.max_profile)
    for person, desk in ((cast.carla, "client"), (cast.bea, "bureau")):
        address, typed = reverse(f"{desk}:choose-talk", args=[row.code]), {"do": "propose", "slot_0": slot}
        page = world.browser(person, language="en").post(address, typed)
        assert page.status_code == 422
        assert "Check the year" in page.text
