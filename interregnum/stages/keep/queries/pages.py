"""What stayed of an assignment, as its pages show it; and the questions behind the link."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.stages.contract.queries.lasting import lasting_of
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.handover.queries.results import closed_results, new_measures
from interregnum.stages.keep.models import Aftercare
from interregnum.stages.keep.queries.links import care_of_link
from interregnum.stages.keep.queries.measures import Measured, ResultLine, lines_of, measured
from interregnum.stages.keep.queries.retention import curve_of, marks_given, retentions, unanswered
from interregnum.stages.keep.queries.rows import care_row, cares_of, counts_new
from interregnum.stages.keep.queries.whom import WAITING
from interregnum.stages.keep.rules.retention import Retention, promoters
from interregnum.stages.keep.rules.states import OPEN, CareState, Proposal
from interregnum.stages.keep.texts import PROPOSALS, STATES, USED
from interregnum.stages.pulse.queries.extra import ExtraRound, extra_rounds
from interregnum.stages.pulse.rules.states import Occasion
from interregnum.web import charts
from interregnum.web.charts.values import BarChart
from interregnum.web.pieces import Badge

# The page itself is read only: its links open the forms of each.
WRITERS = BUREAU | {Role.CLIENT, Role.SHADOW}


@dataclass(frozen=True)
class CheckLine:
    title: str
    unit: str
    norm: Decimal
    value: Decimal | None
    used: object
    has_owner: bool | None
    sees_relapse: bool
    proposal: object
    asks: bool
    result: str
    proposed: str
    decided: object
    decided_why: str
    new: Measured | None
    new_value: Decimal | None
    counts_new: bool


@dataclass(frozen=True, kw_only=True)
class CareLine:
    code: str
    months: int
    due_on: date
    badge: Badge
    retention: Retention
    is_answered: bool
    is_late: bool
    can_write: bool
    is_open: bool
    talk: str
    again: int | None
    balance: str
    checks: tuple[CheckLine, ...]
    to_decide: int
    pulse: ExtraRound | None
    asked: str
    gone_why: str


@dataclass(frozen=True, kw_only=True)
class KeepPage:
    assignment: str
    number: str
    client: str
    manager: str
    cares: tuple[CareLine, ...]
    curve: BarChart | None
    has_results: bool
    results: tuple[ResultLine, ...]
    is_waiting: bool
    may_write: bool


@dataclass(frozen=True, kw_only=True)
class Question:
    """A result with what is known of it: what was answered before goes before what was handed over. `is_of_end`: its
    value is that of the end, and nobody said yet that it still is."""

    code: str
    title: str
    unit: str
    baseline: Decimal
    norm: Decimal
    value: Decimal | None
    used: str
    has_owner: bool | None
    sees_relapse: bool
    owner: str
    relapse_sign: str
    new: Measured | None
    new_value: Decimal | None
    is_of_end: bool


@dataclass(frozen=True, kw_only=True)
class AnswerPage:
    care: str
    assignment: str
    number: str
    client: str
    manager: str
    months: int
    questions: tuple[Question, ...]
    asks_again: bool
    asks_balance: bool
    again: int | None
    balance: str


@dataclass(frozen=True, kw_only=True)
class FirmPage:
    curve: tuple[tuple[int, Retention], ...]
    chart: BarChart | None
    again: int | None
    marks: int
    unanswered: int


def keep_page(assignment: str, *, seen_by: Actor) -> KeepPage:
    """Raises Http404 for an assignment that is not theirs."""
    if seen_by.role is Role.DELEGATE:
        raise Http404
    about: Any = assignment_of(assignment, seen_by=seen_by)
    rows = cares_of(seen_by).filter(assignment=about).select_related("contact")
    rows = rows.prefetch_related("checks__result", "checks__measure")
    pulses, results = extra_rounds(about.code), list(closed_results(about.code))
    cares = tuple(_care(row, pulses.get((Occasion.LOOK_BACK, row.months))) for row in rows)
    return KeepPage(
        assignment=about.code,
        number=about.number,
        client=about.organisation.name,
        manager=about.manager.name,
        cares=cares,
        curve=curve_chart([(one.months, one.retention) for one in cares if one.is_answered]),
        has_results=bool(results),
        results=lines_of(results, new_measures(about.code)) if results else (),
        is_waiting=any(row.state in WAITING for row in rows),
        may_write=seen_by.role in WRITERS,
    )


def _care(row: Aftercare, pulse: ExtraRound | None) -> CareLine:
    checks = tuple(_check(one) for one in row.checks.all())
    return CareLine(
        code=row.code,
        months=row.months,
        due_on=row.due_on,
        badge=STATES[row.state],
        retention=Retention(row.stands, row.known, row.delivered),
        is_answered=row.answered_at is not None,
        is_late=row.is_late,
        can_write=row.state not in (CareState.PLANNED, CareState.GONE),
        is_open=row.state in OPEN,
        talk=row.talk,
        again=row.again,
        balance=row.balance,
        checks=checks,
        pulse=pulse,
        asked=row.contact.name if row.contact else "",
        gone_why=row.gone_why,
        to_decide=sum(one.asks and not one.decided for one in checks),
    )


def _check(one: Any) -> CheckLine:
    asks = one.proposal != Proposal.NOTHING
    about, used = one.result, USED.get(one.used, "")
    said = (one.value, used, one.has_owner, one.sees_relapse)
    decided = (about.code, str(one.proposal), PROPOSALS.get(one.decided, ""), one.decided_why)
    new = (measured(one.measure) if one.measure else None, one.new_value, counts_new(one))
    return CheckLine(about.title, about.unit, about.norm, *said, PROPOSALS[one.proposal], asks, *decided, *new)


def answer_page(token: str, *, at: datetime) -> AnswerPage | None:
    """What is asked behind a link; None when it is over."""
    row = care_of_link(token, on=local_day(at))
    return _asked(row) if row else None


def write_page(care: str, *, seen_by: Actor) -> AnswerPage:
    """The same for whoever writes it down for the client. Raises Http404 for one that is not theirs."""
    return _asked(care_row(care, seen_by=seen_by))


def _asked(row: Aftercare) -> AnswerPage:
    about, said = row.assignment, {one.result_id: one for one in row.checks.all()}
    terms, new = lasting_of(about.contract).aftercare_months, new_measures(about.code)
    return AnswerPage(
        care=row.code,
        assignment=about.code,
        number=about.number,
        client=about.organisation.name,
        manager=about.manager.name,
        months=row.months,
        questions=tuple(_question(one, said.get(one.pk), new.get(one.pk)) for one in closed_results(about.code)),
        asks_again=row.months >= terms["second"],
        asks_balance=row.months >= terms["third"],
        again=row.again,
        balance=row.balance,
    )


def _question(one: Any, said: Any, new: Any) -> Question:
    """By an old measure that another one followed nothing is filled in: whoever still measures by it says so."""
    return Question(
        code=one.code,
        title=one.title,
        unit=one.unit,
        baseline=one.baseline,
        norm=one.norm,
        value=said.value if said else None if new else one.value,
        used=str(said.used) if said else "",
        has_owner=said.has_owner if said else None,
        sees_relapse=bool(said and said.sees_relapse),
        owner=one.owner,
        relapse_sign=one.relapse_sign,
        new=measured(new) if new else None,
        new_value=said.new_value if said and new and said.measure_id == new.pk else None,
        is_of_end=not said and not new and one.value is not None,
    )


def firm_page(managers: Collection[str] | None = None) -> FirmPage:
    """The firm's own: all of its assignments together."""
    curve = tuple(curve_of(retentions(managers=managers)).items())
    marks = marks_given()
    return FirmPage(
        curve=curve, chart=curve_chart(curve), again=promoters(marks), marks=len(marks), unanswered=unanswered()
    )


