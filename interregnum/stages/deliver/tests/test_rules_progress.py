"""Progress and drift, without a database."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from interregnum.kernel.period import Period
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.deliver.rules.drift import DriftLevel, drift, mean_mix
from interregnum.stages.deliver.rules.progress import Course, Goal, course, way_percent

figures = st.decimals(-100_000, 100_000, places=2)
TERM = Period(date(2026, 3, 2), date(2026, 6, 9))


@st.composite
def mixes(draw: st.DrawFn) -> RoleMix:
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=3, max_size=3)))
    return RoleMix(cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2])


@pytest.mark.mission("A1")
@given(figures, figures)
def test_the_way_is_nought_at_the_baseline_and_whole_at_the_target(baseline: Decimal, target: Decimal) -> None:
    assume(baseline != target)
    assert way_percent(baseline, target, value=baseline) == 0
    assert way_percent(baseline, target, value=target) == 100


@given(figures, figures, figures, figures)
def test_nearer_to_the_target_is_never_less_progress(
    baseline: Decimal, target: Decimal, one: Decimal, other: Decimal
) -> None:
    assume(baseline != target)
    nearer, farther = (max, min) if target > baseline else (min, max)
    assert way_percent(baseline, target, value=nearer(one, other)) >= way_percent(
        baseline, target, value=farther(one, other)
    )


@given(figures, figures, figures)
def test_a_target_counts_as_reached_only_when_it_is_there(baseline: Decimal, target: Decimal, value: Decimal) -> None:
    assume(baseline != target)
    is_there = value >= target if target > baseline else value <= target
    assert (way_percent(baseline, target, value=value) >= 100) == is_there


@pytest.mark.parametrize(
    ("value", "on", "expected"),
    [
        (None, date(2026, 3, 2), Course.NOT_MEASURED),
        ("19", date(2026, 3, 9), Course.ON_COURSE),
        ("19", date(2026, 4, 20), Course.BEHIND),
        ("12", date(2026, 4, 20), Course.ON_COURSE),
        ("6", date(2026, 3, 9), Course.AHEAD),
        ("5", date(2026, 3, 9), Course.REACHED),
        ("4", date(2026, 9, 1), Course.REACHED),
        ("6", date(2026, 6, 10), Course.BEHIND),
    ],
)
def test_bea_sees_whether_a_falling_figure_keeps_step_with_time(value: str | None, on: date, expected: Course) -> None:
    goal = Goal(Decimal(19), Decimal(5), TERM)
    assert course(goal, value=None if value is None else Decimal(value), on=on, margin=15) is expected


@pytest.mark.mission("B3")
@given(mixes(), mixes())
def test_drift_is_nought_only_for_the_same_mix(agreed: RoleMix, done: RoleMix) -> None:
    moved = drift(agreed, done, notice=30, large=60)
    assert 0 <= moved.distance <= 200
    assert moved.distance >= 2 * moved.by
    assert (moved.distance == 0) == (agreed == done) == (moved.grew == "")


@given(mixes(), mixes())
def test_drift_is_as_far_there_as_back(one: RoleMix, other: RoleMix) -> None:
    assert drift(one, other, notice=30, large=60).distance == drift(other, one, notice=30, large=60).distance


@given(st.lists(mixes(), min_size=1, max_size=12))
def test_an_average_week_is_a_whole_week(weeks: list[RoleMix]) -> None:
    mean = mean_mix(weeks)
    assert sum(mean) == 100
    for place, share in enumerate(mean):
        shares = [tuple(week)[place] for week in weeks]
        assert min(shares) <= share <= max(shares) or abs(share - sum(shares) / len(shares)) < 1


@pytest.mark.mission("B3")
@pytest.mark.parametrize(
    ("done", "level", "grew"),
    [
        (RoleMix(40, 20, 20, 20), DriftLevel.OK, ""),
        (RoleMix(50, 15, 15, 20), DriftLevel.OK, "operational"),
        (RoleMix(55, 15, 15, 15), DriftLevel.NOTICE, "operational"),
        (RoleMix(20, 50, 20, 10), DriftLevel.LARGE, "adviser"),
    ],
)
def test_the_role_that_grew_is_named(done: RoleMix, level: DriftLevel, grew: str) -> None:
    moved = drift(RoleMix(40, 20, 20, 20), done, notice=30, large=60)
    assert (moved.level, moved.grew) == (level, grew)


@given(st.integers(0, 400))
def test_waiting_never_makes_a_result_look_better(days: int) -> None:
    ranks = [Course.BEHIND, Course.ON_COURSE, Course.AHEAD]
    goal, on = Goal(Decimal(0), Decimal(100), TERM), TERM.first + timedelta(days=days)
    today = course(goal, value=Decimal(40), on=on, margin=15)
    tomorrow = course(goal, value=Decimal(40), on=on + timedelta(days=1), margin=15)
    assert ranks.index(tomorrow) <= ranks.index(today)
