"""What is typed about a result: a figure, half a sentence, or neither."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.refused import Reason
from interregnum.stages.deliver.rules.moved import Measure, Moved, read_moved

DAYS = Measure("dagen", Decimal(19), Decimal(5))
SHARE = Measure("percent of cases", Decimal(40), Decimal(90))
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
        ("-1", DAYS, "deliver.moved_range"),
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
