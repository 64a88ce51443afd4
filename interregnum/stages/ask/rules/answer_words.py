"""The words of a visitor's question: slips of the pen put right, and which of them nobody knows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from interregnum.stages.ask.rules.lexicon import Lexicon
from interregnum.stages.ask.rules.words import fold, words

if TYPE_CHECKING:
    from interregnum.stages.ask.rules.answer import Entry

SHORTEST_MENDED = 5
LONG = 9
# Points of a word that the question shares with the search words, the question and the answer on the page.
SHARED = {"search": 3.0, "question": 1.5, "answer": 0.4}
MOST_SHARED = {"search": 6.0, "question": 3.0, "answer": 1.2}
STEM = 6


@dataclass(frozen=True)
class Knowledge:
    """The clues of all answers, and the words that say nothing of a subject."""

    lexicon: Lexicon
    common: frozenset[str]

    @cached_property
    def stems(self) -> tuple[tuple[str, bool], ...]:
        """The words of the clues that a slip of the pen may have meant; true where the end is open."""
        choices = {choice for pattern in self.lexicon.patterns for step in pattern.steps for choice in step.split("|")}
        plain = {(choice.strip("*"), choice.endswith("*")) for choice in choices if not choice.startswith("*")}
        return tuple(sorted(stem for stem in plain if len(stem[0]) >= SHORTEST_MENDED))

    def knows(self, word: str) -> bool:
        return word in self.common or bool(self.lexicon.shapes.fitting(word))


@dataclass(frozen=True)
class Spoken:
    """A question with its slips put right: its text, its words that carry a subject, and those that nobody knows."""

    text: str
    content: frozenset[str]
    strange: frozenset[str]


def spoken(question: str, knowledge: Knowledge, entries: Sequence["Entry"]) -> Spoken:
    """Reads a question against what is known: the clues, the common words, the words on the page."""
    page = frozenset(word for entry in entries for word in (*entry.question, *entry.search, *entry.answer))
    pieces: list[str] = []
    content: set[str] = set()
    strange: set[str] = set()
    end = 0
    for word in words(question):
        meant = word.folded
        if not knowledge.knows(meant) and stem_of(meant) not in page:
            meant = mended(meant, knowledge)
            if not knowledge.knows(meant) and len(meant) > 2 and not meant.isdigit():
                strange.add(meant)
        if meant not in knowledge.common:
            content.add(stem_of(meant))
        pieces += [question[end : word.start], meant]
        end = word.end
    return Spoken("".join([*pieces, question[end:]]), frozenset(content), frozenset(strange))


def mended(word: str, knowledge: Knowledge) -> str:
    """The word of a clue that was probably meant, or the word as it stands.

    One letter may be wrong, missing, doubled or swapped with its neighbour; in a long word two. The first one is right.
    """
    if len(word) < SHORTEST_MENDED:
        return word
    best, nearest = word, len(word)
    for stem, is_open in knowledge.stems:
        most = 2 if len(stem) >= LONG else 1
        if stem[0] != word[0] or (not is_open and abs(len(stem) - len(word)) > most):
            continue
        if is_open and len(stem) < SHORTEST_MENDED + 1:
            continue
        for cut in {len(stem) - 1, len(stem), len(stem) + 1} if is_open else {len(word)}:
            distance = OSA.distance(word[:cut], stem, score_cutoff=most)
            if distance <= most and distance < nearest:
                best, nearest = (stem + word[cut:] if is_open else stem), distance
    return best


def stem_of(word: str) -> str:
    """A word without its ending, so that "opdracht" and "opdrachten" are one."""
    return word[:STEM]


def stems_of(text: str, common: frozenset[str]) -> frozenset[str]:
    """The stems of all words of a text that carry a subject."""
    return frozenset(stem_of(word.folded) for word in words(text) if word.folded not in common and len(word.folded) > 2)


def shared_points(said: Spoken, entry: "Entry", entries: Sequence["Entry"]) -> Iterator[tuple[str, str, float]]:
    """Kind, word and points of what a question shares with an entry; a word that stands everywhere counts little."""
    for kind, points in SHARED.items():
        left = MOST_SHARED[kind]
        for word in sorted(said.content & getattr(entry, kind)):
            everywhere = sum(word in getattr(other, kind) for other in entries)
            worth = min(left, points / everywhere)
            if worth > 0:
                yield kind, word, worth
            left -= worth


def folded_words(text: str) -> frozenset[str]:
    """All words of a text, folded."""
    return frozenset(fold(word) for word in text.split())
