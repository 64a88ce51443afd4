"""A guarantee as its pages show it: to the client, to the firm and the shadow manager, and to the two managers."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.stages.choose.queries.blind import BlindList, blind_list, wider_for
from interregnum.stages.choose.rules.states import CandidacyState
from interregnum.stages.contract.queries import contract_of_brief
from interregnum.stages.ensure.queries.appointments import shadow_left_at
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.bankrupt import StillRuns
from interregnum.stages.guarantee.queries.clock import ClockLine, clock_lines
from interregnum.stages.guarantee.queries.of_firm import of_firm
from interregnum.stages.guarantee.queries.rows import (
    INSTEAD,
    cannot_write,
    case_row,
    firm_days_of,
    has_days,
    plan_limit,
)
from interregnum.stages.guarantee.queries.seeking import may_look_again
from interregnum.stages.guarantee.rules.states import (
    CARRIED_OUT,
    REPLACEMENT,
    RUNNING,
    UNDECIDED,
    CaseState,
    Choice,
    choices_in,
)
from interregnum.stages.guarantee.texts import REASONS, asked_badge, badge_of
from interregnum.web.history import history
from interregnum.web.pieces import Badge, Event


@dataclass(frozen=True)
class AskedLine:
    """One who could succeed: blind until a name stands there."""

    letter: str
    name: str
    badge: Badge
    points: tuple[object, ...]
    starts_on: date
    rate: Money


@dataclass(frozen=True)
class Handed:
    """What was handed over, with its days for the account of the firm; `by` wrote it `instead_of` the manager."""

    document: str
    contacts: str
    decisions: str
    days: tuple[date, ...]
    version: int
    written_at: datetime | None
    taken_at: datetime | None
    by: str
    instead_of: str


@dataclass(frozen=True, kw_only=True)
class CasePage:
    """`choices`: what the client may choose now. `owed`, `heard`, `not_heard`, `cause`, `dropped` and `still_runs` are
    empty for the client, the last one what is not closed at a client that is bankrupt; `pick` is the proposal in which
    one of those named can be picked; `wider`: what would bring somebody in; `gave_way`: what
    the bureau had proposed itself; `fell_through`: one was picked, who does
    not come; `was_stopped`: by the bureau, `stopped_why` for the client. `has_died`: the manager; `writes_instead`: the
    reader may write what is handed over; `stands_in`: who does what the shadow manager did who resigned, "" for a
    partner."""

    code: str
    assignment: str
    number: str
    client: str
    manager: str
    manager_code: str
    state: CaseState
    badge: Badge
    reason: object
    words: str
    complained_at: datetime
    runs_until: date
    last_day: date | None
    improve_until: date | None
    latest_plan: date
    starts_on: date | None
    clock: tuple[ClockLine, ...]
    choices: tuple[Choice, ...]
    is_undecided: bool
    is_running: bool
    is_carried_out: bool
    asked: tuple[AskedLine, ...]
    pick: str
    gave_way: str
    looks_again: bool
    fell_through: bool
    was_stopped: bool
    stopped_why: str
    wider: tuple[str, ...]
    picked: bool
    contract: str
    successor: str
    successor_on: date | None
    handover_most: int
    handed: Handed | None
    has_died: bool
    writes_instead: bool
    shadow_left_at: datetime | None
    stands_in: str
    seconds: str
    owed_days: int
    owed: Money | None
    spoken_at: datetime | None
    heard: str
    not_heard: str
    heard_at: datetime | None
    cause: object
    cause_words: str
    lesson: str
    may_mend: bool
    mended: str
    dropped: object
    dropped_why: str
    is_bankrupt: bool
    still_runs: tuple[StillRuns, ...]
    events: tuple[Event, ...]


def case_page(code: str, *, seen_by: Actor, at: datetime) -> CasePage:
    """For client, bureau and shadow manager. Raises Http404 for a guarantee that is not theirs."""
    row = case_row(code, seen_by=seen_by)
    if seen_by.role == Role.MANAGER:
        raise Http404
    found = blind_list(row.proposal.code) if row.proposal else None
    left = has_days(row, local_day(at))
    again, until = left and may_look_again(row), row.contract.runs_until or row.contract.ends_on
    return CasePage(
        code=row.code,
        assignment=row.assignment.code,
        number=row.assignment.number,
        client=row.assignment.organisation.name,
        manager=row.manager.name,
        manager_code=row.manager.code,
        state=row.state,
        badge=badge_of(row.state),
        reason=REASONS[row.reason],
        words=row.words,
        complained_at=row.complained_at,
        runs_until=until,
        last_day=row.last_day,
        improve_until=row.improve_until,
        latest_plan=plan_limit(row),
        starts_on=row.starts_on,
        clock=clock_lines(row, at=at),
        choices=_choices(row, has_days=left),
        is_undecided=row.state in UNDECIDED,
        is_running=row.state in RUNNING,
        is_carried_out=row.state in CARRIED_OUT,
        asked=_asked(found),
        pick=found.proposal if found and found.is_open and _is_named(found) else "",
        gave_way=_gave_way(row, seen_by),
        looks_again=again,
        fell_through=again and _fell_through(found),
        was_stopped=found is not None and found.stop_reason != "",
        stopped_why=found.stop_reason if found and found.was_sent else "",
        wider=wider_for(row.contract.brief.code) if again else (),
        picked=row.picked_at is not None,
        contract=_contract(row) if row.picked_at else "",
        successor=row.successor.manager.name if row.successor else "",
        successor_on=row.successor.starts_on if row.successor else None,
        handover_most=firm_days_of(row),
        handed=handed_of(row),
        shadow_left_at=_shadow_left_at(row),
        stands_in=row.assignment.owner.name if row.assignment.owner else "",
        has_died=row.manager.died_at is not None,
        writes_instead=_writes_instead(row, seen_by),
        seconds=_seconds(row),
        events=history(row.code, row.assignment.code, seen_by=seen_by, limit=12),
        **of_firm(row, seen_by),
    )


def _shadow_left_at(row: Complaint) -> datetime | None:
    """When the shadow manager resigned since the client invoked it, as long as it runs and nobody follows."""
    at = shadow_left_at(row.assignment.code) if row.state in RUNNING else None
    return at if at and at >= row.complained_at else None


def _choices(row: Complaint, *, has_days: bool) -> tuple[Choice, ...]:
    has_died = row.manager.died_at is not None
    return choices_in(row.state, has_days=has_days, has_died=has_died) if row.picked_at is None else ()


def _writes_instead(row: Complaint, seen_by: Actor) -> bool:
    kept = getattr(row, "hand_over", None)
    is_taken = kept is not None and kept.taken_at is not None
    return seen_by.role in INSTEAD and row.state in REPLACEMENT and cannot_write(row) and not is_taken


def _gave_way(row: Complaint, seen_by: Actor) -> str:
    """What the bureau had proposed itself; the client reads of it when it was sent."""
    before = row.gave_way
    if before is None or seen_by.role == Role.SHADOW or (seen_by.role == Role.CLIENT and before.sent_at is None):
        return ""
    return str(before.code)


def _contract(row: Complaint) -> str:
    return row.successor.code if row.successor else contract_of_brief(row.contract.brief.code) or ""


def _is_named(found: BlindList) -> bool:
    return any(one.state == CandidacyState.AGREED for one in found.candidates)


def _fell_through(found: BlindList | None) -> bool:
    return found is not None and any(one.state == CandidacyState.RELEASED for one in found.candidates)


def _asked(found: BlindList | None) -> tuple[AskedLine, ...]:
    return tuple(
        AskedLine(one.letter, one.name, asked_badge(one.state), one.points, one.starts_on, one.rate)
        for one in (found.candidates if found else ())
    )


def _seconds(row: Complaint) -> str:
    """How long the list took from the press on, when that press also chose to replace."""
    if row.listed_at is None or row.chosen_at != row.complained_at:
        return ""
    return f"{(row.listed_at - row.complained_at).total_seconds():.1f}"


def handed_of(row: Complaint) -> Handed | None:
    kept = getattr(row, "hand_over", None)
    if kept is None:
        return None
    days = tuple(date.fromisoformat(day) for day in kept.days)
    by = kept.written_by
    is_other = by is not None and not by.seats.filter(manager=row.manager).exists()
    return Handed(
        kept.document,
        kept.contacts,
        kept.decisions,
        days,
        kept.version,
        kept.written_at,
        kept.taken_at,
        by=by.name if by else row.manager.name,
        instead_of=row.manager.name if is_other else "",
    )