def curve_chart(curve: Sequence[tuple[int, Retention]]) -> BarChart | None:
    """Which share still stands after so many months; nothing where nothing is known."""
    known = [(months, one) for months, one in curve if one.percent is not None]
    if not known:
        return None
    rows = [
        (
            _("After %(months)s months") % {"months": months},
            float(one.percent or 0),
            100.0,
            _("%(stands)s of %(known)s results") % {"stands": one.stands, "known": one.known},
        )
        for months, one in known
    ]
    return charts.bar_chart(title=_("What still stands at its norm"), rows=rows, unit=_("percent"), is_summed=False)


@dataclass(frozen=True, kw_only=True)
class RelapsePage:
    """What slips of one look back, with what is proposed, for whoever decides."""

    assignment: str
    number: str
    client: str
    months: int
    checks: tuple[CheckLine, ...]


def relapse_page(care: str, *, seen_by: Actor) -> RelapsePage:
    """Raises Http404 for one that is not theirs."""
    row = care_row(care, seen_by=seen_by)
    about = row.assignment
    found = (_check(one) for one in row.checks.select_related("result", "measure"))
    checks = tuple(one for one in found if one.asks and not one.decided)
    return RelapsePage(
        assignment=about.code,
        number=about.number,
        client=about.organisation.name,
        months=row.months,
        checks=checks,
    )
