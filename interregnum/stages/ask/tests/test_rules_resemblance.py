"""A3 B1 C1 E1 E3: worked examples help the words, and never say more than a text supports."""

from dataclasses import replace
from datetime import date

import pytest

from interregnum.kernel.lists import Category, Level, Need, Reason
from interregnum.stages.ask.lexicon import resembles, shipped_lexicon
from interregnum.stages.ask.rules.grounded import EVIDENCE_OF, filled
from interregnum.stages.ask.rules.lexicon import Lexicon
from interregnum.stages.ask.rules.resemblance import Examples, Learned, Resemblance
from interregnum.stages.ask.rules.stretches import MOST_SENTENCES, Meaning, head, sentences
from interregnum.stages.ask.rules.triage import Problem, Triage, triage

ON = date(2026, 9, 1)
PLAIN = "Kan iemand ons hiermee verder helpen alsjeblieft, want zo gaat het niet langer."


def taught(**heights: dict[str, float]) -> Examples:
    """Examples that say the same of every text."""
    fields = {
        field: {code: Learned(height, [0.0], [0.0], []) for code, height in codes.items()}
        for field, codes in heights.items()
    }
    return Examples({}, [0.0], fields)


def beside(text: str, *, lexicon: Lexicon | None = None, **heights: dict[str, float]) -> Triage:
    usual: dict[str, dict[str, float]] = {
        "category": {Category.CHANGE: 0, Category.BRIDGING: -1},
        "need": {Need.MANAGER: 0, Need.UNCLEAR: -1},
        "level": {Level.MIDDLE: 0, Level.TEAM: -1},
        "discipline": {"finance": 3, "sales": -3},
        "reason": {Reason.PERFORMANCE: 3},
    }
    meaning = Meaning([1.0], tuple((stretch, [1.0]) for stretch in sentences(text)), [1.0])
    near = Resemblance(meaning, taught(**(usual | heights)))
    return triage(Problem(text), lexicon=lexicon or shipped_lexicon(), on=ON, resemblance=near)


@pytest.mark.mission("A3")
def test_examples_help_where_words_are_few_and_a_crisis_needs_evidence() -> None:
    assert triage(Problem(PLAIN), lexicon=shipped_lexicon(), on=ON).category is None
    found = beside(PLAIN, category={Category.CRISIS: 9, Category.CHANGE: 3, Category.PROJECT: 1})
    assert (found.category, found.second) == (Category.CHANGE, Category.PROJECT)
    in_crisis = beside(
        f"{PLAIN} De bank is failliet, het is crisis.", category={Category.CRISIS: 9, Category.CHANGE: 3}
    )
    assert in_crisis.category is Category.CRISIS


@pytest.mark.mission("A3")
def test_a_sentence_that_resembles_nothing_so_much_as_crises_is_evidence_of_one() -> None:
    def read_with(*, start: float, direction: float) -> Triage:
        codes = {
            Category.CRISIS: Learned(start, [direction], [0.0], []),
            Category.CHANGE: Learned(0.0, [0.5], [0.0], []),
        }
        rest = taught(need={Need.MANAGER: 0}, level={Level.SENIOR: 0}, discipline={"sales": 1}, reason={}).fields
        meaning = Meaning([1.0], tuple((stretch, [1.0]) for stretch in sentences(PLAIN)), [1.0])
        near = Resemblance(
            meaning, Examples({}, [0.0], {**rest, "category": codes | {Category.PROJECT: codes[Category.CHANGE]}})
        )
        return triage(Problem(PLAIN), lexicon=shipped_lexicon(), on=ON, resemblance=near)

    found = read_with(start=1.0, direction=2.0)
    assert found.category is Category.CRISIS
    assert PLAIN.rstrip(".") in [row.quote for row in found.evidence if row.code == Category.CRISIS]
    assert read_with(start=5.0, direction=0.1).category is not Category.CRISIS
    assert read_with(start=-2.0, direction=2.0).category is not Category.CRISIS


