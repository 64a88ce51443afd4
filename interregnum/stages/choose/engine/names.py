"""The dictionary of a snapshot: numbers for disciplines, sub-sectors, languages, subjects and organisations."""

from collections.abc import Iterable
from enum import StrEnum

from interregnum.stages.choose.rules.organisations import same_organisation, telling, words_of

NOBODY = 0


class Kind(StrEnum):
    """What a name of the dictionary is the name of."""

    DISCIPLINE = "discipline"
    SECTOR = "sector"
    LANGUAGE = "language"
    CONCEPT = "concept"
    ORGANISATION = "organisation"


class Names:
    """Finds the numbers of what a brief names. Whether two organisations are one is asked of the rule itself."""

    def __init__(self, entries: Iterable[tuple[int, str, str]] = ()) -> None:
        self.numbers: dict[tuple[str, str], int] = {}
        self.organisations: dict[int, str] = {}
        # All but organisations: a bitmap each.
        self.marks: dict[int, str] = {}
        self.by_words: dict[frozenset[str], list[int]] = {}
        self.by_word: dict[str, list[int]] = {}
        for number, kind, text in entries:
            self.add(number, kind, text)

    def add(self, number: int, kind: str, text: str) -> None:
        if (kind, text) in self.numbers:
            return
        self.numbers[kind, text] = number
        if kind != Kind.ORGANISATION:
            self.marks[number] = kind
            return
        self.organisations[number] = text
        words = words_of(text)
        self.by_words.setdefault(words, []).append(number)
        for word in telling(words):
            self.by_word.setdefault(word, []).append(number)

    def number(self, kind: Kind, text: str) -> int:
        """NOBODY for a name that no manager has."""
        return self.numbers.get((kind, text), NOBODY)

    def same_as(self, name: str) -> list[int]:
        """Every name that means this organisation: those with all the same words, or with a telling word in common."""
        words = words_of(name)
        maybe = set(self.by_words.get(words, ()))
        maybe.update(number for word in telling(words) for number in self.by_word.get(word, ()))
        return sorted(number for number in maybe if same_organisation(self.organisations[number], name))

    def of_market(self, market: Iterable[str]) -> list[int]:
        """The names that stand for an organisation of this market, word for word."""
        return sorted({number for words in set(map(words_of, market)) for number in self.by_words.get(words, ())})
