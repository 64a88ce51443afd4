"""G4: the three sit together: it begins, minutes are written, actions agreed, and a decision is taken."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.ensure.actions.plan_reviews import about
from interregnum.stages.ensure.models import Review, ReviewAction, ReviewRecord
from interregnum.stages.ensure.queries.review_rows import action_row, review_row
from interregnum.stages.ensure.review_facts import (
    MinutesWritten,
    ReviewActionAgreed,
    ReviewActionDone,
    ReviewActionDropped,
    ReviewConcluded,
    ReviewStarted,
)
from interregnum.stages.ensure.review_letters import tell_bureau, tell_sides
from interregnum.stages.ensure.rules.reviews import Decision, ReviewState, Side, check_start, side_of


@dataclass(frozen=True)
class Minutes:
    """What was said and decided, as far as it is written; `draft` is that of the minutes as they were read."""

    text: str
    decision: str
    why: str
    draft: int


@action
def start_review(*, review: str, present: Collection[Side], by: Actor, at: datetime) -> Refused | None:
    """By the shadow manager, when all three are there; from now on they read what each prepared."""
    row = review_row(review, seen_by=by)
    refused = check_start(starts_at=row.starts_at, at=at, present=present)
    if refused is not None:
        return refused
    # Of two presses at once, one starts it.
    planned = Review.objects.filter(pk=row.pk, state=ReviewState.PLANNED, starts_at=row.starts_at)
    if not planned.update(state=ReviewState.OPEN, started_at=at):
        return Refused.because("ensure.review_changed")
    record(ReviewStarted(**about(row)), by=by, at=at)
    return None


@action
def write_minutes(*, review: str, minutes: Minutes, by: Actor, at: datetime) -> Refused | None:
    """Keep what was written until now."""
    row = review_row(review, seen_by=by)
    refused = _keep(row, minutes)
    if refused is None:
        record(MinutesWritten(**about(row)), by=by, at=at)
    return refused


@action
def conclude_review(*, review: str, minutes: Minutes, by: Actor, at: datetime) -> Refused | None:
    """Lay the record before the three, to sign; the bureau hears at once of a decision to replace or stop."""
    row = review_row(review, seen_by=by)
    if not minutes.text.strip() or not minutes.decision:
        field = "decision" if minutes.text.strip() else "minutes"
        return Refused.because(f"ensure.review_{field}_needed", field)
    if minutes.decision != Decision.CONTINUE and not minutes.why.strip():
        return Refused.because("ensure.review_why_needed", "decision_why")
    refused = _keep(row, minutes, state=ReviewState.TO_SIGN, version=row.version + 1)
    if refused is not None:
        return refused
    ReviewRecord.objects.create(
        review=row,
        version=row.version + 1,
        minutes=minutes.text.strip(),
        decision=Decision(minutes.decision),
        decision_why=minutes.why.strip(),
        written_by=Account.objects.get(code=by.code),
        written_at=at,
    )
    tell_sides(row, "mail/review_sign.txt")
    if minutes.decision in {Decision.REPLACE, Decision.STOP}:
        tell_bureau(row, "mail/review_decided.txt", by=by)
    record(ReviewConcluded(**about(row), version=row.version + 1, decision=minutes.decision), by=by, at=at)
    return None


def _keep(row: Review, minutes: Minutes, **more: object) -> Refused | None:
    if row.state == ReviewState.PLANNED:
        return Refused.because("ensure.review_not_begun")
    if row.state != ReviewState.OPEN:
        return Refused.because("ensure.review_not_open")
    # The filter carries what was read: what another window wrote meanwhile is not overwritten.
    same = Review.objects.filter(pk=row.pk, state=ReviewState.OPEN, draft=minutes.draft, version=row.version)
    written = {"minutes": minutes.text.strip(), "decision": minutes.decision, "decision_why": minutes.why.strip()}
    if not same.update(**written, draft=minutes.draft + 1, **more):
        return Refused.because("ensure.review_other_window")
    return None


@action
def agree_action(*, review: str, text: str, owner: Side, due_on: date, by: Actor, at: datetime) -> str | Refused:
    """What one of the three will do by a day; returns its code."""
    row = review_row(review, seen_by=by)
    # Held until the end: nothing is added to a record that is laid before the three meanwhile.
    if not Review.objects.select_for_update().filter(pk=row.pk, state=ReviewState.OPEN):
        return Refused.because("ensure.review_not_open")
    if due_on < local_day(at):
        return Refused.because("ensure.review_action_past", "due_on")
    made = ReviewAction.objects.create(review=row, text=text.strip(), owner=owner, due_on=due_on, agreed_at=at)
    record(ReviewActionAgreed(**about(row), owner=owner), by=by, at=at)
    return str(made.code)


@action
def drop_action(*, review: str, action_code: str, by: Actor, at: datetime) -> Refused | None:
    """Take an action out again, while the minutes are written."""
    row, found = review_row(review, seen_by=by), action_row(action_code, seen_by=by)
    is_open = ReviewAction.objects.filter(pk=found.pk, review=row, review__state=ReviewState.OPEN, dropped_at=None)
    if not is_open.update(dropped_at=at):
        return Refused.because("ensure.review_not_open")
    record(ReviewActionDropped(**about(row), owner=found.owner), by=by, at=at)
    return None


@action
def finish_action(*, review: str, action_code: str, by: Actor, at: datetime) -> Refused | None:
    """By whoever would do it: it is done, and leaves their list."""
    row, found = review_row(review, seen_by=by), action_row(action_code, seen_by=by)
    if found.owner != side_of(by.role):
        return Refused.because("ensure.review_action_not_yours")
    waiting = ReviewAction.objects.filter(pk=found.pk, review=row, done_at=None, dropped_at=None)
    if not waiting.update(done_at=at):
        return Refused.because("ensure.review_action_done")
    record(ReviewActionDone(**about(row), owner=found.owner), by=by, at=at)
    return None
