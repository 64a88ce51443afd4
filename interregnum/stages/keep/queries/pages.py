"""What stayed of an assignment, as its pages show it; and the questions behind the link."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import Http404

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.handover.queries.results import closed_results
from interregnum.stages.keep.models import Aftercare
from interregnum.stages.keep.queries.links import care_of_link
from interregnum.stages.keep.queries.retention import curve_of, retentions, unanswered
from interregnum.stages.keep.queries.rows import care_row, cares_of
from interregnum.stages.keep.rules.retention import Retention
from interregnum.stages.keep.rules.states import CareState, Proposal
from interregnum.stages.keep.texts import PROPOSALS, STATES, USED
from interregnum.web.pieces import Badge


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
    talk: str
    checks: tuple[CheckLine, ...]


@dataclass(frozen=True, kw_only=True)
class KeepPage:
    assignment: str
    number: str
    client: str
    manager: str
    cares: tuple[CareLine, ...]


@dataclass(frozen=True, kw_only=True)
class Question:
    """A result with what is known of it: what was answered before goes before what was handed over."""

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


@dataclass(frozen=True, kw_only=True)
class AnswerPage:
    care: str
    assignment: str
    number: str
    client: str
    manager: str
    months: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, kw_only=True)
class FirmPage:
    curve: tuple[tuple[int, Retention], ...]
    unanswered: int


def keep_page(assignment: str, *, seen_by: Actor) -> KeepPage:
    """Raises Http404 for an assignment that is not theirs."""
    if seen_by.role is Role.DELEGATE:
        raise Http404
    about: Any = assignment_of(assignment, seen_by=seen_by)
    rows = cares_of(seen_by).filter(assignment=about).prefetch_related("checks__result")
    return KeepPage(
        assignment=about.code,
        number=about.number,
        client=about.organisation.name,
        manager=about.manager.name,
        cares=tuple(_care(row) for row in rows),
    )


def _care(row: Aftercare) -> CareLine:
    return CareLine(
        code=row.code,
        months=row.months,
        due_on=row.due_on,
        badge=STATES[row.state],
        retention=Retention(row.stands, row.known, row.delivered),
        is_answered=row.answered_at is not None,
        is_late=row.is_late,
        can_write=row.state != CareState.PLANNED,
        talk=row.talk,
        checks=tuple(_check(one) for one in row.checks.all()),
    )


def _check(one: Any) -> CheckLine:
    asks = one.proposal != Proposal.NOTHING
    about, used = one.result, USED.get(one.used, "")
    said = (one.value, used, one.has_owner, one.sees_relapse)
    return CheckLine(about.title, about.unit, about.norm, *said, PROPOSALS[one.proposal], asks)


def answer_page(token: str, *, at: datetime) -> AnswerPage | None:
    """What is asked behind a link; None when it is over."""
    row = care_of_link(token, on=local_day(at))
    return _asked(row) if row else None


def write_page(care: str, *, seen_by: Actor) -> AnswerPage:
    """The same for whoever writes it down for the client. Raises Http404 for one that is not theirs."""
    return _asked(care_row(care, seen_by=seen_by))


def _asked(row: Aftercare) -> AnswerPage:
    about, said = row.assignment, {one.result_id: one for one in row.checks.all()}
    return AnswerPage(
        care=row.code,
        assignment=about.code,
        number=about.number,
        client=about.organisation.name,
        manager=about.manager.name,
        months=row.months,
        questions=tuple(_question(one, said.get(one.pk)) for one in closed_results(about.code)),
    )


def _question(one: Any, said: Any) -> Question:
    return Question(
        code=one.code,
        title=one.title,
        unit=one.unit,
        baseline=one.baseline,
        norm=one.norm,
        value=said.value if said else one.value,
        used=str(said.used) if said else "",
        has_owner=said.has_owner if said else None,
        sees_relapse=bool(said and said.sees_relapse),
        owner=one.owner,
        relapse_sign=one.relapse_sign,
    )


def firm_page(managers: Collection[str] | None = None) -> FirmPage:
    """The firm's own: all of its assignments together."""
    return FirmPage(curve=tuple(curve_of(retentions(managers=managers)).items()), unanswered=unanswered())
