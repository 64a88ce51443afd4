"""How versions are kept and compared, and how closely the firm proposes to watch."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.lists import Assurance, Stakes
from interregnum.kernel.money import Money
from interregnum.stages.brief.rules.assurance import propose, worth
from interregnum.stages.brief.rules.completeness import missing
from interregnum.stages.brief.rules.differences import Change, differences
from interregnum.stages.brief.rules.values import ResultWanted, from_plain, plain
from interregnum.stages.brief.tests.brief_world import RESULT, brief_values


@pytest.mark.mission("A1")
def test_a_version_gives_back_the_brief_that_went_into_it():
    brief = brief_values(results=(RESULT, ResultWanted(title="Rust")), budget=Money("1.50"), stakes=Stakes.GRAVE)
    assert from_plain(plain(brief)) == brief


def test_a_field_that_came_after_a_version_is_empty():
    kept = plain(brief_values())
    assert from_plain({name: value for name, value in kept.items() if name not in {"budget", "results"}}).results == ()


@given(st.lists(st.sampled_from("abc"), max_size=6), st.lists(st.sampled_from("abc"), max_size=6))
def test_what_is_new_and_what_stays_is_the_new_text_and_what_is_gone_and_stays_the_old(old, new):
    found = differences({"scope": old}, {"scope": new})
    lines = found[0].lines if found else ()
    assert bool(found) == (old != new)
    if found:
        assert [line.text for line in lines if line.change != Change.GONE] == new
        assert [line.text for line in lines if line.change != Change.NEW] == old


@pytest.mark.mission("G1")
@pytest.mark.parametrize(
    ("changes", "usual", "proposed", "reasons"),
    [
        ({"weeks": 4}, Assurance.STANDARD, Assurance.STANDARD, ("category",)),
        ({"weeks": 4, "stakes": Stakes.GRAVE}, Assurance.STANDARD, Assurance.INTENSIVE, ("category", "grave")),
        ({"weeks": 4, "stakes": Stakes.SMALL}, Assurance.STANDARD, Assurance.LIGHT, ("category", "small")),
        ({"weeks": 4, "stakes": Stakes.SMALL}, Assurance.LIGHT, Assurance.LIGHT, ("category", "small")),
        ({"budget": Money(250_000)}, Assurance.LIGHT, Assurance.STANDARD, ("category", "value")),
        (
            {"budget": None, "weeks": 60, "stakes": Stakes.GRAVE},
            Assurance.LIGHT,
            Assurance.INTENSIVE,
            ("category", "grave", "value"),
        ),
    ],
)
def test_assurance_follows_category_stakes_and_value_and_is_never_none(changes, usual, proposed, reasons):
    found = propose(brief_values(**changes), usual=usual, high_value=Money(250_000))
    assert (found.assurance, found.reasons) == (proposed, reasons)


def test_an_assignment_is_worth_its_budget_or_else_its_highest_rate_over_its_days():
    brief = brief_values(budget=None, rate_ceiling=Money(1000), weeks=10, days_a_week=4)
    assert worth(brief) == Money(40_000)
    assert worth(replace(brief, budget=Money(30_000))) == Money(30_000)
    assert worth(replace(brief, weeks=None)) is None


def test_a_result_that_lacks_a_number_a_day_or_a_way_to_measure_counts_as_missing():
    codes = [one.code for one in missing(brief_values(results=(RESULT, ResultWanted(title="Rust"))))]
    assert "results" in codes
    assert "results" not in [one.code for one in missing(brief_values(results=(RESULT,)))]
