"""Periods as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.people.rules.cv.dates import spans
from interregnum.people.rules.cv.europass import cv_of_xml

WRITTEN = {
    "jan. 2019 – heden": ("2019-01", None),
    "2019-01 tot nu": ("2019-01", None),
    "01/2019 - 03/2021": ("2019-01", "2021-03"),
    "01.2019-03.2021": ("2019-01", "2021-03"),
    "sinds maart 2020": ("2020-03", None),
    "2015–2018": ("2015-01", "2018-12"),
    "2015-18": ("2015-01", "2018-12"),
    "2015-01 – 2018-12": ("2015-01", "2018-12"),
    "Q1 2020 - Q3 2021": ("2020-01", "2021-09"),
    "voorjaar 2018 - najaar 2019": ("2018-03", "2019-11"),
    "maart - juni 2021": ("2021-03", "2021-06"),
    "jan '19 - mrt '21": ("2019-01", "2021-03"),
    "2019 -": ("2019-01", None),
    "1 januari 2019 t/m 31 maart 2020": ("2019-01", "2020-03"),
    "van 01-03-2018 tot 31-12-2019": ("2018-03", "2019-12"),
    "1-3-2018 / 31-5-2019": ("2018-03", "2019-05"),
    "maart 2020 (6 maanden)": ("2020-03", "2020-08"),
    "2010/2014": ("2010-01", "2014-12"),
    "05-2019/heden": ("2019-05", None),
    "Mar 2012 — Present · 4 yrs": ("2012-03", None),
    "juni 2014 tot en met heden": ("2014-06", None),
    "May 2019 to June 2020": ("2019-05", "2020-06"),
    "september 2017 –\theden": ("2017-09", None),
    "begin 2018 - medio 2019": ("2018-01", "2019-06"),
}


@pytest.mark.parametrize(("text", "months"), WRITTEN.items(), ids=WRITTEN)
def test_a_period_is_read(text, months):
    assert [(span.start, span.end) for span in spans(text)] == [months]


@pytest.mark.parametrize("text", ["2015–2018", "Q1 2020 - Q3 2021", "voorjaar 2018", "sinds 2019"])
def test_who_names_no_month_is_told_so(text):
    assert spans(text)[0].is_vague


@pytest.mark.parametrize("text", ["", "Manager", "06-12345678", "€ 2.500 per dag", "13/2019x", "1 van 3", "10:30"])
def test_what_is_no_period_is_none(text):
    assert not [span for span in spans(text) if span.is_range]


@given(st.text(max_size=200))
def test_any_text_is_taken(text):
    for span in spans(text):
        assert 0 <= span.first < span.last <= len(text)
        assert span.end is None or span.start <= span.end


@pytest.mark.parametrize("month", ["--\u00b2", "--x", "--" + "9" * 50, "--13", ""])
def test_a_month_of_a_europass_that_is_none_leaves_the_rest_to_be_read(month):
    begun = ["From", {"Year": "2019", "Month": month}, "", []]
    label = ["Position", {}, "", [["Label", {}, "Director", []]]]
    job = ["WorkExperience", {}, "", [["Period", {}, "", [begun]], label]]
    (found,) = cv_of_xml(["SkillsPassport", {}, "", [["LearnerInfo", {}, "", [job]]]]).positions
    assert found.title == "Director"
