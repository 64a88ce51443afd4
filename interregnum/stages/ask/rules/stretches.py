"""A3: the stretches of a request that are held beside the examples: its head, and its sentences one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt, sumprod

from interregnum.stages.ask.rules.letter import Kind, parts
from interregnum.stages.ask.rules.words import Word, words

# The encoder takes longer over longer texts; what is asked is said early, or in a sentence that asks.
MOST_WORDS = 120
MOST_SENTENCES = 40
LONGEST_SENTENCE = 60
_FEW_WORDS = 3
_ASKING = (
    "gezocht", "gevraagd", "zoek", "vraag", "vragen", "nodig", "opdracht", "willen", "wilt", "graag", "wie", "taak",
    "moet", "wanted", "need", "look", "seek", "search", "ask", "assignment", "task", "want", "require", "hire", "can",
    "benoem", "stelt", "appoint", "u", "interim", "tijdelijk", "who", "help", "must",
)  # fmt: skip
_WHOLE = frozenset({"wie", "who", "u", "can", "wil"})
_BEGINS = tuple(stem for stem in _ASKING if stem not in _WHOLE)


@dataclass(frozen=True)
class Stretch:
    """A sentence of the request: text[start:end], and whether it asks for something."""

    start: int
    end: int
    asks: bool


@dataclass(frozen=True)
class Meaning:
    """What the encoders make of a request: a vector for its head and for each sentence, and the head as seen again."""

    head: Sequence[float]
    sentences: tuple[tuple[Stretch, Sequence[float]], ...]
    again: Sequence[float]

    def asked(self) -> Sequence[float]:
        """Where the sentences that ask lie together; the head when none asks."""
        asking = [vector for stretch, vector in self.sentences if stretch.asks]
        if not asking:
            return self.head
        return of_length_one([sum(values) for values in zip(*asking, strict=True)])


def of_length_one(values: Sequence[float]) -> list[float]:
    """The same direction at length 1; nothing stays nothing."""
    length = sqrt(sumprod(values, values)) or 1.0
    return [value / length for value in values]


def head(text: str) -> str:
    """The first words of the request without mail headers, signatures and boiler plate; "" when there are no words."""
    body = "".join(text[part.start : part.end] for part in parts(text) if part.kind is Kind.BODY)
    said = words(body, most=MOST_WORDS)
    return body[said[0].start : said[-1].end] if said else ""


def sentences(text: str) -> tuple[Stretch, ...]:
    """The sentences of the request, those of mail headers, signatures and boiler plate left out."""
    return tuple(_sentences(text))[:MOST_SENTENCES]


def _sentences(text: str) -> Iterator[Stretch]:
    for part in parts(text):
        if part.kind is not Kind.BODY:
            continue
        for _, said in groupby(words(text[part.start : part.end]), key=lambda word: word.sentence):
            spoken = list(said)[:LONGEST_SENTENCE]
            if len(spoken) >= _FEW_WORDS:
                yield Stretch(part.start + spoken[0].start, part.start + spoken[-1].end, any(map(_asks, spoken)))


def _asks(word: Word) -> bool:
    return word.folded in _WHOLE or word.folded.startswith(_BEGINS)
