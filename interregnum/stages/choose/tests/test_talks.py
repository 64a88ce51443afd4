"""Questions about a proposal, acquaintances, and how they went, through the pages of each side."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.outside.mail import kept_mail
from interregnum.stages.choose.actions.plan_talk import pick_slot, propose_talk, record_chemistry
from interregnum.stages.choose.models import Acquaintance, Chemistry
from interregnum.stages.choose.rules.talks import QUESTIONS
from interregnum.stages.choose.tests.choose_world import candidacy, invited, sent
from tests import world

TUESDAY = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
SLOT = TUESDAY.isoformat()
ANSWERS = dict.fromkeys(QUESTIONS, "yes")


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(world.NOW, tick=False):
        yield


def talk(desk, row):
    return reverse(f"{desk}:choose-talk", args=[row.code])


def planned(cast, proposal):
    """Bea proposes a moment for Max, and Carla picks it."""
    row = candidacy(proposal, cast.max_profile)
    said = propose_talk(candidacy=row.code, slots=[TUESDAY], place="", by=cast.actor(cast.bea), at=world.NOW)
    assert said is None
    assert pick_slot(candidacy=row.code, slot=SLOT, by=cast.actor(cast.carla), at=world.NOW) is None
    return row


def test_carla_asks_bea_answers_and_both_read_it(cast):
    proposal = sent(cast)
    carla, bea = world.browser(cast.carla), world.browser(cast.bea)
    ask = reverse("client:choose-question", args=[proposal.code])
    assert carla.post(ask, {"text": " "}).status_code == 422
    assert carla.post(ask, {"text": "Kent Max ons systeem?"}).status_code == 302
    page = bea.get(reverse("bureau:choose-proposal", args=[proposal.code])).content.decode()
    answer = reverse("bureau:choose-question", args=[proposal.questions.get().code])
    assert answer in page
    assert bea.post(answer, {"answer": "Ja, van twee banken."}).status_code == 302
    assert bea.post(answer, {"answer": "Nee."}).status_code == 422
    own = carla.get(reverse("client:choose-proposal", args=[proposal.code])).content.decode()
    assert "Ja, van twee banken." in own
    assert set(Mail.objects.filter(template__contains="question").values_list("to", flat=True)) == {"bea@example.org"}
    assert Mail.objects.get(template="mail/choose_answered.txt").to == "carla@example.org"


def test_one_side_proposes_the_other_picks_and_everybody_gets_it_in_the_calendar(cast):
    proposal = sent(cast)
    row = candidacy(proposal, cast.max_profile)
    carla, bea = world.browser(cast.carla), world.browser(cast.bea)
    typed = {"do": "propose", "slot_0": "2026-03-10T10:00", "slot_1": "2026-03-11T14:00", "place": "Utrecht"}
    assert bea.post(talk("bureau", row), typed).status_code == 302
    assert bea.post(talk("bureau", row), {"do": "pick", "slot": SLOT}).status_code == 422
    assert SLOT in carla.get(talk("client", row)).content.decode()
    assert carla.post(talk("client", row), {"do": "pick", "slot": SLOT}).status_code == 302
    assert Acquaintance.objects.get(candidacy=row).starts_at == TUESDAY
    mails = Mail.objects.filter(template="mail/choose_talk.txt")
    assert {mail.to for mail in mails} == {"carla@example.org", "max@example.org", "bea@example.org"}
    for mail in mails:
        assert "DTSTART:20260310T090000Z\r\n" in mail.calendar
        assert all(len(line.encode()) <= 75 for line in mail.calendar.split("\r\n"))
        assert "Bank" not in mail.calendar
    assert kept_mail()[1]
    assert "Utrecht" in world.browser(cast.max).get(talk("manager", row)).content.decode()
    assert world.browser(cast.olga).get(talk("manager", row)).status_code == 404


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-04-06T10:00", "a weekend or a holiday"),
        ("2026-03-14T10:00", "a weekend or a holiday"),
        ("2026-03-10T17:30", "within office hours"),
        ("2020-03-10T10:00", "has passed"),
        ("", "at least one moment"),
        ("geen datum", "valid date"),
    ],
)
def test_a_moment_that_nobody_can_keep_is_refused_in_words(cast, moment, words):
    row = candidacy(sent(cast), cast.max_profile)
    page = world.browser(cast.carla).post(talk("client", row), {"do": "propose", "slot_0": moment, "place": "Zwolle"})
    assert page.status_code == 422
    assert words in page.content.decode()
    assert "Zwolle" in page.content.decode()
    assert not Acquaintance.objects.exists()


@pytest.mark.parametrize("slot", ["9999-12-31T23:59", "0001-01-01T00:00"])
def test_a_moment_in_a_year_that_nobody_means_is_an_answer_and_no_page_of_trouble(cast, slot):
    row = candidacy(sent(cast), cast.max_profile)
    for person, desk in ((cast.carla, "client"), (cast.bea, "bureau")):
        page = world.browser(person, language="en").post(talk(desk, row), {"do": "propose", "slot_0": slot})
        assert page.status_code == 422
        assert "Check the year" in page.text


def test_of_two_who_pick_one_is_first_and_replaced_moments_are_gone(cast):
    row = planned(cast, sent(cast))
    again = pick_slot(candidacy=row.code, slot=SLOT, by=cast.actor(cast.carla), at=world.NOW)
    assert again is not None
    assert again.reasons[0].code == "choose.slot_gone"
    later = TUESDAY + timedelta(days=1)
    assert propose_talk(candidacy=row.code, slots=[later], place="", by=cast.actor(cast.carla), at=world.NOW) is None
    gone = pick_slot(candidacy=row.code, slot=SLOT, by=cast.actor(cast.bea), at=world.NOW)
    assert gone is not None
    assert pick_slot(candidacy=row.code, slot=later.isoformat(), by=cast.actor(cast.bea), at=world.NOW) is None
    # Planned, taken out of the calendars, planned again.
    assert Acquaintance.objects.get(candidacy=row).turn == 3


def test_both_sides_say_once_how_it_went_and_only_the_bureau_reads_both(cast):
    row = planned(cast, sent(cast))
    after = TUESDAY + timedelta(hours=2)
    for person, words in ((cast.carla, "Prettig gesprek."), (cast.max, "Wil ik graag.")):
        by = cast.actor(person)
        early = record_chemistry(candidacy=row.code, answers=ANSWERS, words=words, by=by, at=world.NOW)
        assert early is not None
        assert record_chemistry(candidacy=row.code, answers=ANSWERS, words=words, by=by, at=after) is None
        twice = record_chemistry(candidacy=row.code, answers=ANSWERS, words=words, by=by, at=after)
        assert twice is not None
    assert Chemistry.objects.count() == 2
    pages = {
        desk: world.browser(who).get(talk(desk, row)).content.decode()
        for desk, who in (("client", cast.carla), ("manager", cast.max), ("bureau", cast.bea))
    }
    assert "Wil ik graag." not in pages["client"]
    assert "Prettig gesprek." not in pages["manager"]
    assert "Wil ik graag." in pages["bureau"]
    assert "Prettig gesprek." in pages["bureau"]


def test_nobody_meets_before_the_proposal_went_out(cast):
    row = candidacy(invited(cast), cast.max_profile)
    assert world.browser(cast.carla).get(talk("client", row)).status_code == 404
    assert world.browser(cast.max).get(talk("manager", row)).status_code == 404


def test_the_client_reads_the_rate_with_and_without_vat_and_no_score(cast):
    proposal = sent(cast)
    page = world.browser(cast.carla).get(reverse("client:choose-proposal", args=[proposal.code])).content.decode()
    assert "1,512.50" in page
    assert "1,250" in page
    assert "reclaim VAT" in page


def test_moments_that_have_passed_and_talks_after_the_choice_are_offered_to_nobody(cast):
    proposal = sent(cast)
    row = candidacy(proposal, cast.max_profile)
    assert propose_talk(candidacy=row.code, slots=[TUESDAY], place="", by=cast.actor(cast.bea), at=world.NOW) is None
    carla = world.browser(cast.carla)
    assert SLOT in carla.get(talk("client", row)).content.decode()
    with time_machine.travel(TUESDAY + timedelta(hours=1), tick=False):
        assert SLOT not in world.browser(cast.carla).get(talk("client", row)).content.decode()
    carla.post(reverse("client:choose-proposal", args=[proposal.code]), {"do": "accept", "candidacy": row.code})
    page = carla.get(talk("client", row)).content.decode()
    assert "A choice was made" in page
    assert SLOT not in page
