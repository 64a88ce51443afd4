"""G4: planned reviews stay when one of the three is followed by another: the calendars of both go along, and what the
one prepared stays closed to the other.

Each change of people counts on: whoever left and comes back has a calendar that takes a later word alone.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F

from interregnum.journal.record import action
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.people.models import Account
from interregnum.stages.deliver.facts import ManagerSucceeded, SuccessorStayedAway
from interregnum.stages.deliver.queries.tenures import tenures_of
from interregnum.stages.ensure.actions.plan_reviews import follow_shadow
from interregnum.stages.ensure.facts import ShadowAppointed, ShadowResigned
from interregnum.stages.ensure.models import Preparation, Review
from interregnum.stages.ensure.queries.review_rows import people_of
from interregnum.stages.ensure.review_letters import invite_one, take_out
from interregnum.stages.ensure.rules.reviews import ReviewState, Side


@action
def follow_resigned(fact: ShadowResigned, by: Actor, at: datetime) -> None:
    """Who resigned sits in no review any more; for who follows they stay planned."""
    left = Account.objects.filter(is_active=True, code=fact.account)
    _hand_on(_planned(fact.assignment, at), Side.SHADOW, left=left, at=at)
    _keep_apart(fact.assignment, Side.SHADOW, at=at)


@action
def follow_appointed(fact: ShadowAppointed, by: Actor, at: datetime) -> None:
    """What stood already comes to the calendar of who was appointed; what is planned by it invites all three."""
    stood = [review.pk for review in _planned(fact.assignment, at)]
    follow_shadow(fact, by, at)
    _hand_on([review for review in _planned(fact.assignment, at) if review.pk in stood], Side.SHADOW, at=at)
    _keep_apart(fact.assignment, Side.SHADOW, at=at)


@action
def follow_succeeded(fact: ManagerSucceeded, by: Actor, at: datetime) -> None:
    """From the manager who was replaced to the one who goes on."""
    gone = tenures_of(fact.assignment)[-1].manager.code
    _hand_on(_planned(fact.assignment, at), Side.MANAGER, left=_accounts(gone), at=at)
    _keep_apart(fact.assignment, Side.MANAGER, at=at)


@action
def follow_stayed_away(fact: SuccessorStayedAway, by: Actor, at: datetime) -> None:
    """Back from who does not come."""
    _hand_on(_planned(fact.assignment, at), Side.MANAGER, left=_accounts(fact.manager), at=at)
    _keep_apart(fact.assignment, Side.MANAGER, at=at)


def _planned(assignment: str, at: datetime) -> list[Review]:
    rows = Review.objects.filter(assignment__code=assignment, state=ReviewState.PLANNED, starts_at__gt=at)
    along = ("organisation", "manager", "contract", "shadow_appointment__shadow")
    return list(rows.select_related(*(f"assignment__{name}" for name in along)).order_by("starts_at", "pk"))


def _accounts(manager: str) -> Iterable[Account]:
    return Account.objects.filter(is_active=True, seats__manager__code=manager).distinct()


def _hand_on(reviews: Iterable[Review], side: Side, *, left: Iterable[Account] = (), at: datetime) -> None:
    for review in reviews:
        # Whoever moves it at this moment is waited for, and goes before.
        if not Review.objects.filter(pk=review.pk, state=ReviewState.PLANNED).update(turn=F("turn") + 1):
            continue
        review.refresh_from_db(fields=["turn", "starts_at"])
        for reader in left:
            take_out(review, side, reader, at=at)
        for sits, reader in people_of(review.assignment):
            if sits == side and _is_there(review, side):
                invite_one(review, "mail/review_planned.txt", side, reader, at=at)


def _is_there(review: Review, side: Side) -> bool:
    """A manager who was to be replaced and has the assignment back works until the own last day."""
    last_on = review.assignment.contract.runs_until
    return side != Side.MANAGER or last_on is None or local_day(review.starts_at) <= last_on


def _keep_apart(assignment: str, side: Side, *, at: datetime) -> None:
    """What somebody prepared who sits there no more stays closed to who follows; who comes back finds it again."""
    # Whoever writes at this moment is waited for.
    rows = Review.objects.select_for_update(of=("self",)).filter(assignment__code=assignment)
    for review in rows.filter(state=ReviewState.PLANNED).order_by("pk"):
        sits = {reader.pk for one, reader in people_of(review.assignment) if one == side}
        written = Preparation.objects.filter(review=review, side=side)
        written.filter(left_at=None).exclude(written_by__in=sits).update(left_at=at)
        own = written.filter(written_by__in=sits).order_by("-left_at", "-pk").first()
        if own is not None and not written.filter(left_at=None).exists():
            Preparation.objects.filter(pk=own.pk).update(left_at=None)
