"""H1: reviews that were planned stay when a manager is succeeded, and stand in the calendar of whoever sits in them."""

from datetime import timedelta

import pytest

from interregnum.jobs.models import Mail
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.ensure.models import Review
from interregnum.stages.ensure.rules.reviews import ReviewState
from interregnum.stages.guarantee.rules.states import Choice
from interregnum.stages.guarantee.tests.guarantee_world import PRESSED, press, succeeded
from tests.life import Life

pytestmark = [pytest.mark.mission("H1"), pytest.mark.mission("G4"), pytest.mark.usefixtures("clock")]


def planned(life: Life) -> Review:
    """The first review that is still to come."""
    rows = Review.objects.filter(assignment__code=life.assignment, state=ReviewState.PLANNED, starts_at__gt=PRESSED)
    return rows.order_by("starts_at")[0]


def told(review: Review) -> list[tuple[str, str]]:
    mails = Mail.objects.filter(calendar__contains=f"UID:{review.code}@").order_by("pk")
    return [(mail.to, "CANCEL" if "METHOD:CANCEL" in mail.calendar else "REQUEST") for mail in mails]


def turn_of(review: Review, to: str) -> list[str]:
    mails = Mail.objects.filter(calendar__contains=f"UID:{review.code}@", to=to).order_by("pk")
    return [mail.calendar.partition("SEQUENCE:")[2].partition("\r\n")[0] for mail in mails]


def test_who_was_replaced_takes_it_out_and_the_successor_has_it(life):
    review = planned(life)
    new = succeeded(life, press(life, Choice.REPLACE)).manager.email
    assert told(review) == [("max@example.org", "CANCEL"), (new, "REQUEST")]
    assert turn_of(review, "max@example.org") == turn_of(review, new) == [str(review.turn + 1)]


def test_a_successor_who_stays_away_loses_it_and_who_is_gone_by_then_gets_nothing_back(life):
    review = planned(life)
    second = succeeded(life, press(life, Choice.REPLACE))
    Mail.objects.all().delete()
    gone = {"leaving": Leaving.ILL, "last_day": PRESSED.date()}
    assert leave(contract=second.code, **gone, by=life.anton, at=PRESSED) is None
    assert told(review) == [(second.manager.email, "CANCEL")]
    assert turn_of(review, second.manager.email) == [str(review.turn + 2)]


def test_who_works_on_until_after_the_review_has_it_back_when_the_successor_stays_away(life):
    review = planned(life)
    last_day = (review.starts_at + timedelta(days=1)).date()
    second = succeeded(life, press(life, Choice.REPLACE, last_day=last_day))
    Mail.objects.all().delete()
    gone = {"leaving": Leaving.ILL, "last_day": PRESSED.date()}
    assert leave(contract=second.code, **gone, by=life.anton, at=PRESSED) is None
    assert told(review) == [(second.manager.email, "CANCEL"), ("max@example.org", "REQUEST")]
