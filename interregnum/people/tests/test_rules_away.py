"""Days away end after they begin, lie ahead, and are said once."""

from datetime import date

import pytest

from interregnum.kernel.period import Period
from interregnum.people.rules.away import check_away

TODAY = date(2026, 3, 2)
AUGUST = Period(date(2026, 8, 3), date(2026, 8, 21))


def test_days_ahead_are_taken():
    assert check_away(AUGUST.first, AUGUST.last, known=[], on=TODAY) == AUGUST


def test_a_holiday_that_has_begun_is_taken():
    assert check_away(date(2026, 2, 23), TODAY, known=[], on=TODAY)


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (date(2026, 8, 21), date(2026, 8, 3), "people.away_before_start"),
        (date(2026, 2, 1), date(2026, 3, 1), "people.away_over"),
        (date(2026, 4, 1), date(2026, 12, 1), "people.away_too_long"),
        (date(2026, 8, 21), date(2026, 8, 30), "people.away_known"),
    ],
)
def test_what_cannot_be_is_said(first, last, code):
    assert check_away(first, last, known=[AUGUST], on=TODAY).reasons[0].code == code
