"""G4: the calendars follow who sits in a planned review: who left takes it out, who came has it."""

from datetime import date, timedelta
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.people.models import Account
from interregnum.stages.ensure.actions.appoint_shadow_manager import appoint_shadow_manager
from interregnum.stages.ensure.actions.hold_review import start_review
from interregnum.stages.ensure.actions.move_review import move_review
from interregnum.stages.ensure.actions.plan_reviews import plan_reviews
from interregnum.stages.ensure.actions.resign_shadow_manager import resign_shadow_manager
from interregnum.stages.ensure.models import Preparation, Review
from interregnum.stages.ensure.queries.reviews import client_score_before
from interregnum.stages.ensure.rules.reviews import ALL_SIDES, ReviewState
from interregnum.stages.ensure.tests.review_world import AFTER, MOMENT, begun, first_review, prepared
from tests.world import NOW, Cast, browser

pytestmark = pytest.mark.mission("G4")


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def review(cast: Cast) -> Review:
    review = first_review(cast)
    Mail.objects.all().delete()
    return review


def resign(cast: Cast, review: Review, *, at=NOW) -> None:
    told = {"assignment": review.assignment.code, "why": "Te druk.", "by": cast.actor(cast.sara), "at": at}
    assert resign_shadow_manager(**told) is None


def appoint(cast: Cast, review: Review, person: Account) -> None:
    told = {"shadow": person.code, "reason": "Volgt op.", "is_independent": True, "by": cast.actor(cast.bea), "at": NOW}
    assert isinstance(appoint_shadow_manager(assignment=review.assignment.code, **told), str)


def calendars(review: Review) -> list[tuple[str, str, int]]:
    """What calendars were told of a review since, in order: to whom, what, and as which word of it."""
    told = []
    for mail in Mail.objects.filter(calendar__contains=f"UID:{review.code}@").order_by("pk"):
        lines = dict(line.split(":", 1) for line in mail.calendar.split("\r\n") if line.count(":"))
        told.append((mail.to, lines["METHOD"], int(lines["SEQUENCE"])))
    return told


def test_a_shadow_manager_who_resigns_loses_the_review_from_the_own_calendar(cast, review):
    resign(cast, review)
    assert calendars(review) == [("sara@example.org", "CANCEL", 1)]
    mail = Mail.objects.get(template="mail/review_left.txt")
    assert "STATUS:CANCELLED\r\nDTSTAMP:20260302T090000Z\r\nDTSTART:20260312T090000Z\r\n" in mail.calendar
    assert review.code not in mail.text, "no link to a page that is not open to them any more"
    review.refresh_from_db()
    assert (review.state, review.moves) == (ReviewState.PLANNED, 0)


def test_whoever_is_appointed_next_has_what_was_planned_and_nobody_else_hears_it_twice(cast, review):
    resign(cast, review)
    Mail.objects.all().delete()
    appoint(cast, review, cast.oscar)
    assert calendars(review) == [("oscar@example.org", "REQUEST", 2)]
    assert "DTSTART:20260312T090000Z\r\n" in Mail.objects.get(template="mail/review_planned.txt").calendar
    assert plan_reviews(NOW) == 0


def test_who_comes_back_has_it_back_though_it_moved_meanwhile(cast, review):
    resign(cast, review)
    moved = {"moment": MOMENT + timedelta(days=1), "place": "", "why": "Ziek.", "turn": 1}
    assert move_review(review=review.code, **moved, by=cast.actor(cast.max), at=NOW) is None
    appoint(cast, review, cast.sara)
    told = [one for one in calendars(review) if one[0] == "sara@example.org"]
    assert told == [("sara@example.org", "CANCEL", 1), ("sara@example.org", "REQUEST", 3)]


def test_of_a_review_that_began_or_whose_moment_passed_no_calendar_is_told(cast, review, clock):
    clock.move_to(AFTER)
    passed = Review.objects.create(assignment=review.assignment, due_on=date(2026, 3, 10), starts_at=NOW)
    begun(cast, review)
    resign(cast, review, at=AFTER)
    assert calendars(review) == calendars(passed) == []


def test_a_first_appointment_invites_to_each_review_once(cast):
    review = first_review(cast)
    to_sara = [one for one in calendars(review) if one[0] == "sara@example.org"]
    assert to_sara == [("sara@example.org", "REQUEST", 0)]


def own(person: Account, review: Review, desk: str) -> str:
    answer = browser(person).get(reverse(f"{desk}:ensure-review-prepare", args=[review.code]))
    assert answer.status_code == 200
    return answer.text


def test_who_follows_prepares_apart_and_never_reads_what_the_one_before_prepared(cast, review, clock):
    prepared(cast, review)
    assert "Reden van schaduw." in own(cast.sara, review, "shadow")
    resign(cast, review)
    appoint(cast, review, cast.oscar)
    assert "schaduw." not in own(cast.oscar, review, "shadow")
    told = {"score": "4", "reason": "Eigen blik.", "version": "0", "do": "ready"}
    address = reverse("shadow:ensure-review-prepare", args=[review.code])
    assert browser(cast.oscar).post(address, told).status_code == 302
    clock.move_to(AFTER)
    everybody = {"do": "start", "present": ["client", "manager", "shadow"]}
    page = reverse("shadow:ensure-review", args=[review.code])
    assert browser(cast.oscar).post(page, everybody).status_code == 302
    shown = browser(cast.oscar).get(page).text
    assert "Eigen blik." in shown
    assert "Reden van klant." in shown
    assert "schaduw." not in shown
    assert Preparation.objects.filter(side="shadow").count() == 2, "what Sara wrote stays where it is"


def test_who_comes_back_finds_what_they_prepared(cast, review):
    prepared(cast, review)
    resign(cast, review)
    appoint(cast, review, cast.sara)
    assert "Reden van schaduw." in own(cast.sara, review, "shadow")


def test_who_follows_without_preparing_came_unprepared(cast, review, clock):
    prepared(cast, review)
    resign(cast, review)
    appoint(cast, review, cast.oscar)
    clock.move_to(AFTER)
    assert start_review(review=review.code, present=ALL_SIDES, by=cast.actor(cast.oscar), at=AFTER) is None
    page = browser(cast.oscar).get(reverse("shadow:ensure-review", args=[review.code])).text
    assert "Came unprepared: shadow manager." in page


def test_what_a_client_who_left_had_prepared_is_no_score_of_before(cast, review):
    prepared(cast, review, client=3)
    Preparation.objects.filter(side="client").update(left_at=NOW)
    Review.objects.update(state=ReviewState.SIGNED)
    later = Review(pk=0, assignment=review.assignment, starts_at=MOMENT + timedelta(days=40))
    assert client_score_before(later) is None
    Preparation.objects.filter(side="client").update(left_at=None)
    assert client_score_before(later) == 3


def test_what_was_left_before_this_was_kept_apart_is_closed_too(cast, review):
    prepared(cast, review)
    Preparation.objects.filter(side="shadow").update(written_by=cast.oscar)
    Preparation.objects.filter(side="manager").update(written_by=cast.olga)
    import_module("interregnum.stages.ensure.migrations.0012_preparations_of_who_left").close_what_was_left(apps, None)
    assert [one.side for one in Preparation.objects.filter(left_at=None)] == ["client"]
    Preparation.objects.update(left_at=None, written_by=cast.max)
    Preparation.objects.filter(side="shadow").update(written_by=cast.sara)
    import_module("interregnum.stages.ensure.migrations.0012_preparations_of_who_left").close_what_was_left(apps, None)
    assert Preparation.objects.filter(left_at=None).count() == 3
