"""The days of a brief can be kept when it goes to the client: a start ahead, and results after it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.jobs.models import Mail
from interregnum.kernel.refused import Refused
from interregnum.stages.brief.actions.change_brief import change_brief
from interregnum.stages.brief.actions.offer_brief import offer_brief
from interregnum.stages.brief.actions.reopen_brief import reopen_brief
from interregnum.stages.brief.rules.days import faults_of_days
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.brief.tests.brief_world import RESULT, agreed_brief, brief_values, drafted_brief, typed
from tests import world

ON = world.TODAY
DAYS = st.integers(-400, 400).map(lambda days: ON + timedelta(days=days))


@given(start=DAYS, dues=st.lists(st.none() | DAYS, max_size=4), agreed=st.none() | DAYS)
def test_what_is_accepted_starts_ahead_or_as_agreed_and_reaches_each_result_after_it(start, dues, agreed):
    wanted = brief_values(starts_on=start, results=tuple(replace(RESULT, due_on=due) for due in dues))
    codes = [reason.code for reason in faults_of_days(wanted, agreed_start=agreed, on=ON)]
    assert codes.count("brief.starts_past") == (start < ON and start != agreed)
    assert codes.count("brief.due_before_start") == sum(due is not None and due <= start for due in dues)
    assert len(codes) == codes.count("brief.starts_past") + codes.count("brief.due_before_start")


def test_without_a_start_nothing_is_held_against_it():
    assert not list(faults_of_days(brief_values(starts_on=None), agreed_start=None, on=ON))


def offer(cast, brief, *, at=world.NOW, **values):
    by = cast.actor(cast.bea)
    assert change_brief(brief=brief.code, wanted=brief_values(**values), by=by, at=at) is None
    return offer_brief(brief=brief.code, by=by, at=at)


def test_a_start_that_has_passed_and_a_result_before_it_do_not_go_to_the_client(cast):
    brief = drafted_brief(cast)
    long_ago = replace(RESULT, due_on=ON - timedelta(days=500))
    refused = offer(cast, brief, starts_on=ON - timedelta(days=400), results=(long_ago, RESULT))
    assert isinstance(refused, Refused)
    assert [reason.code for reason in refused.reasons] == ["brief.starts_past", "brief.due_before_start"]
    assert refused.reasons[0].field == "starts_on"
    brief.refresh_from_db()
    assert brief.state == BriefState.DRAFT
    assert not brief.versions.exists()
    assert offer(cast, brief) == 1


def test_what_was_agreed_long_ago_can_be_changed_without_another_start(cast):
    brief, by = agreed_brief(cast), cast.actor(cast.bea)
    later = world.NOW + timedelta(days=60)
    assert reopen_brief(brief=brief.code, by=by, at=later) is None
    moved = offer(cast, brief, at=later, starts_on=ON + timedelta(days=1))
    assert isinstance(moved, Refused)
    assert offer(cast, brief, at=later, weeks=30) == 2


@pytest.mark.parametrize(
    ("language", "start", "due"),
    [("en", "This start has passed", "is due on or before the start"), ("nl", "is voorbij", "op of voor de start")],
)
def test_bea_reads_beside_the_day_what_is_wrong_and_keeps_what_she_typed(cast, language, start, due):
    brief = drafted_brief(cast)
    line = {"title": "Dossiers", "unit": "stuks", "baseline": "9", "target": "2", "measured_by": "Systeem"}
    results = {f"result-0-{name}": value for name, value in line.items()} | {"result-0-due_on": "2025-01-31"}
    with time_machine.travel(world.NOW, tick=False):
        page = world.browser(cast.bea, language=language).post(
            reverse("bureau:brief-offer", args=[brief.code]), typed(starts_on="2025-02-03", place="Zwolle") | results
        )
    assert page.status_code == 422
    words = page.content.decode()
    assert start in words
    assert due in words
    assert "Dossiers" in words
    assert "Zwolle" in words
    assert not Mail.objects.filter(template="mail/brief_offered.txt").exists()
    assert date(2025, 2, 3).isoformat() in words
