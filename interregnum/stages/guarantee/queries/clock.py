"""H1: the clock of a guarantee, from what is kept of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from interregnum.kernel.period import local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.values import value
from interregnum.stages.choose.queries.blind import NAMED
from interregnum.stages.choose.rules.states import CandidacyState
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.rows import grants_of, terms_of
from interregnum.stages.guarantee.rules.clock import Kept, Moments, Promise, Terms, promises
from interregnum.stages.guarantee.rules.states import CARRIED_OUT, REPLACEMENT
from interregnum.stages.guarantee.texts import kept_badge, step_words
from interregnum.web.pieces import Badge

OWN = "guarantee.clock"
ONE, MANY = ("hearing", "root_cause"), "proposal__candidacies"


@dataclass(frozen=True)
class ClockLine:
    label: object
    due_at: datetime
    done_at: datetime | None
    badge: Badge


def clock_lines(row: Complaint, *, at: datetime) -> tuple[ClockLine, ...]:
    grants = grants_of(row)
    return tuple(
        ClockLine(step_words(one.step, grants), one.due_at, one.done_at, kept_badge(one.kept(at)))
        for one in clock_of(row, at=at)
    )


def clock_of(row: Complaint, *, at: datetime, own: Mapping[str, int] | None = None) -> tuple[Promise, ...]:
    """`row` may have been read with ONE and MANY; `own` are the firm's own terms, for whoever asks for many."""
    begun = local_day(row.complained_at)
    clause = terms_of(row)
    terms = Terms(
        decision_working_days=clause.decision_working_days,
        profile_hours=clause.profile_hours,
        start_working_days=clause.start_working_days,
        profiles=grants_of(row).profiles,
        **(own or value(OWN, on=begun)),
    )
    return promises(_moments(row, local_day(at)), terms, closed=_closed(begun))


def _closed(begun: date) -> frozenset[date]:
    return dutch_holidays(begun.year)


def _moments(row: Complaint, on: date) -> Moments:
    hearing, cause = getattr(row, "hearing", None), getattr(row, "root_cause", None)
    starts_on = row.assignment.manager_since if row.successor else None
    return Moments(
        complained_at=row.complained_at,
        acknowledged_at=row.acknowledged_at,
        first_chosen_at=row.first_chosen_at,
        chosen_at=row.chosen_at if row.state in CARRIED_OUT else row.first_chosen_at,
        listed_at=row.listed_at,
        named_at=(*(datetime.fromisoformat(at) for at in row.named_before), *named_moments(row)),
        picked_at=row.picked_at,
        started_on=starts_on if starts_on and starts_on <= on else None,
        heard_at=hearing.said_at if hearing else None,
        cause_at=cause.found_at if cause else None,
        is_replacing=row.state in REPLACEMENT,
        is_carried_out=row.state in CARRIED_OUT,
    )


def named_moments(row: Any) -> Iterable[datetime]:
    """When each name of the last drawing came on the screen: at the manager's own yes, or, for who stands by, when
    the list was drawn."""
    if row.proposal is None:
        return ()
    # Once one was picked, or died, those who had agreed are not named any more; they were.
    known = (*NAMED, CandidacyState.NOT_CHOSEN, CandidacyState.WITHDRAWN)
    return [one.answered_at for one in row.proposal.candidacies.all() if one.state in known and one.answered_at]


def is_overdue(row: Complaint, *, at: datetime, own: Mapping[str, int]) -> bool:
    return any(one.kept(at) == Kept.OVERDUE for one in clock_of(row, at=at, own=own))
