"""I1: which of the firm's answers fits what a visitor asks, and why; or that the page has no answer to it.

A question is read with clues: ways of speaking that point to one answer. Beside them count the words that it shares
with the questions, search words and answers on the page. Where an encoder was asked, the invented questions that it
resembles decide between the answers that the software comes with, clues among their traits; an answer of the firm
itself, of which there are no such questions, is found by shared words and by how near its own question lies.
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
# From this nearness (of 100) on the question of an entry counts, and what it counts for at 100.
NEAR, NEAREST = 55, 6.0


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


@dataclass(frozen=True)
class Likeness:
    """What an encoder adds: shares of 100 by code, none among them, of the invented questions that a question
    resembles, and how near (of 100) the question of each other entry lies.
    """

    shares: Mapping[str, int]
    near: Mapping[str, int]


def answer(
    question: str, *, entries: Sequence[Entry], knowledge: Knowledge, likeness: Likeness | None = None
) -> Answered:
    """The best answer or two to a question in plain words, of those entries alone.

    >>> from interregnum.stages.ask.answers import knowledge, shipped_entries
    >>> answer("En als het niet klikt?", entries=shipped_entries(), knowledge=knowledge()).codes
    ('not_satisfied',)
    """
    said = spoken(question[:LONGEST_QUESTION], knowledge, entries)
    grounds, near = _grounds(read(said.text, knowledge.lexicon).hits), likeness.near if likeness else {}
    elsewhere = sorted(grounds.get(NONE, []), key=lambda ground: -ground.points)
    scored = [_scored(entry, grounds.get(entry.code, []), said, entries, near.get(entry.code, 0)) for entry in entries]
    on_trade = TRADE in grounds
    least = (ENOUGH_ON_TRADE if on_trade else ENOUGH) + _lost(said, on_trade=on_trade)
    subject = elsewhere[0].clue if elsewhere else ""
    if likeness is not None and said.content | said.strange:
        return _by_examples(scored, likeness.shares, subject)
    against = sum(ground.points / (1 + at) for at, ground in enumerate(elsewhere))
    fitting = sorted((one for one in scored if one.points >= least), key=lambda one: -one.points)
    if not fitting or against >= fitting[0].points:
        return Answered((), subject)
    best = fitting[0].points
    return Answered(tuple(one for one in fitting[:2] if one.points >= best * SECOND_SHARE))


def _by_examples(scored: Sequence[Found], shares: Mapping[str, int], subject: str) -> Answered:
    """An answer of the firm's own that has enough points goes first; then what most examples have."""
    own = max((one for one in scored if one.code not in shares), key=lambda one: one.points, default=None)
    learned = sorted((one for one in scored if one.code in shares), key=lambda one: -shares[one.code])
    most = max(shares.values())
    likely = [_alike(one, shares[one.code]) for one in learned if shares[one.code] >= most * SECOND_SHARE]
    if shares[NONE] == most or not likely or shares[likely[0].code] < most:
        likely = []
    first = (own,) if own and own.points >= ENOUGH else ()
    found = (*first, *likely)[:2]
    return Answered(found, "" if found else subject)


def _alike(one: Found, share: int) -> Found:
    ground = Ground("resembles questions like it", "", share / 10)
    return Found(one.code, one.points, (*one.grounds, ground))


def _grounds(hits: Sequence[Hit]) -> Mapping[str, list[Ground]]:
    """Each clue once, under the answer that it points to."""
    found: dict[str, dict[str, Ground]] = {}
    for hit in hits:
        concept = hit.concept
        found.setdefault(concept.code, {}).setdefault(
            concept.name, Ground(concept.name.split(": ")[1], hit.phrase, concept.weight)
        )
    return {code: list(clues.values()) for code, clues in found.items()}


def _scored(entry: Entry, clues: list[Ground], said: Spoken, entries: Sequence[Entry], near: int) -> Found:
    """The points of an answer: its clues, the words it shares with the question, and how near its own question lies."""
    shared = [Ground(kind, word, points) for kind, word, points in shared_points(said, entry, entries)]
    gain = NEAREST * max(0, near - NEAR) / (100 - NEAR)
    beside = [Ground("is near its question", "", round(gain, 1))] if gain else []
    grounds = (*clues, *shared, *beside)
    return Found(entry.code, sum(ground.points for ground in grounds), grounds)


def _lost(said: Spoken, *, on_trade: bool) -> float:
    """What words of another world take away; a question about the trade may hold a word or two that nobody knows."""
    strange = min(len(said.strange), MOST_STRANGE)
    return STRANGE * (max(0, strange - 1) / 2 if on_trade else strange)
