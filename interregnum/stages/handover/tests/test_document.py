"""A2: the hand-over document: written by the software, added to, sent, accepted by both or sent back, and read."""

import io
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.handover.actions.answer_document import answer_by_link
from interregnum.stages.handover.actions.succeed import answer_for_successor, name_successor
from interregnum.stages.handover.actions.write_document import keep_document, send_document
from interregnum.stages.handover.models import Handover, HandoverDocument
from interregnum.stages.handover.queries.links import token_of
from interregnum.stages.handover.queries.rows import index_and_gate
from interregnum.stages.handover.rules.gate import Shut
from interregnum.stages.handover.tests.document_world import LATER, WORDS, accept, link, send, sent, succeeded
from tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.mission("A2")]


@pytest.fixture
def life(cast):
    return succeeded(cast)


def codes(answer) -> list[str]:
    assert isinstance(answer, Refused), answer
    return [one.code for one in answer.reasons]


def gate(life):
    return index_and_gate(Handover.objects.get(), on=LATER.date())[1]


def test_it_is_written_from_what_is_known_and_says_nobodys_stance(life):
    paper = sent(life).told["nl"]
    said = str(paper)
    assert [one["title"] for one in paper["sections"]][:3] == [
        "Wat de opvolger eerst moet weten", "Wat is bereikt", "Wie het vasthoudt",
    ]  # fmt: skip
    assert "Dagen tot een antwoord (dagen)" in said
    assert "Begin met de teamleiders." in said
    assert "Sofie Lijn" in said
    assert "Is er tegen" not in said
    assert "rapport" not in said
    assert sent(life).told["en"]["title"] == "Hand-over document" if send(life) is None else True


def test_max_keeps_a_draft_that_nobody_else_reads_and_sends_it(life):
    page, window = reverse("manager:handover-document", args=[life.assignment]), world.browser(life.cast.max)
    theirs = reverse("client:handover-document", args=[life.assignment])
    with time_machine.travel(LATER, tick=False):
        assert window.get(page).status_code == 200
        assert window.post(page, WORDS | {"do": "keep", "version": "0"}).status_code == 302
        assert "Begin met de teamleiders." in window.get(page).content.decode()
        client = world.browser(life.cast.carla)
        assert "Begin met de teamleiders." not in client.get(theirs).content.decode()
        assert client.get(reverse("client:handover-pdf", args=[life.assignment])).status_code == 404
        assert window.post(page, WORDS | {"do": "send", "version": "1"}).status_code == 302
        assert "Begin met de teamleiders." in client.get(theirs).content.decode()
    assert Mail.objects.filter(template="mail/document_sent.txt").count() == 1
    mail = Mail.objects.get(template="mail/document_successor.txt")
    assert token_of(HandoverDocument.objects.get()) in mail.text


def test_both_accept_it_and_the_gate_no_longer_lacks_it(life):
    sent(life)
    assert Shut.DOCUMENT in gate(life).shut
    assert accept(life) is None
    assert codes(accept(life)) == ["handover.document_answered"]
    assert Shut.DOCUMENT in gate(life).shut
    assert link(life) is None
    assert HandoverDocument.objects.get().state == "accepted"
    assert Shut.DOCUMENT not in gate(life).shut
    assert Handover.objects.get().successor_state == "agreed"
    assert Handover.objects.get().readings.last().total == 10
    assert Mail.objects.filter(template="mail/document_accepted.txt").exists()
    kinds = Entry.objects.filter(kind__startswith="Document").order_by("number").values_list("kind", flat=True)
    assert list(kinds) == ["DocumentSent", "DocumentAnswered", "DocumentAnswered", "DocumentAccepted"]


def test_a_successor_without_an_account_reads_and_accepts_by_a_link(life):
    token, window = token_of(sent(life)), world.browser()
    page = reverse("front:handover-answer", args=[token])
    with time_machine.travel(LATER, tick=False):
        assert "Begin met de teamleiders." in window.get(page).content.decode()
        assert window.get(reverse("front:handover-answer-pdf", args=[token])).content.startswith(b"%PDF")
        assert window.post(page, {"agrees": "no", "reason": ""}).status_code == 422
        assert window.post(page, {"agrees": "yes"}).status_code == 302
        assert Handover.objects.get().successor_state == "agreed"
        assert Entry.objects.filter(kind="DocumentAnswered").count() == 1
        assert window.get(reverse("front:handover-answer", args=["niets"])).status_code == 410


