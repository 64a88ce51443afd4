"""The lexicon of this installation: the one that the software comes with, and what the firm's own lists add to it."""

from functools import lru_cache

from interregnum.people.queries import ListWords, list_words
from interregnum.stages.ask.lexicon import shipped_rows
from interregnum.stages.ask.rules.lexicon import Lexicon, lexicon_of
from interregnum.stages.ask.rules.own_words import Entry, with_own_words


def lexicon() -> Lexicon:
    """The lexicon as the firm's lists are now: a discipline that was added or renamed is found at once."""
    return _extended(list_words())


@lru_cache(maxsize=4)
def _extended(lists: tuple[ListWords, ...]) -> Lexicon:
    entries = tuple(Entry(row.field, row.code, row.names, row.words) for row in lists)
    return lexicon_of(with_own_words(shipped_rows(), entries))
