"""A three-party review through the pages of the three, from the invitation to the third signature."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.facts import TermMoved
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure.actions.hold_review import agree_action, start_review
from interregnum.stages.ensure.actions.move_review import skip_unheld
from interregnum.stages.ensure.actions.plan_reviews import follow_end, plan_reviews
from interregnum.stages.ensure.actions.prepare_review import remind_to_prepare
from interregnum.stages.ensure.actions.sign_review import sign_review
from interregnum.stages.ensure.models import Review, ReviewAction, SignOff
from interregnum.stages.ensure.rules.reviews import ALL_SIDES, ReviewState, Side
from interregnum.stages.ensure.tests.review_world import AFTER, MOMENT, begun, concluded, first_review, prepared
from tests.world import NOW, Cast, browser

THREE = {"carla@example.org", "max@example.org", "sara@example.org"}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def review(cast: Cast) -> Review:
    return first_review(cast)


def page(desk: str, review: Review, name: str = "") -> str:
    return reverse(f"{desk}:ensure-review{name}", args=[review.code])


def text(person, address: str) -> str:
    answer = browser(person).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.mission("G4")
def test_when_an_assignment_starts_all_three_are_invited_in_their_calendar(cast, review):
    assert (review.starts_at, review.state) == (MOMENT, ReviewState.PLANNED)
    mails = Mail.objects.filter(template="mail/review_planned.txt")
    assert {mail.to for mail in mails} == THREE
    for mail in mails:
        assert "METHOD:REQUEST\r\n" in mail.calendar
        assert "DTSTART:20260312T090000Z\r\n" in mail.calendar
        assert "SEQUENCE:0\r\n" in mail.calendar
        assert "Bank" not in mail.calendar
    assert plan_reviews(NOW) == 0
    assert Review.objects.count() == 1


def test_the_weeks_go_by_and_the_next_is_planned_over_the_change_of_the_clock(cast, review):
    plan_reviews(NOW + timedelta(days=14))
    later = Review.objects.get(due_on=date(2026, 3, 30))
    assert later.starts_at.hour == 8, "summer time has begun"
    assert later.starts_at.utcoffset() == timedelta(0)


def test_one_moves_it_and_every_calendar_follows(cast, review):
    form = {"moment": "2026-03-17T14:00", "why": "Carla is weg.", "turn": "0", "place": "Utrecht"}
    assert browser(cast.max).post(page("manager", review, "-move"), form).status_code == 302
    review.refresh_from_db()
    assert local_day(review.starts_at) == date(2026, 3, 17)
    mails = Mail.objects.filter(template="mail/review_moved.txt")
    assert {mail.to for mail in mails} == THREE
    assert all("SEQUENCE:1\r\nSTATUS:CONFIRMED" in mail.calendar for mail in mails)
    assert "Carla is weg." in text(cast.sara, page("shadow", review))
    # Whoever looked at it before that does not move it away again unseen.
    late = browser(cast.anton).post(page("bureau", review, "-move"), form | {"moment": "2026-03-18T14:00"})
    assert "Somebody else was first" in late.content.decode()


def test_a_move_to_where_it_was_tells_nobody_and_counts_for_none(cast, review):
    form = {"moment": f"{MOMENT:%Y-%m-%d}T10:00", "why": "Toch niet.", "turn": "0", "place": review.place}
    answer = browser(cast.max).post(page("manager", review, "-move"), form)
    assert answer.status_code == 422
    assert "Moment and place are as they were" in answer.content.decode()
    assert not Mail.objects.filter(template="mail/review_moved.txt").exists()
    assert Review.objects.get().turn == 0


def test_minutes_of_a_review_that_has_not_begun_are_not_open_yet(cast, review):
    address, sara = page("shadow", review, "-minutes"), browser(cast.sara)
    assert sara.get(address)["Location"] == page("shadow", review)
    early = sara.post(address, {"do": "save", "draft": "0", "minutes": "Vast een regel."})
    assert early.status_code == 422
    assert "has not begun" in early.content.decode()
    assert "Vast een regel." in early.content.decode()


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-08-31T10:00", "runs from 02-03-2026 to 28-08-2026"),
        ("2026-04-06T10:00", "a weekend or a holiday"),
        ("2026-03-29T02:30", "couldn’t be interpreted"),
        ("2026-03-02T08:00", "has passed"),
        ("0001-01-01T10:00", "Check the year of this day"),
        ("9999-12-31T10:00", "Check the year of this day"),
        ("", "This field is required"),
    ],
)
def test_a_day_on_which_it_cannot_be_is_refused_in_words(cast, review, moment, words):
    form = {"moment": moment, "why": "Anders.", "turn": "0"}
    answer = browser(cast.carla).post(page("client", review, "-move"), form)
    assert answer.status_code == 422
    assert words in answer.content.decode().replace("&#x27;", "’")
    assert Review.objects.get().starts_at == MOMENT


def test_a_term_that_ends_sooner_takes_it_out_of_the_calendars(cast, review):
    row = review.assignment
    Assignment.objects.filter(pk=row.pk).update(ends_on=date(2026, 3, 10))
    moved = TermMoved(assignment=row.code, manager=row.manager.code, ends_on="2026-03-10")
    follow_end(moved, cast.actor(cast.bea), NOW)
    assert Review.objects.get().state == ReviewState.CANCELLED
    mails = Mail.objects.filter(template="mail/review_cancelled.txt")
    assert {mail.to for mail in mails} == THREE
    assert all("METHOD:CANCEL\r\n" in mail.calendar and "SEQUENCE:1\r\n" in mail.calendar for mail in mails)
    sent = [path.read_bytes() for path in Path(settings.MAIL_FOLDER).glob("*.eml")]
    assert sum(bool(re.search(rb'text/calendar; method="?CANCEL', mail)) for mail in sent) == 3
    # And one that is extended again brings the same one back.
    Assignment.objects.filter(pk=row.pk).update(ends_on=date(2026, 8, 28))
    follow_end(moved, cast.actor(cast.bea), NOW)
    assert (Review.objects.get().state, Review.objects.get().turn) == (ReviewState.PLANNED, 2)


def test_each_prepares_apart_and_nobody_else_reads_it_before_it_begins(cast, review, clock):
    form = {"score": "6", "reason": "Het gaat traag.", "risks": "Geheim van de klant.", "version": "0", "do": "ready"}
    assert browser(cast.carla).post(page("client", review, "-prepare"), form).status_code == 302
    others = ((cast.max, "manager"), (cast.sara, "shadow"), (cast.anton, "bureau"), (cast.bea, "bureau"))
    for person, desk in others:
        assert "Het gaat traag." not in text(person, page(desk, review))
    for person, desk in others[:2]:
        assert "Geheim" not in text(person, page(desk, review, "-prepare"))
    assert "Geheim van de klant." in text(cast.carla, page("client", review))
    assert "Geheim van de klant." in text(cast.carla, page("client", review, "-prepare"))
    clock.move_to(AFTER)
    begun(cast, review)
    for person, desk in others:
        shown = text(person, page(desk, review))
        assert "Geheim van de klant." in shown
        assert "Came unprepared: interim manager." in shown
    late = browser(cast.carla).post(page("client", review, "-prepare"), form | {"version": "1"})
    assert "The review has begun" in late.content.decode()


def test_a_preparation_without_score_waits_and_another_window_overwrites_nothing(cast, review):
    carla, address = browser(cast.carla), page("client", review, "-prepare")
    assert "score from 1 to 10" in carla.post(address, {"version": "0", "risks": "Iets."}).content.decode()
    assert carla.post(address, {"version": "0", "risks": "Iets.", "do": "save"}).status_code == 302
    assert 'value="1"' in text(cast.carla, address)
    late = carla.post(address, {"version": "0", "risks": "Iets anders.", "do": "save"})
    assert late.status_code == 422
    assert "Iets anders." in late.content.decode()
    assert review.preparations.get().risks == "Iets."


def test_two_of_three_is_no_three_party_review(cast, review, clock):
    prepared(cast, review)
    clock.move_to(AFTER)
    sara = browser(cast.sara)
    two = sara.post(page("shadow", review), {"do": "start", "present": ["manager", "shadow"]})
    assert two.status_code == 422
    assert "needs all three of you; 1 lacking" in two.content.decode()
    assert "Reden van klant." not in two.content.decode()
    skipped = {"do": "skip", "absent": ["client"], "why": "Zat in een vergadering."}
    assert sara.post(page("shadow", review), skipped).status_code == 302
    shown = text(cast.anton, page("bureau", review))
    assert "This review did not take place." in shown
    assert "Zat in een vergadering." in shown
    assert "Reden van klant." not in shown
    assert Mail.objects.filter(template="mail/review_skipped.txt", to="anton@example.org").exists()


def test_before_its_moment_nobody_begins_it_and_nobody_else_than_the_shadow_manager(cast, review, clock):
    everybody = {"do": "start", "present": ["client", "manager", "shadow"]}
    assert (
        "It has not come to this moment yet"
        in browser(cast.sara).post(page("shadow", review), everybody).content.decode()
    )
    clock.move_to(AFTER)
    assert browser(cast.max).post(page("manager", review), everybody).status_code == 422
    assert Review.objects.get().state == ReviewState.PLANNED
    assert browser(cast.sara).post(page("shadow", review), everybody).status_code == 302
    again = start_review(review=review.code, present=ALL_SIDES, by=cast.actor(cast.sara), at=AFTER)
    assert isinstance(again, Refused)


def test_minutes_decision_actions_and_three_signatures(cast, review, clock):
    prepared(cast, review, client=6, manager=9)
    clock.move_to(AFTER)
    begun(cast, review)
    sara, minutes = browser(cast.sara), page("shadow", review, "-minutes")
    action = {"text": "Spreekt de directie.", "owner": "client", "due_on": "2026-03-20"}
    assert sara.post(page("shadow", review, "-action"), action).status_code == 302
    assert "Spreekt de directie." in text(cast.sara, minutes)
    assert sara.post(minutes, {"do": "save", "draft": "0", "minutes": "Eerste regel."}).status_code == 302
    lost = sara.post(minutes, {"do": "save", "draft": "0", "minutes": "Andere regel."}).content.decode()
    assert "another window" in lost
    assert "Andere regel." in lost
    form = {"do": "conclude", "draft": "1", "minutes": "Alles besproken.", "decision": "adjust"}
    assert "Say in a few words why" in sara.post(minutes, form).content.decode()
    assert sara.post(minutes, form | {"decision_why": "Meer tijd."}).status_code == 302
    assert {one.to for one in Mail.objects.filter(template="mail/review_sign.txt")} == THREE
    people = ((cast.carla, "client"), (cast.max, "manager"), (cast.sara, "shadow"))
    for person, desk in people:
        assert "Alles besproken." in text(person, page(desk, review))
        assert page(desk, review) in text(person, reverse(f"{desk}:home"))
        assert browser(person).post(page(desk, review), {"do": "sign", "version": "1"}).status_code == 302
    shown = text(cast.anton, page("bureau", review))
    assert "Signed by all three" in shown
    assert "The client gives a 6, the interim manager a 9." in shown


def test_an_action_stands_on_the_desk_of_whoever_does_it_until_it_is_done(cast, review):
    begun(cast, review)
    told = {"text": "Spreekt de directie.", "owner": Side.CLIENT, "due_on": date(2026, 3, 20)}
    agree_action(review=review.code, **told, by=cast.actor(cast.sara), at=AFTER)
    assert "Spreekt de directie." not in text(cast.carla, reverse("client:home")), "the minutes are still written"
    concluded(cast, review)
    assert "Spreekt de directie." in text(cast.carla, reverse("client:home"))
    code = ReviewAction.objects.get().code
    assert browser(cast.max).post(page("manager", review), {"do": "done", "action": code}).status_code == 422
    assert browser(cast.carla).post(page("client", review), {"do": "done", "action": code}).status_code == 302
    assert "Spreekt de directie." not in text(cast.carla, reverse("client:home"))


def test_a_correction_takes_the_signatures_back_and_the_history_stays(cast, review):
    begun(cast, review)
    concluded(cast, review)
    sign_review(review=review.code, version=1, by=cast.actor(cast.carla), at=AFTER)
    wrong = {"do": "correct", "version": "1", "why": "Er staat een verkeerd bedrag."}
    assert browser(cast.max).post(page("manager", review), wrong).status_code == 302
    assert Review.objects.get().state == ReviewState.OPEN
    assert "Er staat een verkeerd bedrag." in text(cast.sara, page("shadow", review, "-minutes"))
    concluded(cast, review, draft=1)
    late = browser(cast.carla).post(page("client", review), {"do": "sign", "version": "1"})
    assert "This version does not wait for you any more" in late.content.decode()
    for person in (cast.carla, cast.max, cast.sara):
        assert sign_review(review=review.code, version=2, by=cast.actor(person), at=AFTER) is None
    again = sign_review(review=review.code, version=2, by=cast.actor(cast.sara), at=AFTER)
    assert isinstance(again, Refused)
    assert Review.objects.get().state == ReviewState.SIGNED
    assert SignOff.objects.filter(version=1).count() == 1
    shown = text(cast.bea, page("bureau", review))
    assert "Version 1" in shown
    assert "Er staat een verkeerd bedrag." in shown
    final = browser(cast.max).post(page("manager", review), wrong | {"version": "2"})
    assert final.status_code == 422


def test_who_is_not_ready_is_asked_once_and_what_nobody_began_was_skipped(cast, review):
    near = MOMENT - timedelta(days=2)
    assert (remind_to_prepare(near), remind_to_prepare(near)) == (1, 1)
    assert {one.to for one in Mail.objects.filter(template="mail/review_prepare.txt")} == THREE
    assert Mail.objects.filter(template="mail/review_prepare.txt").count() == 3
    assert skip_unheld(MOMENT + timedelta(days=1)) == 0
    assert skip_unheld(MOMENT + timedelta(days=3)) == 1
    assert "Nobody began it in time." in text(cast.anton, page("bureau", review))


def test_the_bureau_lists_what_is_overdue_and_others_see_nothing(cast, review, clock):
    clock.move_to(AFTER)
    listed = text(cast.anton, reverse("bureau:ensure-reviews") + "?stand=overdue&q=max")
    assert page("bureau", review) in listed
    assert page("bureau", review) not in text(cast.aad, reverse("bureau:ensure-reviews"))
    assert page("bureau", review) in text(cast.anton, reverse("bureau:home"))
    for person, desk in ((cast.otto, "client"), (cast.olga, "manager"), (cast.oscar, "shadow"), (cast.aad, "bureau")):
        assert browser(person).get(page(desk, review)).status_code == 404
    assert browser(cast.dirk).get(page("client", review)).status_code == 404
    of = reverse("client:ensure-reviews-of", args=[review.assignment.code])
    assert page("client", review) in text(cast.carla, of)


def test_what_was_agreed_in_a_review_is_asked_until_the_assignment_is_closed(cast, review):
    ReviewAction.objects.create(review=review, text="Belt de directie.", owner=Side.CLIENT, due_on=NOW, agreed_at=NOW)
    Review.objects.update(version=1)
    assert "Belt de directie." in text(cast.carla, "/client/")
    Assignment.objects.update(state=AssignmentState.CLOSED)
    assert "Belt de directie." not in text(cast.carla, "/client/")
