"""Clocks are put forward and back, hours happen twice or not at all, and servers stand in other countries."""

import os
import re
import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.urls import reverse

from interregnum.flow import due
from interregnum.jobs.schedule import take_turn
from interregnum.kernel.actor import Role
from interregnum.kernel.hours import Quiet, first_open
from interregnum.kernel.period import AMSTERDAM, local_day
from interregnum.people import accounts
from interregnum.people.models import Invitation
from interregnum.stages.contract.queries import document_of
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.deliver.rules.reporting import late_weeks
from tests import world
from tests.life import Life

STEP = timedelta(hours=2)
# The night in which an hour is missing, and the one in which an hour happens twice.
CHANGES = [date(2027, 3, 28), date(2027, 10, 31)]
ZONES = ["UTC", "Europe/Amsterdam", "America/New_York", "Asia/Kolkata"]
change_of_the_clock = pytest.mark.parametrize("day", CHANGES, ids=str)


def quarters(day: date) -> list[datetime]:
    """Every quarter of an hour from the noon before a day to the noon after it."""
    begun = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=12)
    return [begun + timedelta(minutes=15 * number) for number in range(4 * 48)]


@change_of_the_clock
def test_each_night_has_one_turn_also_when_the_clock_changes(db, monkeypatch, day):
    taken: Counter[date] = Counter()
    monkeypatch.setattr(due, "put_once", lambda job, _name: taken.update([job.name]))
    moments = quarters(day)
    for at in moments:
        due.look_round(at)
    # The first look takes a turn at once, as on a new installation; then one in each of the two nights.
    assert taken["fall_due_nightly"] == len(due.NIGHTLY) * 3
    assert taken["fall_due"] == len(due.DUE) * len(moments)


@change_of_the_clock
def test_the_night_is_at_four_by_the_clock_on_the_wall(day):
    for at in quarters(day):
        night = due.next_night(at)
        assert at < night <= at + timedelta(hours=25)
        assert night.astimezone(AMSTERDAM).hour == 4


@change_of_the_clock
def test_a_day_and_its_deadlines_do_not_depend_on_which_of_two_hours_it_is(day):
    ordered = [local_day(at) for at in quarters(day)]
    assert ordered == sorted(ordered)
    assert Counter(ordered)[day] == {3: 23 * 4, 10: 25 * 4}[day.month]
    from interregnum.kernel.period import Period

    term = Period(day - timedelta(days=27), day + timedelta(days=30))
    for at in quarters(day):
        on = local_day(at)
        assert late_weeks(term, reported=set(), on=on) == late_weeks(term, reported=set(), on=on)


@change_of_the_clock
def test_quiet_hours_end_in_the_morning_by_the_clock_on_the_wall(day):
    quiet = Quiet(20, 7, True)
    for at in quarters(day):
        opens = first_open(at, quiet)
        assert opens >= at
        assert opens - at <= timedelta(hours=61)
        assert first_open(opens, quiet) == opens


@pytest.mark.parametrize("step", [-STEP, STEP], ids=["back", "forward"])
def test_no_turn_of_a_night_is_taken_twice_when_the_clock_is_changed_by_hand(db, step):
    night = datetime(2027, 3, 2, 3, 0, tzinfo=UTC)
    for at in (night - timedelta(days=1), night):
        assert take_turn("nightly", at=at, then=due.next_night(at), every=due.A_NIGHT)
    after = night + timedelta(minutes=5)
    for at in (after + step, after + step + timedelta(hours=1), after):
        assert not take_turn("nightly", at=at, then=due.next_night(at), every=due.A_NIGHT)
    tomorrow = night + timedelta(days=1)
    assert take_turn("nightly", at=tomorrow, then=due.next_night(tomorrow), every=due.A_NIGHT)


def test_a_turn_that_a_clock_set_days_ahead_is_taken_all_the_same(db):
    wrong, right = datetime(2027, 6, 1, 12, 0, tzinfo=UTC), datetime(2027, 3, 2, 12, 0, tzinfo=UTC)
    assert take_turn("nightly", at=wrong, then=due.next_night(wrong), every=due.A_NIGHT)
    assert take_turn("nightly", at=right, then=due.next_night(right), every=due.A_NIGHT)


@pytest.mark.parametrize("step", [-STEP, STEP], ids=["back", "forward"])
def test_an_invitation_outlives_a_clock_that_is_changed_by_hand(cast, step):
    who = {"email": "nora@example.org", "name": "Nora", "role": Role.SHADOW}
    accounts.invite(**who, by=cast.actor(cast.bea), at=world.NOW)
    Invitation.objects.update(token_hash=accounts.hash_of("bekend"))
    assert accounts.invited("bekend", at=world.NOW + step)


def desks(cast: world.Cast, life: Life) -> dict[str, str]:
    """The pages on which moments and durations stand, without what is new on each page."""
    pages = {}
    people = {"bureau": cast.bea, "client": cast.carla, "manager": cast.max, "shadow": cast.sara}
    for desk, person in people.items():
        browser = world.browser(person)
        for address, code in (("home", None), ("deliver-assignment", life.assignment)):
            path = reverse(f"{desk}:{address}", args=[code] if code else [])
            answer = browser.get(path)
            assert answer.status_code == 200, path
            pages[path] = re.sub(r'(value|content)="[\w-]{20,}"', "", answer.content.decode())
    return pages


@pytest.fixture
def life(cast: world.Cast) -> Life:
    return Life(cast, until="reported")


@pytest.mark.parametrize("step", [-timedelta(days=12) - STEP, STEP], ids=["back", "forward"])
def test_no_page_shows_a_duration_below_nothing(cast, life, step):
    """The clock stood ahead when everything was written, and is right again now."""
    with time_machine.travel(world.NOW + timedelta(days=12) + step, tick=False):
        for path, page in desks(cast, life).items():
            assert not re.findall(r"[>\s][-−]\d+ (?:second|minute|hour|day|week)", page), path


def test_wherever_the_server_stands_pages_and_documents_are_the_same(cast, life, monkeypatch):
    # In Amsterdam it is the next day already, in New York not by far.
    at = datetime(2026, 3, 13, 23, 30, tzinfo=UTC)
    seen = {}
    for zone in ZONES:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        with time_machine.travel(at, tick=False):
            documents = {side: document_of(life.contract, side).data for side in Side}
            seen[zone] = desks(cast, life) | {str(side): repr(data) for side, data in documents.items()}
    monkeypatch.undo()
    os.environ["TZ"] = "Europe/Amsterdam"
    time.tzset()
    assert connection.vendor
    for zone in ZONES:
        assert seen[zone] == seen["Europe/Amsterdam"], zone
