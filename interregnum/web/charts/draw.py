"""Numbers in, coordinates out. Nothing here knows the language; words come in as they are."""

from collections.abc import Sequence
from datetime import date
from math import ceil, cos, floor, log10, pi, sin

from interregnum.web.charts.values import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    Axis,
    Bar,
    BarChart,
    LineChart,
    MapChart,
    Mark,
    RadarChart,
    Segment,
    Sparkline,
    Spot,
    Stack,
    StackedChart,
)


def nice_ticks(low: float, high: float, *, most: int = 5) -> tuple[float, ...]:
    """Round values that enclose low and high, at most `most` steps.

    >>> nice_ticks(3, 18)
    (0.0, 5.0, 10.0, 15.0, 20.0)
    """
    span = (high - low) or abs(high) or 1.0
    power = 10.0 ** floor(log10(span / most))
    step = next(power * size for size in (1, 2, 2.5, 5, 10, 20) if span / (power * size) <= most - 1)
    start, end = floor(low / step), ceil(high / step)
    end = max(end, start + 1)
    return tuple(round(step * number, 10) for number in range(start, end + 1))


def _joined(marks: Sequence[Mark]) -> str:
    return " ".join(f"{mark.x:.1f},{mark.y:.1f}" for mark in marks)


def _day_marks(first: date, last: date, across: float) -> tuple[Mark, ...]:
    """First day, middle and last day of the axis, so that labels never touch."""
    middle = first + (last - first) / 2
    places = ((first, 0.0, "start"), (middle, 0.5, "middle"), (last, 1.0, "end"))
    shown = places if (last - first).days > 13 else (places[0], places[2])
    return tuple(Mark(LEFT + share * across, BOTTOM, on=on, anchor=anchor) for on, share, anchor in shown)


def line_chart(
    *,
    title: object,
    measured: Sequence[tuple[date, float]],
    target: float | None = None,
    baseline: float | None = None,
    target_on: date | None = None,
    unit: object = "",
) -> LineChart:
    """A goal's measurements, oldest first, at least one; the axis runs on to `target_on`, the day of the target."""
    values = [float(value) for _, value in measured]
    around = [*values, *(float(level) for level in (target, baseline) if level is not None)]
    ticks = nice_ticks(min(0.0, *around) if min(around) < max(around) * 0.6 else min(around), max(around))
    first, last = measured[0][0], max(measured[-1][0], target_on or measured[-1][0])
    days = (last - first).days or 1

    def y(value: float) -> float:
        return round(BOTTOM - (value - ticks[0]) / (ticks[-1] - ticks[0]) * (BOTTOM - TOP), 1)

    marks = tuple(
        Mark(round(LEFT + (on - first).days / days * (RIGHT - LEFT), 1), y(value), value, on)
        for (on, _), value in zip(measured, values, strict=True)
    )
    return LineChart(
        title=title,
        unit=unit,
        points=_joined(marks),
        marks=marks,
        ticks=tuple(Mark(LEFT, y(tick), tick) for tick in ticks),
        days=_day_marks(first, last, RIGHT - LEFT),
        target=None if target is None else Mark(RIGHT, y(float(target)), float(target)),
        baseline=None if baseline is None else Mark(RIGHT, y(float(baseline)), float(baseline)),
        decimals=0 if all(value == int(value) for value in (*around, *ticks)) else 1,
    )


def bar_chart(
    *,
    title: object,
    rows: Sequence[tuple[object, float, float] | tuple[object, float, float, object]],
    unit: object = "",
    tone: str = "",
    is_summed: bool = True,
) -> BarChart:
    """Points per criterion: rows of (label, points, most points possible[, note]); bars share the scale 0 to most.

    `is_summed`: a last row adds them up; never where they are percents.
    """
    bars = tuple(
        Bar(
            label=row[0],
            value=row[1],
            most=row[2],
            width=f"{max(0.0, min(1.0, row[1] / row[2] if row[2] else 0)) * 100:.1f}%",
            note=row[3] if len(row) > 3 else "",
            tone=tone,
        )
        for row in rows
    )
    return BarChart(title, bars, sum(bar.value for bar in bars), sum(bar.most for bar in bars), unit, is_summed)


