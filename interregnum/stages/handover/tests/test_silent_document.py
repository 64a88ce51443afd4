"""A2: a hand-over document that gets no answer is asked about once more, and then the firm calls."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.actor import HOUSE
from interregnum.stages.handover.actions.remind_of_documents import remind_of_documents
from interregnum.stages.handover.models import HandoverDocument
from interregnum.stages.handover.queries.desks import HandoverWanted, handovers_waiting
from interregnum.stages.handover.rules.document import silent, state_after
from interregnum.stages.handover.rules.states import PaperState, Signer
from interregnum.stages.handover.tests.document_world import LATER, accept, link, send, sent, succeeded
from tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.mission("A2")]
CLIENT, SUCCESSOR = "mail/document_sent.txt", "mail/document_successor.txt"


@pytest.fixture
def life(cast):
    return succeeded(cast)


def mails(template: str) -> int:
    return Mail.objects.filter(template=template).count()


def calls(actor, at) -> list[str]:
    waiting = handovers_waiting(seen_by=actor, at=at, limit=50)
    return [line.assignment for line in waiting if line.wanted is HandoverWanted.CALL]


@given(st.dictionaries(st.sampled_from(Signer), st.booleans()))
def test_an_answer_is_waited_for_as_long_as_the_document_lies_there(answers):
    assert bool(silent(answers)) is (state_after(answers) is PaperState.SENT)
    assert not silent(answers) & set(answers)


def test_both_are_asked_once_more_after_five_days_and_not_again(life):
    sent(life)
    for days, changed, asked in ((4, 0, 1), (5, 1, 2), (6, 0, 2), (60, 0, 2)):
        assert remind_of_documents(LATER + timedelta(days=days)) == changed
        assert (mails(CLIENT), mails(SUCCESSOR)) == (asked, asked)
    assert Entry.objects.filter(kind="DocumentReminded").count() == 1


@pytest.mark.parametrize(("answer", "asked"), [(accept, (1, 2)), (link, (2, 1))])
def test_whoever_answered_is_left_alone(life, answer, asked):
    sent(life)
    assert answer(life) is None
    remind_of_documents(LATER + timedelta(days=5))
    assert (mails(CLIENT), mails(SUCCESSOR)) == asked


@pytest.mark.parametrize("reason", ["Er lacht niemand.", "Niet af."])
def test_one_that_came_back_waits_for_its_writer_and_a_new_version_is_asked_about_anew(life, reason):
    sent(life)
    assert accept(life, agrees=False, reason=reason) is None
    assert remind_of_documents(LATER + timedelta(days=9)) == 0
    assert calls(life.anton, LATER + timedelta(days=20)) == []
    assert send(life) is None
    assert HandoverDocument.objects.get(state="sent").reminded_at is None
    assert remind_of_documents(LATER + timedelta(days=5)) == 1


def test_after_ten_days_it_stands_on_the_desk_of_the_firm_until_both_answered(life):
    sent(life)
    day = LATER + timedelta(days=10)
    assert calls(life.anton, day - timedelta(days=1)) == []
    assert calls(life.anton, day) == [life.assignment]
    assert calls(life.max, day) == calls(life.carla, day) == []
    with time_machine.travel(day, tick=False):
        home = world.browser(life.cast.anton).get(reverse("bureau:home")).content.decode()
    assert "the hand-over document got no answer" in home
    assert reverse("bureau:handover-document", args=[life.assignment]) in home
    assert accept(life) is None
    assert calls(life.anton, day) == [life.assignment]
    assert link(life) is None
    assert calls(life.anton, day) == []
    assert calls(HOUSE, day) == []
