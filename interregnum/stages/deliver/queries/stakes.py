"""Who stands where, by name: for the manager of the assignment and its shadow manager, and for nobody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import Period
from interregnum.stages.deliver import stake_texts as texts
from interregnum.stages.deliver.models import Assignment, Stakeholder, Stance
from interregnum.stages.deliver.queries.resistances import ResistanceLine, resistance_lines
from interregnum.stages.deliver.queries.visible import BY_NAME, assignment_of, term_of, visible_to
from interregnum.stages.deliver.rules.commitment import (
    LEVELS,
    RANK,
    Circle,
    Commitment,
    StakeKind,
    course_of_levels,
    level_on,
    step_taken,
)
from interregnum.stages.deliver.rules.reporting import week_number
from interregnum.web import charts
from interregnum.web.charts.values import MapChart, Sparkline, StackedChart
from interregnum.web.pieces import Badge, Tone

TONES = {
    Commitment.AGAINST: Tone.BAD,
    Commitment.LETS: Tone.WARN,
    Commitment.HELPS: Tone.GOOD,
    Commitment.MAKES: Tone.GOOD,
}
# Weeks that the curve shows at most.
WEEKS = 26


@dataclass(frozen=True)
class StakeLine:
    """`number` is the one on the map; `is_short`: further from the change than needed."""

    number: int
    code: str
    url: str
    name: str
    circle: object
    people: int
    influence: int
    interest: int
    now: Badge
    needed: object
    is_short: bool
    noted_on: date
    spark: Sparkline | None


@dataclass(frozen=True)
class Move:
    name: str
    url: str
    before: object
    now: Badge
    noted_on: date
    is_up: bool


@dataclass(frozen=True)
class Removed:
    """Somebody who was taken out of the list, for the manager to put back."""

    name: str
    url: str
    removed_at: datetime


@dataclass(frozen=True)
class StakesPage:
    code: str
    number: str
    client: str
    term: Period
    is_written: bool
    lines: tuple[StakeLine, ...]
    map: MapChart | None
    curve: StackedChart | None
    moves: tuple[Move, ...]
    resistances: tuple[ResistanceLine, ...]
    removed: tuple[Removed, ...]


@dataclass(frozen=True)
class StancesPage:
    """One stakeholder with every row; `last` is the one that holds."""

    code: str
    assignment: str
    number: str
    client: str
    name: str
    circle: object
    people: int
    is_written: bool
    is_removed: bool
    version: int
    kind: StakeKind
    circle_code: Circle
    last: Stance
    stances: tuple[tuple[Stance, Badge, object], ...]


def named_assignment(code: str, *, seen_by: Actor) -> Assignment:
    """Raises Http404 for an assignment that is not theirs, and for everybody who may not know names."""
    if seen_by.role not in BY_NAME:
        raise Http404
    return assignment_of(code, seen_by=seen_by)


def own_stakeholder(code: str, *, seen_by: Actor) -> Stakeholder:
    """Raises Http404 for a stakeholder of somebody else's assignment."""
    if seen_by.role not in BY_NAME:
        raise Http404
    rows = Stakeholder.objects.select_related("assignment__organisation")
    row = rows.filter(code=code, assignment__in=visible_to(seen_by)).first()
    if row is None:
        raise Http404
    return row


def stakes_page(code: str, *, seen_by: Actor, on: date) -> StakesPage:
    """Raises Http404 for an assignment that is not theirs."""
    row = named_assignment(code, seen_by=seen_by)
    everybody = list(_with_stances(row.stakeholders.all()))
    stakeholders = [one for one in everybody if one.removed_at is None]
    lines = tuple(_line(one, place, seen_by) for place, one in enumerate(stakeholders, start=1))
    return StakesPage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        term=term_of(row),
        is_written=seen_by.role is Role.MANAGER,
        lines=lines,
        map=_map(stakeholders) if stakeholders else None,
        curve=_curve(stakeholders, term_of(row), on) if stakeholders else None,
        moves=_moves(stakeholders, seen_by, since=on - timedelta(days=7)),
        resistances=resistance_lines(row, seen_by=seen_by, on=on),
        removed=tuple(Removed(one.name, _url(one, seen_by), one.removed_at) for one in everybody if one.removed_at),
    )


