"""The record of a manager as a page shows it: the figures with their uncertainty, and the lines under them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.parameters.values import values
from interregnum.people.models import Manager
from interregnum.people.proven import proven_of
from interregnum.stages.learn.models import RecordLine
from interregnum.stages.learn.queries.replay import firm_sums
from interregnum.stages.learn.queries.rows import FIRM, line_of, lines_seen, may_contest
from interregnum.stages.learn.rules.lines import COUNTED, SHARES, Kind
from interregnum.stages.learn.rules.record import Sums, sums_of, told
from interregnum.stages.learn.texts import CAUSES, KINDS, SOURCES, badge_of, said, shrunk_said, sum_said
from interregnum.web.pieces import Badge

STRENGTH, LEAST, FIRST = "learn.shrink_strength", "learn.least_lines", "learn.manager_first_days"
# The widest that a figure of each kind gets on the picture; days are cut off at half a year.
WIDEST = {**dict.fromkeys(SHARES, 1.0), Kind.CLIENT: 100, Kind.SHADOW: 100, Kind.EMPLOYEES: 50, Kind.FIRST_RESULT: 182}


@dataclass(frozen=True)
class FigureLine:
    """`x` and `width` are percents of the picture for the interval, `at` where the shrunk figure stands."""

    name: object
    cases: int
    own: str
    shrunk: str
    interval: str
    x: str = ""
    width: str = ""
    at: str = ""


@dataclass(frozen=True)
class LineView:
    code: str
    name: object
    source: object
    said: str
    cause: object
    number: str
    client: str
    on: date
    shown_on: date
    is_ahead: bool
    badge: Badge | None
    comment: str
    contest: str
    contested_at: datetime | None
    may_contest: bool
    verdict: str
    decided_by: str
    decided_at: datetime | None


@dataclass(frozen=True)
class ProofLine:
    """What counts in the next match, with its day and the assignment it is from."""

    source: str
    on: date
    category: str
    weeks: int | None
    has_deadlock: bool
    is_confirmed: bool
    failed: bool


@dataclass(frozen=True)
class RecordPage:
    manager: str
    name: str
    figures: tuple[FigureLine, ...]
    lines: tuple[LineView, ...]
    proofs: tuple[ProofLine, ...]
    first_days: int
    strength: int


@dataclass(frozen=True)
class LinePage:
    manager: str
    name: str
    line: LineView


def record_page(manager: str, *, seen_by: Actor, at: datetime) -> RecordPage:
    """Raises Http404 for a record that is not theirs. The bureau reads no line before its day."""
    row = Manager.objects.filter(code=manager).only("code", "name").first()
    may = seen_by.role in FIRM or (seen_by.role == Role.MANAGER and seen_by.manager == manager)
    if row is None or not may:
        raise Http404
    on = local_day(at)
    found = list(lines_seen(seen_by, at=at).filter(manager=row))
    terms = values(STRENGTH, LEAST, FIRST, on=on)
    return RecordPage(
        manager=row.code,
        name=row.name,
        figures=tuple(_figures(_counted(found, seen_by, on), firm_sums(), terms)),
        lines=tuple(_view(one, on) for one in found),
        proofs=tuple(
            ProofLine(
                one.source,
                one.on,
                one.category,
                one.first_result_weeks,
                one.has_deadlock,
                bool(one.is_confirmed),
                one.failed,
            )
            for one in proven_of(manager)
        ),
        first_days=terms[FIRST],
        strength=terms[STRENGTH],
    )


def _counted(rows: Iterable[RecordLine], seen_by: Actor, on: date) -> Mapping[Kind, Sums]:
    own = seen_by.role == Role.MANAGER
    kept = (row for row in rows if not row.is_struck and (own or row.shown_on <= on))
    return sums_of((Kind(row.kind), row.number, row.of) for row in kept)


def _figures(own: Mapping[Kind, Sums], firm: Mapping[Kind, Sums], terms: Mapping[str, int]) -> Iterable[FigureLine]:
    for kind in Kind:
        if (one := own.get(kind)) is None:
            continue
        if kind in COUNTED:
            yield FigureLine(KINDS[kind], one.lines, said(kind, one.number, 0), "", "")
            continue
        found = told(kind, one, firm.get(kind, Sums()), strength=terms[STRENGTH], least=terms[LEAST])
        shrunk, interval = shrunk_said(kind, found)
        line = FigureLine(KINDS[kind], one.lines, sum_said(kind, one), shrunk, interval)
        widest = WIDEST.get(kind, 100)
        if found.shrunk is None or found.low is None or found.high is None:
            yield line
            continue
        low, high, middle = (min(100.0, 100 * part / widest) for part in (found.low, found.high, found.shrunk))
        place = (f"{low:.1f}%", f"{max(0.5, high - low):.1f}%", f"{min(99.0, middle):.1f}%")
        yield FigureLine(line.name, line.cases, line.own, shrunk, interval, *place)


def _view(row: RecordLine, on: date) -> LineView:
    return LineView(
        code=row.code,
        name=KINDS[row.kind],
        source=SOURCES[row.kind],
        said=said(row.kind, row.number, row.of),
        cause=CAUSES.get(row.cause, ""),
        number=row.assignment.number,
        client=row.assignment.organisation.name,
        on=row.on,
        shown_on=row.shown_on,
        is_ahead=row.shown_on > on,
        badge=badge_of(is_contested=row.contested_at is not None, is_struck=row.is_struck),
        comment=row.comment,
        contest=row.contest,
        contested_at=row.contested_at,
        may_contest=may_contest(row),
        verdict=row.verdict,
        decided_by=row.decided_by.name if row.decided_by else "",
        decided_at=row.decided_at,
    )


def line_page(code: str, *, seen_by: Actor, at: datetime) -> LinePage:
    """Raises Http404 for a line that is not theirs to read."""
    row = line_of(code, seen_by=seen_by, at=at)
    return LinePage(row.manager.code, row.manager.name, _view(row, local_day(at)))
