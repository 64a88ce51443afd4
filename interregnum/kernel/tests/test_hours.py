"""Quiet hours and the hour of the day's news, through both changes of the clock."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interregnum.kernel.hours import HOUR, Quiet, digest_due, first_open
from interregnum.kernel.period import AMSTERDAM, local_day

hours = st.integers(0, 23)
quiets = st.builds(Quiet, begins=hours, ends=hours, weekends=st.booleans())
FORWARD, BACK = datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)
# Any moment of two years, and often one near a change of the clock.
moments = st.one_of(
    st.integers(0, 2 * 365 * 24 * 60).map(
        lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
    st.builds(
        lambda change, minutes: change + timedelta(minutes=minutes),
        st.sampled_from([FORWARD, BACK]),
        st.integers(-4000, 4000),
    ),
)


def amsterdam(*parts: int, fold: int = 0) -> datetime:
    return datetime(*parts, tzinfo=AMSTERDAM, fold=fold)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        (amsterdam(2026, 3, 2, 12), amsterdam(2026, 3, 2, 12)),
        (amsterdam(2026, 3, 2, 19, 59), amsterdam(2026, 3, 2, 19, 59)),
        (amsterdam(2026, 3, 2, 20), amsterdam(2026, 3, 3, 7)),
        (amsterdam(2026, 3, 3, 6, 59), amsterdam(2026, 3, 3, 7)),
        (amsterdam(2026, 3, 6, 20), amsterdam(2026, 3, 9, 7)),
        # The clock goes forward on a Sunday, and back on another.
        (amsterdam(2026, 3, 28, 3), amsterdam(2026, 3, 30, 7)),
        (amsterdam(2026, 10, 24, 3), amsterdam(2026, 10, 26, 7)),
    ],
)
def test_by_default_evenings_nights_and_weekends_are_quiet(at, opens):
    assert first_open(at, Quiet()) == opens


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        # 02:30 does not exist on the one night, and comes twice on the other.
        (amsterdam(2026, 3, 29, 1, 30), amsterdam(2026, 3, 29, 3)),
        (amsterdam(2026, 10, 25, 2, 30, fold=0), amsterdam(2026, 10, 25, 3)),
        (amsterdam(2026, 10, 25, 2, 30, fold=1), amsterdam(2026, 10, 25, 3)),
    ],
)
def test_quiet_hours_end_when_the_clock_says_so(at, opens):
    assert first_open(at, Quiet(0, 3, weekends=False)) == opens


@given(moments, quiets)
@example(FORWARD, Quiet(1, 2, weekends=False))
@example(BACK, Quiet(2, 3, weekends=False))
def test_nothing_leaves_in_quiet_hours_and_nothing_waits_longer_than_it_must(at, quiet):
    opens = first_open(at, quiet)
    assert opens >= at
    assert not quiet.holds(opens)
    assert opens - at <= 4 * 24 * HOUR
    # Every moment between is quiet: looked at each half hour.
    between = at
    while between < opens:
        assert quiet.holds(between)
        between += HOUR / 2


@given(moments, st.none() | moments, hours, quiets)
def test_the_days_news_comes_at_its_hour_once_a_day_and_never_in_quiet_hours(oldest, last, hour, quiet):
    due = digest_due(oldest=oldest, last=last, hour=hour, quiet=quiet)
    assert due > oldest
    assert not quiet.holds(due)
    assert last is None or local_day(due) != local_day(last)
    assert due.minute == 0
    night = Quiet(quiet.begins, quiet.ends, weekends=False)
    assert due.astimezone(AMSTERDAM).hour == hour or night.holds(due.astimezone(AMSTERDAM).replace(hour=hour))
    assert due - oldest <= 5 * 24 * HOUR


@given(quiets)
def test_the_same_hour_twice_means_none(quiet):
    open_all_day = Quiet(quiet.begins, quiet.begins, weekends=False)
    assert not any(open_all_day.holds(FORWARD + number * HOUR) for number in range(24))


@pytest.mark.parametrize("hour", [-1, 24])
def test_an_hour_that_no_clock_shows_is_no_hour(hour):
    with pytest.raises(ValueError, match="0 to 23"):
        Quiet(hour, 7)
