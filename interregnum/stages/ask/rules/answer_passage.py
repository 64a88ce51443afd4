"""I1: which sentence of an answer answers the question; it is marked for the visitor."""

import re
from collections.abc import Callable, Iterator

from interregnum.stages.ask.rules.answer_words import Knowledge, stems_of
from interregnum.stages.ask.rules.finding import read

_END = re.compile(r"(?<=[.!?])\s+")
# What makes a line an item, a heading or a quotation, and what breaks it at its end.
_AROUND = re.compile(r"^\s*(?:(?:[-*+]|#{1,6}|\d+[.)])\s+|>\s*)+|\\$")
# What opens and closes with the same letters.
_PAIRS = ("**", "*", "__", "_")
# A clue that stands in question and sentence alike says more than a word that does.
SAME_CLUE, SAME_WORD = 3, 2
# What nearness in meaning counts for at 1; between sentences of one answer it differs by a few hundredths.
NEARNESS = 70


def passage(
    question: str,
    answer: str,
    *,
    code: str,
    knowledge: Knowledge,
    nearness: Callable[[str], float] = lambda _sentence: 0,
) -> str:
    """The sentence of a Markdown text that has most in common with the question, as it stands in the text.

    `nearness`: from 0 to 1, how near a sentence lies to the question. Of equals the first; with nothing in common the
    first sentence, which answers in short.
    """
    wanted = stems_of(question, knowledge.common)
    clues = _clues(question, code, knowledge)
    parts = list(sentences(answer))
    if not parts:
        return ""

    def points(sentence: str) -> float:
        same = clues & _clues(sentence, code, knowledge)
        shared = wanted & stems_of(sentence, knowledge.common)
        return SAME_CLUE * len(same) + SAME_WORD * len(shared) + NEARNESS * nearness(sentence)

    return max(parts, key=points)


def _clues(text: str, code: str, knowledge: Knowledge) -> frozenset[str]:
    hits = read(text, knowledge.lexicon).hits
    return frozenset(hit.concept.name for hit in hits if hit.concept.code == code)


def sentences(answer: str) -> Iterator[str]:
    """The sentences of each line, without its bullet; a line where one would cut bold or a link in two is whole."""
    for line in answer.splitlines():
        line = _AROUND.sub("", line).strip()
        parts = _END.split(line)
        if any(part.count("[") != part.count("]") or any(part.count(pair) % 2 for pair in _PAIRS) for part in parts):
            parts = [line]
        yield from (part for part in parts if any(map(str.isalnum, part)))
