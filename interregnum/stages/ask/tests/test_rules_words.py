"""Words, denials and the lexicon: what is read, and that it is really there."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.stages.ask.lexicon import shipped_lexicon
from interregnum.stages.ask.rules.finding import read
from interregnum.stages.ask.rules.lexicon import lexicon_of
from interregnum.stages.ask.rules.triage import Problem, Triage, triage
from interregnum.stages.ask.rules.words import words

ON = date(2026, 9, 1)
PIECES = (
    *("Gezocht: interim manager", "crisis", "geen", "<b>directeur</b>", "per 1 oktober", "drie dagen per week"),
    *("vertrokken", "e\u0301e\u0301n", "\u202eomgekeerd\u202c", "مدير مؤقت", "\x00\x07", "\n\n", "niet zelf"),
    *("31 april", "voor 0 maanden", "ﬁnance"),
)
anything = st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))


def understood(text: str) -> Triage:
    return triage(Problem(text), lexicon=shipped_lexicon(), on=ON)


@given(anything)
@settings(max_examples=200, deadline=None)
def test_every_quote_stands_in_what_the_client_wrote(text: str) -> None:
    for piece in understood(text).evidence:
        assert text[piece.start : piece.end] == piece.quote != ""
        assert piece.weight > 0


@given(anything)
@settings(max_examples=60, deadline=None)
def test_the_same_words_on_the_same_day_are_understood_the_same(text: str) -> None:
    assert understood(text) == understood(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gezocht: interim manager in een crisis. " * 5000,
        "van 1 " * 33_000,
        "a" * 200_000,
        " ".join(f"w{number}manager" for number in range(15_000)),
        "<" * 200_000,
        "zoekt tot geen " * 13_000,
    ],
    ids=["hits", "dates", "one word", "new words", "tags", "asking"],
)
def test_a_client_who_pastes_a_whole_archive_is_answered(text: str) -> None:
    assert all(text[one.start : one.end] == one.quote for one in understood(text).evidence)


@pytest.mark.parametrize("text", ["", " ", "\x00\x01", "?", "🙂", "<p></p>", "‮"])
def test_a_visitor_who_says_nothing_is_asked_what_the_problem_is(text: str) -> None:
    found = understood(text)
    assert (found.category, found.evidence) == (None, ())
    assert "problem" in found.questions


def test_carla_may_paste_from_a_web_page() -> None:
    found = understood(
        "<div class='crisis manager'>Onze <b>controller</b> is ziek.</div><p>Zie https://crisis.example/x</p>"
    )
    assert {piece.quote for piece in found.evidence if piece.field == "category"} == {"controller", "ziek"}


def test_accents_typed_apart_belong_to_their_word() -> None:
    assert [word.folded for word in words("Coo\u0308peratie en coöperatie")] == ["cooperatie", "en", "cooperatie"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Er is een crisis.", True),
        ("Er is geen crisis.", False),
        ("Een crisis is het niet.", False),
        ("Het is niet echt een crisis.", False),
        ("Geen haast, maar het is een crisis.", True),
        ("Het is niet alleen een crisis.", True),
        ("There is no crisis.", False),
        ("It is not only a crisis.", True),
        ("A crisis is not what we have.", False),
    ],
)
def test_what_a_client_denies_is_not_held_against_them(text: str, said: bool) -> None:
    assert bool(read(text, shipped_lexicon()).of("category", "crisis")) is said


def test_a_concept_without_words_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="needs patterns"):
        lexicon_of([{"name": "empty", "field": "category", "code": "crisis", "weight": 3}])
    with pytest.raises(ValueError, match="must begin and end"):
        _ = lexicon_of([{"name": "gap", "field": "need", "code": "adviser", "weight": 3, "en": ["~ advice"]}]).patterns
    with pytest.raises(ValueError, match="no text can hold"):
        _ = lexicon_of([{"name": "kpi", "field": "result", "code": "result", "weight": 1, "nl": ["kpi's"]}]).patterns


def test_every_pattern_of_the_lexicon_can_be_read() -> None:
    assert len(shipped_lexicon().patterns) > 1000
    assert len({concept.name for concept in shipped_lexicon().concepts}) == len(shipped_lexicon().concepts)