def radar_chart(
    *,
    title: object,
    labels: Sequence[object],
    first: Sequence[float],
    first_label: object,
    second: Sequence[float] = (),
    second_label: object = "",
    most: float | None = None,
) -> RadarChart:
    """Three axes or more, from the top clockwise; `most` is the rim (default: the highest value in tens)."""
    rim = most or ceil(max(*first, *second, 1) / 10) * 10
    centre, radius = Mark(WIDTH / 2, 142), 88

    def at(number: int, share: float) -> Mark:
        angle = 2 * pi * number / len(labels) - pi / 2
        return Mark(round(centre.x + radius * share * cos(angle), 1), round(centre.y + radius * share * sin(angle), 1))

    def shape(values: Sequence[float]) -> str:
        return _joined([at(number, value / rim) for number, value in enumerate(values)])

    def axis(number: int, label: object) -> Axis:
        end, text = at(number, 1), at(number, 1.12)
        anchor = "middle" if abs(text.x - centre.x) < 1 else "start" if text.x > centre.x else "end"
        lift = 4 if anchor != "middle" else 12 if text.y > centre.y else -4
        compared = second[number] if second else None
        return Axis(label, end.x, end.y, text.x, text.y + lift, anchor, first[number], compared)

    rings = tuple(shape([rim * share] * len(labels)) for share in (0.25, 0.5, 0.75, 1))
    axes = tuple(axis(number, label) for number, label in enumerate(labels))
    return RadarChart(title, first_label, second_label, axes, rings, shape(first), shape(second), centre)


def _stack(label: object, shares: Sequence[float], names: Sequence[object], *, x: float, width: float) -> Stack:
    whole, top, segments = sum(shares) or 1, float(BOTTOM), []
    for number, (name, share) in enumerate(zip(names, shares, strict=True), start=1):
        height = share / whole * (BOTTOM - TOP)
        top -= height
        segments.append(Segment(number, name, share, round(top, 1), round(height, 1)))
    return Stack(label, round(x, 1), round(x + width / 2, 1), round(width, 1), tuple(segments))


def stacked_chart(
    *,
    title: object,
    series: Sequence[object],
    weeks: Sequence[tuple[object, Sequence[float]]],
    reference: tuple[object, Sequence[float]] | None = None,
) -> StackedChart:
    """Shares per week, oldest first; at most four series. `reference` stands apart at the left."""
    start = 76.0 if reference else 8.0
    step = (WIDTH - 8 - start) / max(len(weeks), 1)
    width = min(step * 0.72, 44)
    every = ceil(len(weeks) / 8) or 1
    stacks = []
    if reference:
        first = _stack(*reference, series, x=8, width=44)
        stacks.append(Stack(first.label, first.x, first.middle, first.width, first.segments, is_reference=True))
    for number, (label, shares) in enumerate(weeks):
        one = _stack(label, shares, series, x=start + number * step + (step - width) / 2, width=width)
        stacks.append(Stack(one.label, one.x, one.middle, one.width, one.segments, has_label=number % every == 0))
    return StackedChart(title, tuple(enumerate(series, start=1)), tuple(stacks), 64.0 if reference else None)


def map_chart(
    *,
    title: object,
    across: object,
    up: object,
    series: Sequence[object],
    spots: Sequence[tuple[int, object, int, int, int, bool]],
    short: object = "",
) -> MapChart:
    """Spots of (number, name, across 1..5, up 1..5, series from 1, short); those of one field stand side by side."""
    bottom, width, height = 320, (RIGHT - LEFT) / 5, (320 - TOP) / 5
    placed: dict[tuple[int, int], int] = {}
    found = []
    for number, name, right, high, one, is_short in spots:
        place = placed.get((right, high), 0)
        placed[right, high] = place + 1
        # Nine to a field; more than that begin again on top of the first.
        column, row = place % 3, place // 3 % 3
        x = round(LEFT + (right - 1) * width + (column + 0.5) * width / 3, 1)
        y = round(bottom - high * height + (row + 0.5) * height / 3, 1)
        found.append(Spot(number, name, right, high, one, series[one - 1], is_short, x, y))
    return MapChart(
        title=title,
        across=across,
        up=up,
        series=tuple(enumerate(series, start=1)),
        spots=tuple(found),
        columns=tuple(Mark(LEFT + (step - 0.5) * width, bottom, step) for step in range(1, 6)),
        rows=tuple(Mark(LEFT, bottom - (step - 0.5) * height, step) for step in range(1, 6)),
        lines_x=tuple(round(LEFT + step * width, 1) for step in range(6)),
        lines_y=tuple(round(TOP + step * height, 1) for step in range(6)),
        short=short,
    )


def sparkline(*, title: object, values: Sequence[float]) -> Sparkline:
    """A course in the space of a word; at least two values."""
    low, high = min(values), max(values)
    span = (high - low) or 1
    marks = [
        Mark(2 + number / (len(values) - 1) * 114, 25 - (value - low) / span * 22, value)
        for number, value in enumerate(values)
    ]
    return Sparkline(title, _joined(marks), marks[-1], values[0])
