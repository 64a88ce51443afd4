"""G4: a review is moved to another moment, or did not take place."""

from collections.abc import Collection
from datetime import datetime, timedelta

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.models import Account
from interregnum.stages.deliver.queries.visible import term_of
from interregnum.stages.ensure.actions.plan_reviews import about
from interregnum.stages.ensure.models import Review, ReviewMove
from interregnum.stages.ensure.queries.review_rows import office_on, review_row
from interregnum.stages.ensure.review_facts import ReviewMoved, ReviewSkipped
from interregnum.stages.ensure.review_letters import invite, tell_bureau
from interregnum.stages.ensure.rules.reviews import ReviewState, Side, check_moment


@action
def move_review(
    *, review: str, moment: datetime, place: str, why: str, turn: int, by: Actor, at: datetime
) -> Refused | None:
    """By any of the three or the bureau; `turn` is that of the review as it was read. All calendars are told."""
    row = review_row(review, seen_by=by)
    refused = check_moment(moment, at=at, term=term_of(row.assignment), office=office_on(moment, at=at))
    if refused is not None:
        return refused
    before, place = row.starts_at, place.strip()
    if (moment, place) == (before, row.place):
        return Refused.because("ensure.review_unmoved", "moment")
    # The filter carries what was read: of two who move it at once, the second looks first.
    planned = Review.objects.filter(pk=row.pk, state=ReviewState.PLANNED, turn=turn)
    moved = {"starts_at": moment, "place": place, "turn": turn + 1, "moves": row.moves + (moment != before)}
    if not planned.update(**moved):
        return Refused.because("ensure.review_changed")
    row.refresh_from_db(fields=list(moved))
    if moment != before:
        mover = Account.objects.get(code=by.code)
        ReviewMove.objects.create(review=row, before=before, why=why.strip(), moved_by=mover, moved_at=at)
    invite(row, "mail/review_moved.txt", at=at)
    record(ReviewMoved(**about(row), before=local_day(before).isoformat()), by=by, at=at)
    return None


@action
def skip_review(*, review: str, absent: Collection[Side], why: str, by: Actor, at: datetime) -> Refused | None:
    """The shadow manager says that it did not take place, and who was not there."""
    row = review_row(review, seen_by=by)
    if at < row.starts_at:
        return Refused.because("ensure.review_skip_ahead")
    return None if _skip(row, absent, why.strip(), by=by, at=at) else Refused.because("ensure.review_changed")


def skip_unheld(at: datetime) -> int:
    """What nobody began in time was skipped; returns how many."""
    grace = timedelta(days=value("ensure.review_grace_days", on=local_day(at)))
    rows = Review.objects.filter(state=ReviewState.PLANNED, starts_at__lt=at - grace)
    rows = rows.select_related("assignment__owner").order_by("pk")
    return sum(_skip_unheld(row, at) for row in rows)


@action
def _skip_unheld(row: Review, at: datetime) -> bool:
    return _skip(row, (), "", by=HOUSE, at=at)


def _skip(row: Review, absent: Collection[Side], why: str, *, by: Actor, at: datetime) -> bool:
    planned = Review.objects.filter(pk=row.pk, state=ReviewState.PLANNED, turn=row.turn)
    sides = [side.value for side in Side if side in absent]
    if not planned.update(state=ReviewState.SKIPPED, absent=sides, skipped_why=why):
        return False
    tell_bureau(row, "mail/review_skipped.txt", by=by)
    record(ReviewSkipped(**about(row)), by=by, at=at)
    return True