def test_what_a_successor_refuses_comes_back_and_a_new_version_holds_what_was_written(life):
    token = token_of(sent(life))
    assert accept(life) is None
    assert codes(link(life, agrees=False)) == ["handover.words_needed"]
    assert link(life, agrees=False, reason="Te weinig.", lacks="Wie belt de leverancier?") is None
    assert Handover.objects.get().successor_state == "refused"
    assert Mail.objects.filter(template="mail/document_back.txt").count() == 2
    page = world.browser(life.cast.max).get(reverse("manager:handover-document", args=[life.assignment]))
    assert "Wie belt de leverancier?" in page.content.decode()
    assert page.context["form"].initial["opening"] == WORDS["opening"]
    assert send(life, contacts="Leverancier: Truus.") is None
    assert codes(answer_by_link(token=token, agrees=True, at=LATER)) == ["handover.document_over"]
    newest = HandoverDocument.objects.get(state="sent")
    assert (newest.number, newest.opening) == (2, WORDS["opening"])
    assert accept(life) is None
    assert link(life) is None
    assert Shut.DOCUMENT not in gate(life).shut


def test_another_successor_answers_anew_by_another_link(life):
    old = token_of(sent(life))
    assert accept(life) is None
    assert link(life) is None
    told = {"assignment": life.assignment, "by": life.carla, "at": LATER}
    assert name_successor(name="Teun", email="teun@bank.example", **told) is None
    assert Shut.DOCUMENT in gate(life).shut
    assert codes(answer_by_link(token=old, agrees=True, at=LATER)) == ["handover.document_over"]
    assert Mail.objects.filter(template="mail/document_successor.txt").count() == 2
    assert link(life) is None
    assert HandoverDocument.objects.get().state == "accepted"


def test_for_a_successor_without_an_address_the_client_notes_the_answer(life):
    told = {"assignment": life.assignment, "by": life.carla, "at": LATER}
    assert name_successor(name="Teun", **told) is None
    assert send(life) is None
    assert not Mail.objects.filter(template="mail/document_successor.txt").exists()
    assert accept(life) is None
    assert answer_for_successor(agrees=True, words="", **told) is None
    assert HandoverDocument.objects.get().state == "accepted"
    assert answer_for_successor(agrees=False, words="Toch niet.", **told) is None
    assert HandoverDocument.objects.get().state == "refused"


def test_nothing_is_sent_before_there_is_a_successor_and_of_two_windows_the_first_stands(life):
    told = {"assignment": life.assignment, "words": WORDS, "by": life.max, "at": LATER}
    assert not isinstance(keep_document(version=0, **told), Refused)
    assert codes(keep_document(version=0, **told)) == ["handover.document_changed"]
    Handover.objects.update(successor_state="unknown")
    assert codes(send_document(version=1, **told)) == ["handover.successor_unknown"]


def test_it_goes_out_as_pdf_and_as_word_with_the_same_words(life):
    sent(life)
    for who, desk in ((life.cast.max, "manager"), (life.cast.carla, "client"), (life.cast.sara, "shadow")):
        window = world.browser(who)
        assert window.get(reverse(f"{desk}:handover-pdf", args=[life.assignment])).content.startswith(b"%PDF")
        word = window.get(reverse(f"{desk}:handover-word", args=[life.assignment])).content
        with zipfile.ZipFile(io.BytesIO(word)) as archive:
            assert "Begin met de teamleiders." in archive.read("word/document.xml").decode()


def test_what_was_sent_stays_as_it_was(life):
    before = sent(life).told
    Assignment.objects.update(ends_on=LATER.date() + timedelta(days=300))
    page = world.browser(life.cast.carla).get(reverse("client:handover-document", args=[life.assignment]))
    assert page.context["page"].paper["sections"] in (before["nl"]["sections"], before["en"]["sections"])


def test_a_stranger_and_a_delegate_find_nothing(life):
    sent(life)
    for who, desk in ((life.cast.otto, "client"), (life.cast.olga, "manager"), (life.cast.dirk, "client")):
        for page in ("document", "pdf", "word"):
            answer = world.browser(who).get(reverse(f"{desk}:handover-{page}", args=[life.assignment]))
            assert answer.status_code == 404
