"""Three-party reviews on the desks and in the bureau's list: what waits for whom."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When

from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.people.queries import profile_at
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure.models import Preparation, Review, ReviewAction, SignOff
from interregnum.stages.ensure.queries.review_rows import READY, reviews_seen
from interregnum.stages.ensure.rules.reviews import ReviewState, Side, side_of

MOST = 12
# So long before a review its desk says that a side may prepare.
AHEAD = timedelta(days=10)
OF_LINE = ("code", "state", "starts_at", "assignment__organisation__name", "assignment__manager__name")


class ReviewWanted(StrEnum):
    PREPARE = "prepare"
    START = "start"
    WRITE = "write"
    SIGN = "sign"
    ACT = "act"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class WaitingReview:
    """One thing that waits for the reader; `text` are the words of an action."""

    wanted: ReviewWanted
    review: str
    client: str
    manager: str
    due_on: date
    text: str = ""


def reviews_waiting(*, seen_by: Actor, at: datetime) -> tuple[WaitingReview, ...]:
    """For each of the three what waits for their side; for the bureau what nobody began in time."""
    side = side_of(seen_by.role)
    rows = reviews_seen(seen_by).select_related("assignment__organisation", "assignment__manager")
    rows = rows.only(*OF_LINE).order_by("starts_at", "pk")
    if side is None:
        late = rows.filter(state=ReviewState.PLANNED, starts_at__lt=at)[:MOST]
        return tuple(_line(ReviewWanted.OVERDUE, row) for row in late)
    own = Preparation.objects.filter(review=OuterRef("pk"), side=side, **READY)
    signed = SignOff.objects.filter(review=OuterRef("pk"), side=side, version=OuterRef("version"))
    rows = rows.annotate(is_prepared=Exists(own), is_signed=Exists(signed))
    near = Q(state=ReviewState.PLANNED, starts_at__lte=at + AHEAD)
    waiting = rows.filter(near | Q(state=ReviewState.OPEN) | Q(state=ReviewState.TO_SIGN, is_signed=False))[:MOST]
    lines = [_line(wanted, row) for row in waiting for wanted in _wanted(row, side, at)]
    return (*lines, *_actions(seen_by, side))


def _wanted(row: Review, side: Side, at: datetime) -> list[ReviewWanted]:
    if row.state == ReviewState.TO_SIGN:
        return [ReviewWanted.SIGN]
    leads = side == Side.SHADOW
    if row.state == ReviewState.OPEN:
        return [ReviewWanted.WRITE] if leads else []
    prepare = [] if row.is_prepared else [ReviewWanted.PREPARE]  # type: ignore[attr-defined]
    return [ReviewWanted.START] if leads and row.starts_at <= at else prepare


def _line(wanted: ReviewWanted, row: Review) -> WaitingReview:
    names = (row.assignment.organisation.name, row.assignment.manager.name)
    return WaitingReview(wanted, row.code, *names, local_day(row.starts_at))


def _actions(actor: Actor, side: Side) -> list[WaitingReview]:
    rows = ReviewAction.objects.filter(owner=side, done_at=None, dropped_at=None, review__in=reviews_seen(actor))
    # What is agreed holds once the record was laid before the three, and until the assignment is closed.
    rows = rows.exclude(review__version=0).exclude(review__assignment__state=AssignmentState.CLOSED)
    rows = rows.order_by("due_on", "pk")
    names = ("review__code", "review__assignment__organisation__name", "review__assignment__manager__name")
    return [
        WaitingReview(ReviewWanted.ACT, code, client, manager, due_on, text)
        for code, client, manager, due_on, text in rows.values_list(*names, "due_on", "text")[:MOST]
    ]


def reviews_table(*, seen_by: Actor, at: datetime) -> QuerySet[Review]:
    """For the bureau's list: `stand` is the state, or that it is overdue."""
    late = When(state=ReviewState.PLANNED, starts_at__lt=at, then=Value("overdue"))
    rows = reviews_seen(seen_by).exclude(state=ReviewState.CANCELLED)
    rows = rows.annotate(stand=Case(late, default=F("state"), output_field=CharField()))
    rows = rows.select_related("assignment__organisation", "assignment__manager")
    return rows.defer(*profile_at("assignment__manager")).prefetch_related("preparations")
