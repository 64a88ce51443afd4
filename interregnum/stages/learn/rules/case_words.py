"""A text as it is compared: without capitals, accents and invisible signs, each letter with its place in the text."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Letters that no decomposition takes apart.
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Folded:
    """`places[n]` is where letter n of `text` stands in what was folded."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """From a piece of the folded text to that of the original."""
        return self.places[start], self.places[end - 1] + 1


@dataclass(frozen=True)
class Word:
    text: str
    start: int
    end: int


def folded(text: str) -> Folded:
    kept: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for letter in _plain(sign):
            kept.append(letter)
            places.append(place)
    return Folded("".join(kept), tuple(places))


def plain(text: str) -> str:
    return folded(text).text


def _plain(sign: str) -> Iterator[str]:
    for part in unicodedata.normalize("NFKD", sign.casefold()):
        # Marks on letters, and signs that nobody sees, such as a soft hyphen or a joiner.
        if unicodedata.category(part) not in {"Mn", "Me", "Cf"}:
            yield from _PLAIN.get(part, part)


def words(text: str) -> list[Word]:
    """The words of a folded text: letters and figures alone."""
    return [Word(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]
