"""Cuts a request into words that remember where they stood, so that every proposal can quote the client."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

# A tag, an address or a word. Accents typed apart and soft hyphens belong to the word they stand in.
_PIECE = re.compile(r"<[^<>]{1,300}>|https?://\S{1,500}|[\w\u0300-\u036f\u00ad]+")
_SENTENCE_END = re.compile(r"[.!?;](?:[\"'”’)\]]?\s|$)|\n\s*\n|\n\s*[-*•–]|<")
_CLAUSE_END = re.compile(r"[,:()–—]|\s-\s")
_CONJUNCTIONS = frozenset({"maar", "but", "echter", "however", "wel"})
LONGEST_WORD = 60
# Some thirty pages; a request that goes on longer has said what it asks.
MOST_WORDS = 15_000


@dataclass(frozen=True, slots=True)
class Word:
    """One word, folded to lower case without accents, and its place: text[start:end], its sentence and its clause."""

    folded: str
    start: int
    end: int
    sentence: int
    clause: int


def fold(word: str) -> str:
    """Lower case, without accents and soft hyphens.

    >>> fold("Coöperatie")
    'cooperatie'
    """
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter) and letter != "\u00ad")


def words(text: str, *, most: int = MOST_WORDS) -> tuple[Word, ...]:
    """All words of the text in order; HTML tags and web addresses are no words, and reading stops at `most`."""
    return tuple(islice(_cut(text), most))


def _cut(text: str) -> Iterator[Word]:
    sentence = clause = end = 0
    for piece in _PIECE.finditer(text):
        between = text[end : piece.start()]
        end = piece.end()
        markup = piece.group().startswith(("<", "http"))
        if _SENTENCE_END.search(between) or markup:
            sentence, clause = sentence + 1, clause + 1
        if markup:
            continue
        folded = fold(piece.group()[:LONGEST_WORD])
        if _CLAUSE_END.search(between) or folded in _CONJUNCTIONS:
            clause += 1
        yield Word(folded, piece.start(), piece.end(), sentence, clause)
