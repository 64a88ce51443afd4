"""G4: each of the three prepares apart; who has not is asked a few days before."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.models import Account
from interregnum.stages.ensure.actions.plan_reviews import about
from interregnum.stages.ensure.models import Preparation, Review
from interregnum.stages.ensure.queries.review_rows import review_row
from interregnum.stages.ensure.review_facts import ReviewPrepared
from interregnum.stages.ensure.review_letters import tell_sides
from interregnum.stages.ensure.rules.reviews import ALL_SIDES, ReviewState, side_of


@dataclass(frozen=True)
class Prepared:
    """What one side wrote; a score from 1 to 10, or none yet."""

    score: int | None = None
    reason: str = ""
    assignment: str = ""
    mandate: str = ""
    commitment: str = ""
    risks: str = ""
    anchoring: str = ""


@action
def save_preparation(
    *, review: str, prepared: Prepared, version: int, is_ready: bool, by: Actor, at: datetime
) -> Refused | None:
    """`version` is that of the preparation as it was read; 0 when there was none."""
    # Held until the end: whoever starts the review meanwhile waits, and then finds what was written; and who left the
    # seat meanwhile does not see it any more.
    held = Review.objects.select_for_update().filter(code=review, state=ReviewState.PLANNED).first()
    row, side = review_row(review, seen_by=by), side_of(by.role)
    if side is None or held is None:
        return Refused.because("ensure.review_begun")
    if is_ready and (prepared.score is None or not prepared.reason.strip()):
        return Refused.because("ensure.review_score_needed", "reason" if prepared.score else "score")
    writer = Account.objects.get(code=by.code)
    fresh = {"written_by": writer}
    own, _is_new = Preparation.objects.get_or_create(review=row, side=side, left_at=None, defaults=fresh)
    same = Preparation.objects.filter(pk=own.pk, version=version)
    ready_at = at if is_ready else None
    if not same.update(**asdict(prepared), version=version + 1, ready_at=ready_at, **fresh):
        return Refused.because("ensure.review_other_window")
    record(ReviewPrepared(**about(row), side=side, is_ready=is_ready), by=by, at=at)
    return None


def remind_to_prepare(at: datetime) -> int:
    """Ask each side that is not ready, once; returns how many reviews are near."""
    days = value("ensure.review_prepare_days", on=local_day(at))
    near = Review.objects.filter(
        state=ReviewState.PLANNED, starts_at__gt=at, starts_at__lte=at + timedelta(days=days)
    ).order_by("pk")
    along = ("organisation", "manager", "shadow_appointment__shadow")
    rows = near.select_related(*(f"assignment__{name}" for name in along)).prefetch_related("preparations")
    return sum(_remind(row) for row in rows)


@action
def _remind(row: Review) -> bool:
    ready = {one.side for one in row.preparations.all() if one.counts}
    sides = ALL_SIDES - ready
    if sides:
        tell_sides(row, "mail/review_prepare.txt", sides=sides, once=f"review_prepare {row.turn}")
    return bool(sides)