def stances_page(code: str, *, seen_by: Actor) -> StancesPage:
    row = own_stakeholder(code, seen_by=seen_by)
    stances = list(row.stances.select_related("noted_by"))
    return StancesPage(
        code=row.code,
        assignment=row.assignment.code,
        number=row.assignment.number,
        client=row.assignment.organisation.name,
        name=row.name,
        circle=texts.CIRCLES[row.circle],
        people=row.people,
        is_written=seen_by.role is Role.MANAGER,
        is_removed=row.removed_at is not None,
        version=row.version,
        kind=row.kind,
        circle_code=row.circle,
        last=stances[-1],
        stances=tuple((one, level_badge(one.now), texts.LEVELS[one.needed]) for one in reversed(stances)),
    )


def stakeholder_choices(code: str, *, seen_by: Actor) -> list[tuple[str, str]]:
    """Code and name of each, for a form."""
    row = named_assignment(code, seen_by=seen_by)
    return list(row.stakeholders.filter(removed_at=None).values_list("code", "name"))


def level_badge(level: Commitment) -> Badge:
    return Badge(texts.LEVELS[level], TONES[level])


def _with_stances(rows: QuerySet[Stakeholder]) -> QuerySet[Stakeholder]:
    return rows.prefetch_related("stances")


def _history(row: Stakeholder) -> list[tuple[date, Commitment]]:
    return [(one.noted_on, one.now) for one in row.stances.all()]


def _last(row: Stakeholder) -> Stance:
    return list(row.stances.all())[-1]


def _url(row: Stakeholder, actor: Actor) -> str:
    return reverse(f"{actor.role}:deliver-stakeholder", args=[row.code])


def _line(row: Stakeholder, number: int, actor: Actor) -> StakeLine:
    last, ranks = _last(row), [RANK[level] + 1 for _day, level in _history(row)]
    spark = charts.sparkline(title=_("Course of commitment, 1 to 4"), values=ranks) if len(ranks) > 1 else None
    return StakeLine(
        number,
        row.code,
        _url(row, actor),
        row.name,
        texts.CIRCLES[row.circle],
        row.people,
        last.influence,
        last.interest,
        level_badge(last.now),
        texts.LEVELS[last.needed],
        RANK[last.now] < RANK[last.needed],
        last.noted_on,
        spark,
    )


def _map(rows: Sequence[Stakeholder]) -> MapChart:
    spots = []
    for number, row in enumerate(rows, start=1):
        last = _last(row)
        short = RANK[last.now] < RANK[last.needed]
        spots.append((number, row.name, last.interest, last.influence, RANK[last.now] + 1, short))
    return charts.map_chart(
        title=_("Influence and interest"),
        across=_("Interest"),
        up=_("Influence"),
        series=[texts.LEVELS[level] for level in LEVELS],
        spots=spots,
        short=_("dotted: further off than needed"),
    )


def _curve(rows: Sequence[Stakeholder], term: Period, on: date) -> StackedChart:
    """Shares of those who were known each week; what is needed stands apart."""
    weeks = [monday for monday in term.mondays() if monday <= on][-WEEKS:]
    needed: list[Any] = [_last(row).needed for row in rows]
    return charts.stacked_chart(
        title=_("Where they stood, week by week"),
        series=[texts.LEVELS[level] for level in LEVELS],
        weeks=[
            (str(week_number(monday)), _shares(counts))
            for monday, counts in course_of_levels([_history(row) for row in rows], weeks)
        ],
        reference=(_("needed"), _shares([needed.count(level) for level in LEVELS])),
    )


def _shares(counts: Sequence[int]) -> list[float]:
    return [100 * count / (sum(counts) or 1) for count in counts]


def _moves(rows: Sequence[Stakeholder], actor: Actor, *, since: date) -> tuple[Move, ...]:
    """Who stands elsewhere than on the day `since`, the lowest first."""
    found = []
    for row in rows:
        last, before = _last(row), level_on(_history(row), since)
        if before is not None and (step := step_taken(before, last.now)):
            move = Move(
                row.name, _url(row, actor), texts.LEVELS[before], level_badge(last.now), last.noted_on, step > 0
            )
            found.append((step, move))
    return tuple(move for _step, move in sorted(found, key=lambda pair: pair[0]))
