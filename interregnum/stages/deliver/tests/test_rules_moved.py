"""What is typed about a result: a figure, half a sentence, or neither."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.refused import Reason
from interregnum.stages.deliver.rules.moved import Measure, Moved, read_moved

DAYS = Measure("dagen", Decimal(19), Decimal(5))
SHARE = Measure("percent of cases", Decimal(40), Decimal(90))
SCORE = Measure("points", Decimal(4), Decimal(30))
ASSETS = Measure("euro", Decimal(4_000_000_000), Decimal(5_000_000_000))
CAPITAL = Measure("million euros", Decimal(-3), Decimal(8))


@pytest.mark.parametrize(
    ("typed", "measure", "value"),
    [
        ("17", DAYS, "17"),
        ("17,5", DAYS, "17.5"),
        ("17.5 dagen", DAYS, "17.5"),
        ("1.234,5", Measure("cases", Decimal(2000), Decimal(500)), "1234.5"),
        ("1 234", Measure("cases", Decimal(2000), Decimal(500)), "1234"),
        ("1.234", Measure("cases", Decimal(2000), Decimal(500)), "1234"),
        ("62 %", SHARE, "62"),
        ("62 procent", SHARE, "62"),
        ("-2,5", CAPITAL, "-2.5"),
        ("-12", SCORE, "-12"),
        ("-1,5 %", SHARE, "-1.5"),
        ("9999999999,99", ASSETS, "9999999999.99"),
    ],
)
def test_a_figure_is_read_as_people_write_it(typed: str, measure: Measure, value: str) -> None:
    assert read_moved(typed, measure) == Moved(value=Decimal(value))


@pytest.mark.parametrize("typed", ["Beide teams werken mee", "12 gesprekken gevoerd, twee te gaan", "niets", ""])
def test_half_a_sentence_stays_as_it_is(typed: str) -> None:
    assert read_moved(typed, DAYS) == Moved(said=typed)


@pytest.mark.parametrize(
    ("typed", "measure", "code"),
    [
        ("17 weken", DAYS, "deliver.moved_unit"),
        ("17 %", DAYS, "deliver.moved_unit"),
        ("-191", DAYS, "deliver.moved_range"),
        ("-101%", SHARE, "deliver.moved_range"),
        ("12000000000", ASSETS, "deliver.moved_range"),
        ("-12000000000", ASSETS, "deliver.moved_range"),
        ("850", DAYS, "deliver.moved_range"),
        ("104%", SHARE, "deliver.moved_range"),
        ("-200", CAPITAL, "deliver.moved_range"),
    ],
)
def test_another_unit_and_a_slip_of_the_finger_are_refused(typed: str, measure: Measure, code: str) -> None:
    found = read_moved(typed, measure)
    assert isinstance(found, Reason)
    assert (found.code, found.facts["typed"]) == (code, typed)


@given(st.text(max_size=160))
def test_whatever_is_typed_is_read_or_refused_and_never_lost(typed: str) -> None:
    found = read_moved(typed, DAYS)
    words = " ".join(typed.split())
    if isinstance(found, Reason):
        assert found.facts["typed"] == words
    elif found.value is None:
        assert found.said == words


figures = st.decimals(-9_999_999_999, 9_999_999_999, places=2)


@given(figures, figures, st.sampled_from(("euro", "percent of cases")), st.text("-0123456789.,", max_size=20))
def test_every_figure_that_is_read_has_a_place_and_where_it_began_can_be_said(
    baseline: Decimal, target: Decimal, unit: str, typed: str
) -> None:
    measure = Measure(unit, baseline, target)
    assert measure.lowest <= min(baseline, target, Decimal(0)) <= max(baseline, target, Decimal(0)) <= measure.highest
    found = read_moved(typed, measure)
    if isinstance(found, Moved) and found.value is not None:
        assert abs(found.value) < 10**10
