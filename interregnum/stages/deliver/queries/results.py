"""The results of an assignment: where each began, stands and should end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from interregnum.kernel.period import Period
from interregnum.stages.deliver import texts
from interregnum.stages.deliver.models import Assignment, Result
from interregnum.stages.deliver.queries import looks
from interregnum.stages.deliver.rules.progress import Course, Goal, course, way_percent
from interregnum.web import charts
from interregnum.web.charts.values import LineChart
from interregnum.web.pieces import Badge, Meter

GOAL = ("pk", "title", "unit", "baseline", "target", "due_on")


class Told(NamedTuple):
    """What one week said of a result."""

    monday: date
    value: Decimal | None
    said: str


@dataclass(frozen=True)
class ResultView:
    """A1: one result; `said` are the words of the newest report, `points_behind` those of its way behind the time."""

    title: str
    unit: str
    baseline: Decimal
    target: Decimal
    due_on: date
    last: Decimal | None
    course: Badge
    is_on_course: bool
    points_behind: int
    said: str
    meter: Meter
    chart: LineChart | None


def results_of(row: Assignment, *, on: date, margin: int) -> tuple[ResultView, ...]:
    """A1: the results in their order, each with its measurements; one query, however many weeks there were."""
    rows = Result.objects.filter(assignment=row).order_by("position", "pk", "measurements__report__monday")
    found = rows.values_list(*GOAL, "measurements__report__monday", "measurements__value", "measurements__said")
    told: dict[tuple[Any, ...], list[Told]] = {}
    for *goal, monday, value, said in found:
        told.setdefault(tuple(goal), []).extend([Told(monday, value, said)] if monday else [])
    return tuple(_result(row, goal, weeks, on=on, margin=margin) for goal, weeks in told.items())


def _result(row: Assignment, about: tuple[Any, ...], told: list[Told], *, on: date, margin: int) -> ResultView:
    _pk, title, unit, baseline, target, due_on = about
    measured = [(one.monday, one.value) for one in told if one.value is not None]
    last = measured[-1][1] if measured else None
    goal = Goal(baseline, target, Period(row.starts_on, max(row.starts_on, due_on)))
    how = course(goal, value=last, on=on, margin=margin)
    way = 0 if last is None else way_percent(baseline, target, value=last)
    tone = looks.COURSE_TONES[how]
    return ResultView(
        title,
        unit,
        baseline,
        target,
        due_on,
        last,
        Badge(texts.COURSES[how], tone),
        how in {Course.ON_COURSE, Course.AHEAD, Course.REACHED},
        max(0, goal.term.elapsed_percent(on) - way) if how is Course.BEHIND else 0,
        told[-1].said if told else "",
        Meter(_("Way from baseline to target"), max(0, min(100, way)), text=f"{way}%", tone=tone),
        _chart(unit, goal, measured) if measured else None,
    )


def _chart(unit: str, goal: Goal, measured: Sequence[tuple[date, Decimal]]) -> LineChart:
    return charts.line_chart(
        title=_("Measured per week"),
        unit=unit,
        measured=[(monday, float(number)) for monday, number in measured],
        baseline=float(goal.baseline),
        target=float(goal.target),
        target_on=goal.term.last,
    )