def test_nobody_is_turned_away_by_a_seventh_of_a_likeness() -> None:
    away = {Need.OUT_OF_SCOPE: -1.7, Need.MANAGER: 0.0, Need.UNCLEAR: -3.0}
    assert beside(PLAIN, need=away).need is Need.MANAGER
    for_good = away | {Need.PERMANENT: 0.4}
    assert beside(f"{PLAIN} Liefst in vaste dienst.", need=for_good).need is Need.PERMANENT
    # No word speaks of a seat for good.
    assert beside(PLAIN, need=for_good).need is Need.MANAGER
    assert beside(PLAIN, need=away | {Need.OUT_OF_SCOPE: 4.0}).need is Need.OUT_OF_SCOPE


@pytest.mark.mission("B1")
def test_advice_is_told_before_it_is_most_likely() -> None:
    shares = {Need.MANAGER: 0.0, Need.ADVISER: -1.4, Need.ADVICE_FIRST: -1.5}
    assert beside(PLAIN, need=shares).need is Need.ADVISER
    assert beside(PLAIN, need=shares | {Need.ADVISER: -4.0, Need.ADVICE_FIRST: -2.4}).need is Need.MANAGER


def test_a_level_that_no_word_speaks_of_must_be_clear() -> None:
    assert beside(PLAIN, level={Level.MIDDLE: 0.1, Level.TEAM: 0, Level.SENIOR: 0}).level is None
    assert beside(PLAIN, level={Level.MIDDLE: 4, Level.TEAM: 0}).level is Level.MIDDLE


def test_what_examples_add_is_quoted_with_the_sentence_that_made_it_likely() -> None:
    found = beside(PLAIN)
    assert found.disciplines == ("finance",)
    rows = [row for row in found.evidence if (row.field, row.code) == ("discipline", "finance")]
    assert [row.quote for row in rows] == [PLAIN.rstrip(".")]
    assert all(PLAIN[row.start : row.end] == row.quote for row in found.evidence)


@pytest.mark.mission("E3")
def test_a_discipline_of_the_firm_itself_needs_no_examples_and_one_out_of_use_is_not_given() -> None:
    lexicon = shipped_lexicon()
    kept = tuple(concept for concept in lexicon.concepts if concept.code != "finance")
    assert "finance" not in beside(PLAIN, lexicon=Lexicon(kept)).disciplines
    own = replace(
        next(one for one in kept if one.field == "discipline"),
        name="own_discipline_stables",
        code="stables",
        patterns=("stal*",),
    )
    text = "Gezocht: interim manager voor het stallenbeheer van onze fokkerij."
    assert beside(text, lexicon=Lexicon((*kept, own))).disciplines == ("stables",)


def test_the_head_and_the_sentences_leave_out_what_stands_around_a_request() -> None:
    text = "Van: Jan\nAan: bureau\n\nOns hoofd is ziek. Wij zoeken vervanging.\n\nMet vriendelijke groet,\nJan de Vries"
    assert head(text) == "Ons hoofd is ziek. Wij zoeken vervanging"
    assert [text[one.start : one.end] for one in sentences(text)] == ["Ons hoofd is ziek", "Wij zoeken vervanging"]
    assert [one.asks for one in sentences(text)] == [False, True]
    assert len(sentences("Dit is een zin. " * 500)) == MOST_SENTENCES


@pytest.mark.parametrize(
    "text",
    [
        "Onze teamleider schade is bevallen; wij zoeken voor vier maanden vervanging.",
        "We need someone senior to rebuild our sales organisation, which has lost a third of its customers.",
        "Wat denkt u hiervan, is er iemand die dit kan trekken in onze situatie?",
    ],
)
def test_every_filled_field_has_a_quote_with_the_examples_that_the_software_comes_with(text: str) -> None:
    found = triage(Problem(text), lexicon=shipped_lexicon(), on=ON, resemblance=resembles(text))
    fields = {row.field for row in found.evidence if row.quote and text[row.start : row.end] == row.quote}
    assert {EVIDENCE_OF.get(name, name) for name in filled(found)} <= fields
    assert all(0 <= sure <= 100 for sure in found.confidences.values())


@pytest.mark.mission("A3")
def test_the_runner_up_is_quoted_as_well() -> None:
    found = beside(PLAIN, category={Category.CHANGE: 2, Category.PROJECT: 1, Category.EXPERTISE: 0})
    assert found.second is Category.PROJECT
    assert PLAIN.rstrip(".") in [row.quote for row in found.evidence if row.code == Category.PROJECT]
