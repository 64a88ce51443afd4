"""Charts: the numbers decide the drawing, also when there are few of them or they are strange."""

from datetime import date

import pytest

from interregnum.web import charts

DAYS = [date(2026, 2, 2), date(2026, 2, 16), date(2026, 3, 2)]


@pytest.mark.parametrize(
    ("low", "high"), [(0, 1), (3, 18), (-5, 5), (0, 0), (7, 7), (0.001, 0.004), (1200, 98000), (-3, -1)]
)
def test_ticks_enclose_the_values_and_stay_few(low: float, high: float) -> None:
    ticks = charts.nice_ticks(low, high)
    assert ticks[0] <= low
    assert ticks[-1] >= high
    assert 1 <= len(ticks) <= 6


def test_a_falling_measure_falls_on_the_page() -> None:
    chart = charts.line_chart(
        title="",
        measured=list(zip(DAYS, (19, 15, 11), strict=True)),
        target=8,
        baseline=19,
        target_on=date(2026, 6, 30),
    )
    heights = [mark.y for mark in chart.marks]
    assert heights == sorted(heights)  # y grows downwards
    assert chart.target is not None
    assert chart.target.y > chart.last.y
    assert chart.last.x < chart.right  # the axis runs on to the day of the target
    assert chart.decimals == 0


@pytest.mark.parametrize("value", [0, 5, -3, 100000])
def test_a_single_measurement_is_a_chart_too(value: float) -> None:
    chart = charts.line_chart(title="", measured=[(DAYS[0], value)])
    assert 0 <= chart.last.y <= chart.height
    assert 0 <= chart.last.x <= chart.width


def test_bars_never_leave_their_track() -> None:
    chart = charts.bar_chart(title="", rows=[("a", 5, 10), ("b", 12, 10), ("c", -1, 10), ("d", 0, 0)])
    assert [bar.width for bar in chart.bars] == ["50.0%", "100.0%", "0.0%", "0.0%"]
    assert chart.total == 16


def test_shares_of_a_week_fill_the_whole_height() -> None:
    chart = charts.stacked_chart(
        title="", series="abcd", weeks=[("6", (40, 20, 15, 25)), ("7", (50, 0, 0, 50))], reference=("agreed", (25,) * 4)
    )
    for stack in chart.stacks:
        assert sum(segment.height for segment in stack.segments) == pytest.approx(192, abs=0.3)
    assert [stack.is_reference for stack in chart.stacks] == [True, False, False]


def test_a_year_of_weeks_stays_inside_the_drawing() -> None:
    chart = charts.stacked_chart(title="", series="abcd", weeks=[(str(week), (25,) * 4) for week in range(52)])
    assert chart.stacks[-1].x + chart.stacks[-1].width <= chart.width
    assert sum(stack.has_label for stack in chart.stacks) <= 8


def test_a_radar_starts_at_the_top() -> None:
    chart = charts.radar_chart(title="", labels="abcd", first=(40, 0, 0, 0), first_label="wanted", most=40)
    assert chart.axes[0].y < chart.centre.y
    assert chart.axes[0].x == pytest.approx(chart.centre.x)
    assert chart.first.split()[0] == f"{chart.axes[0].x:.1f},{chart.axes[0].y:.1f}"


def test_a_flat_sparkline_is_flat() -> None:
    heights = {point.split(",")[1] for point in charts.sparkline(title="", values=[3, 3, 3]).points.split()}
    assert len(heights) == 1


def test_who_stand_in_one_field_of_a_map_stand_side_by_side_within_it() -> None:
    spots = [(number, f"nr {number}", 5, 1, 1, False) for number in range(1, 10)] + [(10, "high", 1, 5, 2, True)]
    chart = charts.map_chart(title="", across="interest", up="influence", series=["a", "b"], spots=spots)
    assert len({(spot.x, spot.y) for spot in chart.spots}) == 10
    field = chart.lines_x[-2], chart.right, chart.lines_y[-2], chart.bottom
    assert all(field[0] < spot.x < field[1] and field[2] < spot.y < field[3] for spot in chart.spots[:9])
    assert (chart.spots[9].y, chart.spots[9].x) < (chart.spots[0].y, chart.spots[0].x)
    assert chart.spots[9].series_name == "b"
