"""How far the people are with the change: groups, readiness, odds and figures; by nobody's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.parameters.values import values
from interregnum.stages.deliver import stake_texts as texts
from interregnum.stages.deliver.models import Assignment, GroupTotal, Odds, OldWay, Readiness, Uptake
from interregnum.stages.deliver.queries.visible import BY_NAME, assignment_of
from interregnum.stages.deliver.rules.commitment import LEVELS, Circle
from interregnum.stages.deliver.rules.groups import LEAST
from interregnum.stages.deliver.rules.readiness import (
    STEPS,
    OddsBounds,
    OddsPart,
    Outlook,
    barrier,
    odds_total,
    outlook,
)
from interregnum.stages.deliver.rules.resistance import UptakeKind
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.web import charts
from interregnum.web.charts.values import LineChart
from interregnum.web.pieces import Badge, Tone

OUTLOOK_TONES = {Outlook.WITH: Tone.GOOD, Outlook.DOUBT: Tone.WARN, Outlook.AGAINST: Tone.BAD}
FLOOR, LOW, BOUNDS = "deliver.group_floor", "deliver.readiness_low", "deliver.odds_above"


@dataclass(frozen=True)
class GroupLine:
    """A group as others may know it: who is in it, how many, and how many at which levels."""

    who: str
    people: int
    bands: tuple[tuple[str, int], ...]
    told_on: Any
    is_whole: bool


@dataclass(frozen=True)
class ReadyLine:
    circle: object
    people: int
    noted_on: date
    scores: tuple[tuple[int, object], ...]
    barrier: object


@dataclass(frozen=True)
class OddsLine:
    noted_on: date
    scores: tuple[tuple[int, object], ...]
    total: int
    outlook: Badge
    remark: str


@dataclass(frozen=True)
class UptakeSeries:
    """Counts of one kind, the newest first, with their picture in percent."""

    kind: UptakeKind
    title: object
    counts: tuple[tuple[date, int, int, int], ...]
    chart: LineChart


@dataclass(frozen=True)
class OldWayLine:
    """By when the old way of working ends beside the new one, and when it did."""

    ends_on: date
    stopped_on: date | None


@dataclass(frozen=True)
class ChangePage:
    """`is_by_name`: whoever looks may also see the scores of small circles and the odds."""

    code: str
    number: str
    client: str
    is_written: bool
    is_open: bool
    is_by_name: bool
    floor: int
    groups: tuple[GroupLine, ...]
    ready_now: tuple[ReadyLine, ...]
    ready_before: tuple[ReadyLine, ...]
    odds: tuple[OddsLine, ...]
    uptake: tuple[UptakeSeries, ...]
    old_way: OldWayLine | None
    leavings: tuple[tuple[str, date], ...]


def change_page(code: str, *, seen_by: Actor, on: date) -> ChangePage:
    """Raises Http404 for an assignment that is not theirs."""
    row = assignment_of(code, seen_by=seen_by)
    known = values(FLOOR, LOW, BOUNDS, on=on)
    floor, is_by_name = max(LEAST, known[FLOOR]), seen_by.role in BY_NAME
    newest, older = _ready(row, least=1 if is_by_name else floor, low=known[LOW])
    return ChangePage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        is_written=seen_by.role is Role.MANAGER,
        is_open=row.state != AssignmentState.CLOSED,
        is_by_name=is_by_name,
        floor=floor,
        groups=groups_of(row),
        ready_now=newest,
        ready_before=older,
        odds=tuple(_odds(one, OddsBounds(**known[BOUNDS])) for one in row.odds.all()) if is_by_name else (),
        uptake=_uptake(row, least=1 if is_by_name else floor),
        old_way=_old_way(row),
        leavings=tuple(row.leavings.filter(removed_at=None).values_list("position", "leaves_on")),
    )


def groups_of(row: Assignment) -> tuple[GroupLine, ...]:
    """What holds now of what was told of groups: of each kind the newest of each circle."""
    found: list[GroupTotal] = []
    for one in row.group_totals.all():
        if not any(one.is_whole == other.is_whole and set(one.circles) & set(other.circles) for other in found):
            found.append(one)
    found.sort(key=lambda one: (not one.is_whole, list(Circle).index(Circle(one.circles[0]))))
    return tuple(_group(one) for one in found if one.bands)


def _group(one: GroupTotal) -> GroupLine:
    bands = tuple((_levels(first, last), people) for first, last, people in one.bands)
    who = ", ".join(str(texts.CIRCLES[Circle(circle)]) for circle in one.circles)
    return GroupLine(who, sum(people for _first, _last, people in one.bands), bands, one.told_at, one.is_whole)


def _levels(first: int, last: int) -> str:
    if first == 0 and last == len(LEVELS) - 1:
        return _("Not told apart")
    return _(" or ").join(str(texts.LEVELS[level]) for level in LEVELS[first : last + 1])


def _ready(row: Assignment, *, least: int, low: int) -> tuple[tuple[ReadyLine, ...], tuple[ReadyLine, ...]]:
    """The newest line of each circle, and those before."""
    newest: dict[Circle, ReadyLine] = {}
    older = []
    for one in row.readiness.filter(people__gte=least):
        line = _ready_line(one, low)
        if one.circle in newest:
            older.append(line)
        else:
            newest[one.circle] = line
    return tuple(newest[circle] for circle in Circle if circle in newest), tuple(older)


def _ready_line(one: Readiness, low: int) -> ReadyLine:
    scores = {step: getattr(one, step) for step in STEPS}
    stops = barrier(scores, low=low)
    words = texts.STEPS[stops] if stops else ""
    named = tuple((score, texts.STEPS[step]) for step, score in scores.items())
    return ReadyLine(texts.CIRCLES[one.circle], one.people, one.noted_on, named, words)


def _odds(one: Odds, bounds: OddsBounds) -> OddsLine:
    scores = {part: getattr(one, part) for part in OddsPart}
    total = odds_total(scores)
    view = outlook(total, bounds)
    badge = Badge(texts.OUTLOOKS[view], OUTLOOK_TONES[view])
    named = tuple((score, texts.PARTS[part]) for part, score in scores.items())
    return OddsLine(one.noted_on, named, total, badge, one.remark)


def _uptake(row: Assignment, *, least: int) -> tuple[UptakeSeries, ...]:
    rows = [one for one in row.uptake.filter(removed_at=None) if one.part + one.rest >= least]
    kinds = [(kind, [one for one in rows if one.kind is kind]) for kind in UptakeKind]
    return tuple(_series(kind, counted) for kind, counted in kinds if counted)


def _series(kind: UptakeKind, rows: Sequence[Uptake]) -> UptakeSeries:
    counts = [(one.counted_on, one.part, one.part + one.rest, _percent(one)) for one in rows]
    chart = charts.line_chart(
        title=texts.UPTAKE[kind],
        unit=_("percent"),
        measured=[(day, float(percent)) for day, _part, _whole, percent in counts],
    )
    return UptakeSeries(kind, texts.UPTAKE[kind], tuple(reversed(counts)), chart)


def old_way_of(code: str, *, seen_by: Actor) -> dict[str, date | None]:
    """What was noted of it, as a form takes it. Raises Http404 for an assignment that is not theirs."""
    found = _old_way(assignment_of(code, seen_by=seen_by))
    return {"ends_on": found.ends_on, "stopped_on": found.stopped_on} if found else {}


def _old_way(row: Assignment) -> OldWayLine | None:
    found = OldWay.objects.filter(assignment=row).first()
    return OldWayLine(found.ends_on, found.stopped_on) if found else None


def _percent(one: Uptake) -> int:
    return round(100 * one.part / (one.part + one.rest))
