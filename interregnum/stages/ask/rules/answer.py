"""I1: which of the firm's answers fits what a visitor asks, and why; or that the page has no answer to it.

A question is read with clues: ways of speaking that point to one answer. Beside them count the words that it shares
with the questions, search words and answers on the page, so that a question added by the firm is found at once, and how
much it resembles invented questions that each answer is right for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interregnum.stages.ask.rules.answer_words import Knowledge, Spoken, shared_points, spoken
from interregnum.stages.ask.rules.finding import Hit, read

NONE = "none"
TRADE = "trade"
# Fewer points than these are a guess; a question that speaks of the trade needs fewer.
ENOUGH = 3.0
ENOUGH_ON_TRADE = 2.0
# A second answer is given when it has this share of the points of the first.
SECOND_SHARE = 0.75
# What each word that nobody knows takes away from a question that does not even speak of the trade.
STRANGE = 1.0
MOST_STRANGE = 3
LONGEST_QUESTION = 1000
# What a question gains for an answer when all examples that it resembles have that one, and what for none.
LIKENESS = 4.0
LIKENESS_OF_NONE = 1.5


@dataclass(frozen=True)
class Entry:
    """One question with its answer, as far as it is searched: words of both languages, folded."""

    code: str
    question: frozenset[str]
    search: frozenset[str]
    answer: frozenset[str]


@dataclass(frozen=True)
class Ground:
    """Why an answer scores: the clue or kind of word, the words in the question, the points."""

    clue: str
    words: str
    points: float


@dataclass(frozen=True)
class Found:
    """An answer that fits, with its points and grounds."""

    code: str
    points: float
    grounds: tuple[Ground, ...]


@dataclass(frozen=True)
class Answered:
    """The answers that fit, best first, two at most; none means that the page has no answer, `subject` says why."""

    found: tuple[Found, ...]
    subject: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(one.code for one in self.found) or (NONE,)


def answer(
    question: str, *, entries: Sequence[Entry], knowledge: Knowledge, likeness: Mapping[str, int] | None = None
) -> Answered:
    """The best answer or two to a question in plain words, of those entries alone.

    `likeness`: shares of 100 by code of the invented questions that it resembles, where an encoder was asked.

    >>> from interregnum.stages.ask.answers import knowledge, shipped_entries
    >>> answer("En als het niet klikt?", entries=shipped_entries(), knowledge=knowledge()).codes
    ('not_satisfied',)
    """
    said = spoken(question[:LONGEST_QUESTION], knowledge, entries)
    grounds, near = _grounds(read(said.text, knowledge.lexicon).hits), likeness or {}
    elsewhere = sorted(grounds.get(NONE, []), key=lambda ground: -ground.points)
    against = sum(ground.points / (1 + at) for at, ground in enumerate(elsewhere))
    against += LIKENESS_OF_NONE * near.get(NONE, 0) / 100
    scored = [_scored(entry, grounds.get(entry.code, []), said, entries, near.get(entry.code, 0)) for entry in entries]
    on_trade = TRADE in grounds
    least = (ENOUGH_ON_TRADE if on_trade else ENOUGH) + _lost(said, on_trade=on_trade)
    fitting = sorted((one for one in scored if one.points >= least), key=lambda one: -one.points)
    if not fitting or against >= fitting[0].points:
        return Answered((), elsewhere[0].clue if elsewhere else "")
    best = fitting[0].points
    return Answered(tuple(one for one in fitting[:2] if one.points >= best * SECOND_SHARE))


def _grounds(hits: Sequence[Hit]) -> Mapping[str, list[Ground]]:
    """Each clue once, under the answer that it points to."""
    found: dict[str, dict[str, Ground]] = {}
    for hit in hits:
        concept = hit.concept
        found.setdefault(concept.code, {}).setdefault(
            concept.name, Ground(concept.name.split(": ")[1], hit.phrase, concept.weight)
        )
    return {code: list(clues.values()) for code, clues in found.items()}


def _scored(entry: Entry, clues: list[Ground], said: Spoken, entries: Sequence[Entry], share: int) -> Found:
    """The points of an answer; likeness alone is a guess, so without another ground it counts half."""
    shared = [Ground(kind, word, points) for kind, word, points in shared_points(said, entry, entries)]
    gain = LIKENESS * share / 100 / (1 if clues or shared else 2)
    alike = [Ground("resembles questions like it", "", round(gain, 1))] if gain else []
    grounds = (*clues, *shared, *alike)
    return Found(entry.code, sum(ground.points for ground in grounds), grounds)


def _lost(said: Spoken, *, on_trade: bool) -> float:
    """What words of another world take away; a question about the trade may hold a word or two that nobody knows."""
    strange = min(len(said.strange), MOST_STRANGE)
    return STRANGE * (max(0, strange - 1) / 2 if on_trade else strange)
