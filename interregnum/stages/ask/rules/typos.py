"""Forgives one slip in a long word: a letter left out, one too many, or two changed places; never another letter."""

from collections.abc import Iterable, Iterator

SHORTEST = 8


class Typos:
    """Answers which known word or stem was meant, in time that grows with the word alone."""

    def __init__(self, whole: Iterable[str], stems: Iterable[str]) -> None:
        self._whole = frozenset(word for word in whole if len(word) >= SHORTEST)
        self._meant = {slip: word for word in sorted(self._whole) for slip in _slips(word)}
        self._meant_stem = {
            slip: stem for stem in sorted(stems) if len(stem) >= SHORTEST for slip in _slips(stem) if slip != stem[:-1]
        }

    def meant(self, word: str) -> str:
        """The known word, or the known stem, that this folded word was meant to be; "" when none was."""
        if len(word) < SHORTEST - 1 or not word.isalpha():
            return ""
        if word in self._meant:
            return self._meant[word]
        for shorter in _without_one(word):
            if shorter in self._whole:
                return shorter
        for size in range(SHORTEST - 1, len(word)):
            if word[:size] in self._meant_stem:
                return self._meant_stem[word[:size]]
        return ""


def _slips(word: str) -> Iterator[str]:
    """What is typed when a letter is left out or two change places; the first letter is always right."""
    yield from _without_one(word)
    for at in range(1, len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _without_one(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
