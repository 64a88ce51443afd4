"""A planned acquaintance that does not go on leaves the calendars of client, candidate and bureau."""

from datetime import timedelta

import pytest
import time_machine
from django.db.models import QuerySet

from interregnum.jobs.models import Mail
from interregnum.kernel.event import method_of
from interregnum.kernel.refused import Refused
from interregnum.stages.choose.actions.decide_proposal import accept_proposal, decline_proposal
from interregnum.stages.choose.actions.plan_talk import pick_slot, propose_talk
from interregnum.stages.choose.actions.set_taken import set_taken
from interregnum.stages.choose.actions.stop_proposal import stop_proposal
from interregnum.stages.choose.models import Acquaintance
from interregnum.stages.choose.queries.talks_waiting import talks_waiting
from interregnum.stages.choose.rules.states import TalkState
from interregnum.stages.choose.tests.choose_world import candidacy, sent
from interregnum.stages.choose.tests.test_talks import SLOT, TUESDAY, planned, talk
from tests import world

EVERYBODY = ["bea@example.org", "carla@example.org", "max@example.org"]


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(world.NOW, tick=False):
        yield


def decline(cast, proposal, _row):
    return decline_proposal(proposal=proposal.code, reason="Toch niet.", by=cast.actor(cast.carla), at=world.NOW)


def choose_another(cast, proposal, _row):
    olga = candidacy(proposal, cast.olga_profile).code
    return accept_proposal(proposal=proposal.code, candidacy=olga, by=cast.actor(cast.carla), at=world.NOW)


def taken(_cast, _proposal, row):
    assert set_taken(row.code, is_taken=True, at=world.NOW)


def other_moments(cast, _proposal, row):
    later = TUESDAY + timedelta(days=1)
    return propose_talk(candidacy=row.code, slots=[later], place="", by=cast.actor(cast.carla), at=world.NOW)


def stop(cast, proposal, _row):
    by = cast.actor(cast.bea)
    return stop_proposal(proposal=proposal.code, reason="Te laat.", seen="sent", by=by, at=world.NOW)


def off():
    return list(Mail.objects.filter(template="mail/choose_talk_off.txt").order_by("to"))


@pytest.mark.parametrize("end", [decline, choose_another, taken, other_moments, stop])
def test_what_was_planned_is_taken_out_of_each_calendar(cast, end):
    proposal = sent(cast)
    row = planned(cast, proposal)
    assert end(cast, proposal, row) is None
    assert [mail.to for mail in off()] == EVERYBODY
    asked = Mail.objects.filter(template="mail/choose_talk.txt").first()
    uid = next(line for line in asked.calendar.split("\r\n") if line.startswith("UID:"))
    for mail in off():
        assert method_of(mail.calendar) == "CANCEL"
        # The same appointment, at the moment at which it stood, with a higher number.
        assert {uid, "SEQUENCE:2", "STATUS:CANCELLED", "DTSTART:20260310T090000Z"} <= set(mail.calendar.split("\r\n"))
        assert "Bank" not in mail.calendar
    now = Acquaintance.objects.get(candidacy=row)
    assert now.starts_at is None
    assert now.state == (TalkState.PROPOSED if end is other_moments else TalkState.CANCELLED)


def test_who_is_chosen_keeps_the_acquaintance(cast):
    proposal = sent(cast)
    row = planned(cast, proposal)
    by = cast.actor(cast.carla)
    assert accept_proposal(proposal=proposal.code, candidacy=row.code, by=by, at=world.NOW) is None
    assert not off()
    assert Acquaintance.objects.get(candidacy=row).starts_at == TUESDAY


def test_what_took_place_stays_and_both_can_say_how_it_went(cast):
    proposal = sent(cast)
    row = planned(cast, proposal)
    after = TUESDAY + timedelta(hours=2)
    by = cast.actor(cast.carla)
    assert decline_proposal(proposal=proposal.code, reason="Toch niet.", by=by, at=after) is None
    assert not off()
    assert Acquaintance.objects.get(candidacy=row).state == TalkState.PLANNED


def test_what_is_off_is_asked_of_nobody_and_can_be_planned_anew_when_the_manager_is_free_again(cast):
    proposal = sent(cast)
    row = planned(cast, proposal)
    taken(cast, proposal, row)
    carla = world.browser(cast.carla, language="en")
    assert "does not go on" in carla.get(talk("client", row)).content.decode()
    assert set_taken(row.code, is_taken=False, at=world.NOW)
    after = TUESDAY + timedelta(hours=2)
    for person in (cast.carla, cast.max, cast.bea):
        assert not [line for line in talks_waiting(seen_by=cast.actor(person), at=after) if line.code == row.code]
    assert other_moments(cast, proposal, row) is None
    later = (TUESDAY + timedelta(days=1)).isoformat()
    assert pick_slot(candidacy=row.code, slot=later, by=cast.actor(cast.bea), at=world.NOW) is None
    mails = Mail.objects.filter(template="mail/choose_talk.txt").order_by("-pk")
    assert "SEQUENCE:3" in mails[0].calendar
    assert len(off()) == len(EVERYBODY)


def test_a_moment_that_is_picked_while_others_are_proposed_leaves_the_calendars(cast, monkeypatch):
    proposal = sent(cast)
    row = candidacy(proposal, cast.max_profile)
    by = cast.actor(cast.carla)
    assert propose_talk(candidacy=row.code, slots=[TUESDAY], place="", by=by, at=world.NOW) is None
    lock = QuerySet.select_for_update

    def waits(rows, **how):
        """Who was first holds the acquaintance until it is planned."""
        if rows.model is Acquaintance:
            monkeypatch.setattr(QuerySet, "select_for_update", lock)
            assert pick_slot(candidacy=row.code, slot=SLOT, by=cast.actor(cast.bea), at=world.NOW) is None
        return lock(rows, **how)

    monkeypatch.setattr(QuerySet, "select_for_update", waits)
    assert other_moments(cast, proposal, row) is None
    assert [mail.to for mail in off()] == EVERYBODY
    assert Acquaintance.objects.get(candidacy=row).state == TalkState.PROPOSED


def test_after_the_choice_nobody_picks_a_moment(cast):
    proposal = sent(cast)
    row = candidacy(proposal, cast.max_profile)
    by = cast.actor(cast.carla)
    assert propose_talk(candidacy=row.code, slots=[TUESDAY], place="", by=by, at=world.NOW) is None
    decline(cast, proposal, row)
    picked = pick_slot(candidacy=row.code, slot=SLOT, by=cast.actor(cast.bea), at=world.NOW)
    assert isinstance(picked, Refused)
    assert picked.reasons[0].code == "choose.already_decided"
    assert not Mail.objects.filter(template="mail/choose_talk.txt").exists()
