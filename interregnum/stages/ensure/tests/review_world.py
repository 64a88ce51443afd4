"""Max works for Carla, Sara guards, and a review is planned ten days after the start."""

from datetime import UTC, datetime, timedelta

from interregnum.stages.deliver.actions.pass_time import start_assignments
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.tests.deliver_world import make_assignment
from interregnum.stages.ensure.actions.appoint_shadow_manager import appoint_shadow_manager
from interregnum.stages.ensure.actions.hold_review import Minutes, conclude_review, start_review
from interregnum.stages.ensure.actions.prepare_review import Prepared, save_preparation
from interregnum.stages.ensure.models import Review
from interregnum.stages.ensure.rules.reviews import ALL_SIDES
from tests.world import NOW, Cast

# Thursday 12 March 2026, ten o'clock in Amsterdam.
MOMENT = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
AFTER = MOMENT + timedelta(minutes=5)


def running(cast: Cast) -> Assignment:
    """An assignment that runs from today on, with a shadow manager."""
    row = make_assignment(cast)
    code = appoint_shadow_manager(
        assignment=row.code,
        shadow=cast.sara.code,
        reason="Kent het vak.",
        is_independent=True,
        by=cast.actor(cast.bea),
        at=NOW,
    )
    assert isinstance(code, str), code
    start_assignments(NOW)
    row.refresh_from_db()
    return row


def first_review(cast: Cast) -> Review:
    running(cast)
    return Review.objects.get()


def prepared(cast: Cast, review: Review, *, client: int = 8, manager: int = 8, shadow: int = 7) -> None:
    """All three are ready, each in their own words."""
    scores = ((cast.carla, client, "klant"), (cast.max, manager, "manager"), (cast.sara, shadow, "schaduw"))
    for person, score, word in scores:
        told = Prepared(score=score, reason=f"Reden van {word}.", risks=f"Risico van {word}.")
        said = {"prepared": told, "version": 0, "is_ready": True, "by": cast.actor(person), "at": NOW}
        assert save_preparation(review=review.code, **said) is None


def begun(cast: Cast, review: Review) -> None:
    sara = cast.actor(cast.sara)
    assert start_review(review=review.code, present=ALL_SIDES, by=sara, at=AFTER) is None


def concluded(cast: Cast, review: Review, *, decision: str = "continue", draft: int = 0) -> None:
    minutes = Minutes("Het loopt.", decision, "Zo besproken.", draft)
    assert conclude_review(review=review.code, minutes=minutes, by=cast.actor(cast.sara), at=AFTER) is None
