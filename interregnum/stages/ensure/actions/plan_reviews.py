"""G4: the cadence plans the reviews: when an assignment starts, its plan or term changes, and as time passes.

Safe to run again at any moment: for each day of the cadence there is one review at most.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.period import Period, local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.values import values
from interregnum.stages.contract.queries.lasting import lasting_of
from interregnum.stages.deliver.facts import AssignmentStarted, PlanAgreed, TermMoved
from interregnum.stages.deliver.queries.visible import term_of, visible_to
from interregnum.stages.deliver.rules.shadow_need import closest
from interregnum.stages.deliver.rules.states import AssignmentState, PlanState
from interregnum.stages.ensure.facts import ShadowAppointed
from interregnum.stages.ensure.models import Review
from interregnum.stages.ensure.review_facts import ReviewCancelled, ReviewPlanned
from interregnum.stages.ensure.review_letters import invite
from interregnum.stages.ensure.rules.review_cadence import (
    Changes,
    Due,
    Kept,
    changes,
    days_of_reviews,
    moment_of,
)
from interregnum.stages.ensure.rules.reviews import ReviewKind, ReviewState

# How far ahead is invited; how often stands in the contract.
TERMS = ("ensure.review_ahead_days", "ensure.review_notice_days")


def plan_reviews(at: datetime) -> int:
    """Plan and invite what falls due in the weeks ahead; returns how many reviews were planned or taken out."""
    rows = _guarded().filter(state=AssignmentState.RUNNING, ends_on__gte=local_day(at))
    terms = values(*TERMS, on=local_day(at))
    return sum(_apply(row, found, at) for row in rows if (found := _found(row, terms, at)) != Changes((), ()))


@action
def follow_start(fact: AssignmentStarted, by: Actor, at: datetime) -> None:
    """The first reviews, as soon as the assignment runs."""
    _plan(fact.assignment, at)


@action
def follow_shadow(fact: ShadowAppointed, by: Actor, at: datetime) -> None:
    """With the third of the three, reviews of a running assignment can be planned."""
    _plan(fact.assignment, at)


@action
def follow_plan(fact: PlanAgreed, by: Actor, at: datetime) -> None:
    """Each phase of the plan ends with a review."""
    _plan(fact.assignment, at)


@action
def follow_end(fact: TermMoved, by: Actor, at: datetime) -> None:
    """Reviews outside the new term are taken out, further ones planned."""
    _plan(fact.assignment, at)


def _guarded() -> Any:
    rows = (
        visible_to(HOUSE)
        .filter(shadow_appointment__isnull=False)
        .select_related("shadow_appointment__shadow", "contract")
    )
    return rows.prefetch_related("phases", "reviews").order_by("pk")


def _plan(assignment: str, at: datetime) -> None:
    row = _guarded().filter(code=assignment, state=AssignmentState.RUNNING).first()
    if row is not None:
        _apply(row, _found(row, values(*TERMS, on=local_day(at)), at), at)


def _found(row: Any, terms: dict[str, Any], at: datetime) -> Changes:
    """What is to change in the calendars of one assignment."""
    on, term = local_day(at), term_of(row)
    signed = lasting_of(row.contract)
    # Of the appointment, when that asks for more than was agreed in the brief.
    weeks = signed.weeks_between(row.category, closest(row.assurance, row.shadow_appointment.intensity))
    phases = [phase.ends_on for phase in row.phases.all()] if row.plan_state == PlanState.AGREED else []
    closed = dutch_holidays(on.year)
    due = days_of_reviews(term, weeks=weeks, landing_days=signed.review_landing_days, phases=phases, closed=closed)
    reviews: Iterable[Review] = row.reviews.all()
    off = {ReviewState.CANCELLED}
    return changes(
        due,
        [_kept(one) for one in reviews if one.state == ReviewState.PLANNED],
        known={one.due_on for one in reviews if one.state not in off},
        term=term,
        window=_window(on, terms),
        on=on,
    )


def _window(on: date, terms: dict[str, Any]) -> Period:
    notice, ahead = terms["ensure.review_notice_days"], terms["ensure.review_ahead_days"]
    return Period(on + timedelta(days=notice), on + timedelta(days=max(notice, ahead - 1)))


def _kept(row: Review) -> Kept:
    # One that somebody called because of signals stands in no rhythm, and stays.
    is_called = row.moves > 0 or row.kind == ReviewKind.SPECIAL
    return Kept(row.code, row.due_on, local_day(row.starts_at), is_moved=is_called)


@action
def _apply(row: Any, found: Changes, at: datetime) -> int:
    cancelled = sum(_cancel(row, code, at) for code in found.cancel)
    return cancelled + sum(_plan_one(row, due, at) for due in found.plan)


def _cancel(row: Any, code: str, at: datetime) -> bool:
    # Whoever began it or moved it meanwhile was first.
    review = next(one for one in row.reviews.all() if one.code == code)
    planned = Review.objects.filter(pk=review.pk, state=ReviewState.PLANNED, turn=review.turn)
    if not planned.update(state=ReviewState.CANCELLED, turn=review.turn + 1):
        return False
    review.refresh_from_db(fields=["state", "turn"])
    review.assignment = row
    invite(review, "mail/review_cancelled.txt", at=at)
    record(ReviewCancelled(**about(review)), by=HOUSE, at=at)
    return True


def _plan_one(row: Any, due: Due, at: datetime) -> bool:
    fresh = {"kind": due.kind, "starts_at": moment_of(due.day)}
    review, is_new = Review.objects.get_or_create(assignment=row, due_on=due.day, defaults=fresh)
    if not is_new:
        # One that was off comes back as itself: a calendar knows it by its name, and counts on.
        again = Review.objects.filter(pk=review.pk, state=ReviewState.CANCELLED, turn=review.turn)
        if not again.update(**fresh, state=ReviewState.PLANNED, turn=review.turn + 1, moves=0):
            return False
        review.refresh_from_db()
    review.assignment = row
    invite(review, "mail/review_planned.txt", at=at)
    record(ReviewPlanned(**about(review)), by=HOUSE, at=at)
    return True


def about(review: Review) -> dict[str, str]:
    """What each fact of a review says."""
    day = local_day(review.starts_at).isoformat()
    return {"assignment": review.assignment.code, "review": review.code, "day": day}
