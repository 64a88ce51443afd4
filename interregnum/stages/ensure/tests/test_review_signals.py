"""G1 G4: a review that is moved twice by whomever, or finds somebody unprepared, is a signal of the assignment."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils.translation import override

from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries.quality.bounds import bounds_on
from interregnum.stages.deliver.queries.quality.gather import gather
from interregnum.stages.deliver.rules.seen import Measured
from interregnum.stages.deliver.rules.signals import PARTS, SignalLevel, level_of, measures_of
from interregnum.stages.deliver.signal_texts import EVIDENCE
from interregnum.stages.ensure.actions.move_review import move_review
from interregnum.stages.ensure.models import Preparation, Review
from interregnum.stages.ensure.rules.review_run import ReviewHeld, moved_most, unprepared_in_a_row
from interregnum.stages.ensure.rules.reviews import ReviewState, Side
from interregnum.stages.ensure.tests.review_world import AFTER, MOMENT, begun, first_review, prepared
from tests.world import NOW, TODAY, Cast, browser

pytestmark = pytest.mark.mission("G4")
WINDOWS = {
    "sponsor_weeks": 2, "drift_weeks": 4, "key_influence": 4, "fall_weeks": 4, "ready_days": 92, "attendance_weeks": 4,
    "leaving_days": 60, "long_months": 12,
}  # fmt: skip


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def review(cast: Cast) -> Review:
    return first_review(cast)


def told(part: str) -> tuple[SignalLevel | None, Measured]:
    """The level of one part, and what was measured."""
    row = Assignment.objects.select_related("contract__brief").get()
    seen = gather([row], windows=WINDOWS, on=TODAY + timedelta(days=10))[row.pk]
    measured = measures_of(seen)[part]
    return level_of(PARTS[part], measured.number, bounds_on(TODAY)[part]), measured


def moved(cast: Cast, review: Review, person, *, days: int) -> None:
    review.refresh_from_db()
    to = {"moment": MOMENT + timedelta(days=days), "place": "", "turn": review.turn}
    assert move_review(review=review.code, **to, why="Anders.", by=cast.actor(person), at=NOW) is None


def test_moved_by_the_manager_and_then_by_the_shadow_manager_it_counts(cast, review, clock):
    moved(cast, review, cast.max, days=-1)
    assert told("reviews_moved")[0] is None
    moved(cast, review, cast.sara, days=-2)
    assert told("reviews_moved")[0] is SignalLevel.AMBER
    clock.move_to(NOW + timedelta(days=1))
    page = browser(cast.bea).get(reverse("bureau:deliver-assignment", args=[review.assignment.code])).text
    assert "The three-party review was moved 2 times." in page


def test_somebody_who_comes_unprepared_counts_and_is_named(cast, review, clock):
    prepared(cast, review)
    Preparation.objects.filter(side=Side.MANAGER).update(ready_at=None)
    clock.move_to(AFTER)
    begun(cast, review)
    level, measured = told("reviews_unprepared")
    assert (level, measured.facts) == (SignalLevel.AMBER, {"sides": ["manager"]})
    with override("en"):
        told_so = EVIDENCE["reviews_unprepared"](measured.facts)
    assert told_so == "Came to the last three-party review unprepared: the interim manager."
    Preparation.objects.update(ready_at=NOW)
    assert told("reviews_unprepared")[0] is None


def test_only_what_came_since_the_last_that_took_place_counts():
    held = ReviewHeld(TODAY, ReviewState.SIGNED, all_moves=3, unprepared=("client",))
    ready = ReviewHeld(TODAY, ReviewState.SIGNED)
    to_come = ReviewHeld(TODAY, ReviewState.PLANNED, all_moves=1)
    assert (moved_most([held]), moved_most([held, to_come])) == (0, 1)
    assert (unprepared_in_a_row([held, held, to_come]), unprepared_in_a_row([held, ready])) == (2, 0)
