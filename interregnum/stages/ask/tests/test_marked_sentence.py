"""I1: whatever the firm types, a sentence is marked without a change to what stands around it."""

import re

import pytest

from interregnum.stages.ask.answers import shipped_sentences
from interregnum.stages.ask.rules.answer_passage import sentences
from interregnum.web.markdown import plain, rendered

TYPED = [
    "**Ja.**\n\nNee.",
    "Wij komen. **Ook in België!** Bel ons.",
    "### Kop\n\nTekst hier. Meer.",
    "> Een citaat. Nog een.",
    "1) een\n2) twee",
    "*Ja hoor. Nee hoor.* Klaar.",
    "_Ja hoor._ Klaar.",
    "Een __vet. Zin__. Klaar.",
    "Zie [onze site. Echt](https://voorbeeld.example/a). Ja.",
    "Kop\n---\nTekst.",
    "Een regel\\\nNog een. Klaar",
    "* *cursief*\n* **vet**",
    *shipped_sentences(),
]


def bare(html: str) -> str:
    return re.sub(r"</?mark>", "", html)


@pytest.mark.parametrize("text", TYPED)
def test_the_mark_is_around_words_alone_and_nothing_else_changes(text: str) -> None:
    for sentence in sentences(text):
        html = str(rendered(text, marked=sentence))
        (marked,) = re.findall(r"<mark>(.*?)</mark>", html, re.DOTALL)
        assert bare(html) == rendered(text)
        assert bare(marked) == marked and marked.count("<") == 2 * marked.count("</")
        assert any(map(str.isalnum, marked))


def test_a_word_within_another_is_not_marked() -> None:
    assert rendered("- marketingbeleid\n- marketing", marked="marketing").index("<mark>") > 20


def test_search_engines_read_the_words_as_visitors_do() -> None:
    assert plain('R&D en **"meer"**, 2 < 3.\n\n- een\n- twee') == 'R&D en "meer", 2 < 3. een twee'
