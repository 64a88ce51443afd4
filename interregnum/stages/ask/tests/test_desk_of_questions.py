"""I1: what becomes of visitors' questions at the bureau's desk, and two partners at one question of the firm."""

import re

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.stages.ask.actions.answer_visitor import Left, leave_question, note_asked
from interregnum.stages.ask.models import AskedQuestion, Asker, Question
from interregnum.stages.ask.rules.states import AskedState
from tests.house.forms_of_asking import QUESTION
from tests.world import NOW, browser

pytestmark = [pytest.mark.django_db, pytest.mark.mission("I1")]


def left(**fields: object) -> str:
    return str(leave_question(left=Left(**({"question": "Werkt u op zondag?"} | fields)), at=NOW))


def state_of(code: str) -> str:
    return AskedQuestion.objects.get(code=code).state


class TestTheDesk:
    def test_a_mail_answers_nobody_who_left_a_telephone_number_alone(self, cast):
        code = left(email="vera@example.org")
        left(phone="030 1234567")
        path, window = reverse("bureau:ask-asked-one", args=[code]), browser(cast.anton)
        assert window.post(path, {"text": "Ja, in overleg."}).status_code == 302
        assert Mail.objects.get().to == "vera@example.org"
        assert Asker.objects.get(email="").answered_at is None
        assert state_of(code) == AskedState.OPEN
        assert window.post(path, {"text": "Nog eens."}).status_code == 422
        assert "They have been called" in window.get(path).content.decode()
        assert window.post(path, {"do": "called"}).status_code == 302
        assert state_of(code) == AskedState.ANSWERED
        assert Mail.objects.count() == 1

    def test_who_was_called_is_noted_without_a_text_that_nobody_keeps(self, cast):
        code = left(phone="030 1234567")
        path = reverse("bureau:ask-asked-one", args=[code])
        html = browser(cast.anton).get(path).content.decode()
        assert "<textarea" not in html.split("</main>")[0]
        assert browser(cast.anton).post(path, {"do": "called"}).status_code == 302
        assert state_of(code) == AskedState.ANSWERED

    def test_what_was_set_aside_is_taken_back(self, cast):
        code = note_asked(question="blabla", language="nl", at=NOW)
        path, window = reverse("bureau:ask-asked-one", args=[code]), browser(cast.anton)
        window.post(path, {"do": "aside"})
        assert "Take back" in window.get(path).content.decode()
        assert window.post(path, {"do": "back"}).status_code == 302
        assert state_of(code) == AskedState.OPEN
        assert window.post(path, {"do": "back"}).status_code == 422

    def test_who_was_held_by_mistake_waits_also_after_the_others_were_answered(self, cast):
        code = left(email="vera@example.org")
        left(email="wim@example.org", is_held=True)
        path, window = reverse("bureau:ask-asked-one", args=[code]), browser(cast.anton)
        window.post(path, {"text": "Ja."})
        assert state_of(code) == AskedState.ANSWERED
        window.post(path, {"do": "release", "code": Asker.objects.get(is_held=True).code})
        assert state_of(code) == AskedState.OPEN
        window.post(path, {"text": "Ja, ook voor u."})
        assert set(Mail.objects.values_list("to", flat=True)) == {"vera@example.org", "wim@example.org"}

    def test_what_stands_on_the_page_and_is_still_asked_in_vain_is_open_again(self, cast):
        code = note_asked(question="Werkt u op zondag?", language="nl", at=NOW)
        browser(cast.bea).post(f"{reverse('bureau:ask-question-new')}?asked={code}", QUESTION)
        assert state_of(code) == AskedState.ADDED
        note_asked(question="werkt u op zondag", language="nl", at=NOW)
        assert state_of(code) == AskedState.OPEN


class TestTheVisitor:
    @pytest.mark.usefixtures("cast")
    def test_who_leaves_a_question_reads_how_long_it_is_kept(self):
        assert "na uiterlijk 180 dagen" in browser().get("/vragen/stellen/").content.decode()

    @pytest.mark.usefixtures("cast")
    def test_the_box_leads_a_reader_of_screens_to_what_is_wrong(self):
        html = browser().post("/vragen/", {"q": ""}).content.decode()
        (told,) = re.findall(r'name="q"[^>]*aria-describedby="([^"]+)"', html)
        assert f'id="{told}"' in html


class TestTheFirm:
    def test_of_two_partners_at_one_question_the_second_is_told_and_loses_no_word(self, cast):
        path, window = reverse("bureau:ask-question", args=["what"]), browser(cast.bea)
        seen = window.get(path).context["form"].initial["seen"]
        other = QUESTION | {"question_nl": "Wat doet u eigenlijk?", "seen": seen}
        assert browser(cast.bea).post(path, other).status_code == 302
        told = window.post(path, QUESTION | {"seen": seen})
        assert told.status_code == 422
        assert "A colleague saved this question" in told.content.decode()
        assert QUESTION["answer_nl"] in told.content.decode()
        assert Question.objects.get(code="what").question_nl == "Wat doet u eigenlijk?"
        assert window.post(path, QUESTION | {"seen": told.context["form"]["seen"].value()}).status_code == 302

    def test_no_question_takes_the_place_of_the_box(self, cast):
        browser(cast.bea).post(reverse("bureau:ask-question-new"), QUESTION | {"question_en": "Answer?"})
        assert browser().get("/vragen/").content.decode().count('id="answer"') == 1


def test_who_was_told_of_a_colleague_reads_every_word_as_it_was_typed(cast):
    bea, path = browser(cast.bea), "/bureau/settings/questions/when/"
    form = bea.get(path).context["form"]
    begun = {name: form[name].value() or "" for name in form.fields if name != "once"}
    typed = {name: said for name, said in begun.items() if name != "seen"}
    anton = {**typed, "seen": begun["seen"], "search_nl": "anders", "once": "a"}
    assert browser(cast.bea).post(path, anton).status_code == 302
    late = bea.post(path, {**typed, "seen": begun["seen"], "search_nl": "mijn woord", "once": "b"})
    assert late.status_code == 422
    form = late.context["form"]
    assert [text for _, text in form.standing] == ["anders"]
    assert "As your colleague saved it" in late.content.decode()
    assert {name: form[name].value() for name in typed} == {**typed, "search_nl": "mijn woord"}
    sent = {name: form[name].value() for name in (*typed, "seen")}
    assert bea.post(path, {**sent, "once": "c"}).status_code == 302
    assert Question.objects.get(code="when").search_nl == "mijn woord"
