"""Which answer fits a question: slips of the pen, hostile input, and entries that the firm added itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.stages.ask import answers
from interregnum.stages.ask.answers import entry_of, knowledge, resembles, shipped_entries
from interregnum.stages.ask.rules.answer import NEAR, Answered, answer
from interregnum.stages.ask.rules.answer_words import mended

BELGIUM = (
    "belgium",
    "Werkt u ook in België?",
    "Do you work in Belgium as well?",
    "belgie vlaanderen brussel buitenland",
    "belgium flanders brussels abroad",
    "Ja, in Vlaanderen en Brussel.",
    "Yes, in Flanders and Brussels.",
)


def asked(question: str, *more: tuple[str, ...]) -> Answered:
    return answer(question, entries=(*shipped_entries(), *map(entry_of, more)), knowledge=knowledge())


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        ("wat is een schaduwmanger", "quality"),
        ("wat zijn de vordelen", "advantages"),
        ("hoe reageert het personel", "employees"),
        ("waht are the benefitts", "advantages"),
        ("heb ik een consultnat nodig", "adviser_or_manager"),
    ],
)
def test_a_slip_of_the_pen_is_put_right(slip: str, code: str) -> None:
    assert asked(slip).codes[0] == code


def test_a_short_word_is_left_as_it_stands() -> None:
    assert mended("kaas", knowledge()) == "kaas"


def test_a_question_that_the_firm_added_is_found_by_its_search_words() -> None:
    question = "Komen jullie ook naar Vlaanderen?"
    assert asked(question).codes != ("belgium",)
    assert asked(question, BELGIUM).codes[0] == "belgium"
    assert asked("Is Brussels too far for your managers?", BELGIUM).codes[0] == "belgium"


def test_an_entry_that_is_switched_off_is_no_answer() -> None:
    others = tuple(entry for entry in shipped_entries() if entry.code != "quality")
    assert "quality" not in answer("Wat is een schaduwmanager?", entries=others, knowledge=knowledge()).codes


def test_without_any_entry_there_is_no_answer() -> None:
    assert answer("Wat is interim-management?", entries=(), knowledge=knowledge()).codes == ("none",)


def test_the_visitor_hears_what_an_unanswered_question_is_about() -> None:
    assert asked("Wat is het uurtarief?").subject == "price"
    assert asked("qwertz uiop").subject == ""


def test_two_subjects_get_two_answers() -> None:
    assert set(asked("Wie bewaakt de kwaliteit en hoe reageren medewerkers?").codes) == {"quality", "employees"}


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_whatever_is_asked_gets_an_answer_or_none(text: str) -> None:
    codes = asked(text).codes
    assert codes == ("none",) or 1 <= len(codes) <= 2


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "\u202e\u200b", "?" * 5000, "<script>alert(1)</script>" * 99, "🙂" * 500]
)
def test_what_is_no_question_has_no_answer(text: str) -> None:
    assert asked(text).codes == ("none",)


def test_with_the_encoder_an_answer_of_the_firm_goes_first_and_what_is_switched_off_is_not_given() -> None:
    question = "Komen jullie ook naar Vlaanderen?"
    entries = (*shipped_entries(), entry_of(BELGIUM))
    found = answer(
        question, entries=entries, knowledge=knowledge(), likeness=resembles(question, {"belgium": BELGIUM[1:3]})
    )
    assert found.codes[0] == "belgium"
    asked_of_staff = "Mijn team is bang voor zo iemand."
    likeness = resembles(asked_of_staff)
    assert answer(asked_of_staff, entries=entries, knowledge=knowledge(), likeness=likeness).codes[0] == "employees"
    others = tuple(entry for entry in entries if entry.code != "employees")
    assert answer(asked_of_staff, entries=others, knowledge=knowledge(), likeness=likeness).codes == ("none",)


def test_an_answer_of_the_firm_is_found_by_what_its_question_means() -> None:
    own = {"belgium": BELGIUM[1:3]}
    assert resembles("Do you also operate in Belgium?", own).near["belgium"] > NEAR
    assert resembles("Wat kost een dag?", own).near["belgium"] < NEAR


def test_the_sentences_of_the_shipped_answers_were_read_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "encoded_to_be_found", None)
    near = answers.nearness_to("Wat is een schaduwmanager?")
    assert all(0 < near(sentence) <= 1 for sentence in answers.shipped_sentences())
