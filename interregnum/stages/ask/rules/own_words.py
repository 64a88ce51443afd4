"""E3: the firm's own disciplines and sub-sectors join the lexicon with their names and words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interregnum.stages.ask.rules.words import words

EXTENDABLE = ("discipline", "sector")
# What is none of the others has a name for people that no text means by itself.
NONE_OF_THEM = "other"
# How the name of a concept begins that holds names and words of the firm's own.
OWN = "own_"
_WEIGHT = 5
_MOST_WORDS = 200
_SEPARATOR = re.compile(r"[,;\n]")


@dataclass(frozen=True)
class Entry:
    """An entry of a list: its field and code, its names and the firm's own words for it, Dutch and English."""

    field: str
    code: str
    names: tuple[str, str]
    words: tuple[str, str]


def with_own_words(rows: Iterable[Mapping[str, object]], entries: Sequence[Entry]) -> Iterator[Mapping[str, object]]:
    """The rows of the lexicon without entries that are no longer in use, and one more for each entry that is.

    Nothing that a person types can spoil the lexicon: a word keeps its letters and a `*` at either end, the rest goes.
    """
    used = {(entry.field, entry.code) for entry in entries}
    known: dict[tuple[object, object], set[str]] = {}
    for row in rows:
        if row["field"] not in EXTENDABLE or (row["field"], row["code"]) in used:
            known.setdefault((row["field"], row["code"]), set()).update(_said(row))
            yield row
    for entry in entries:
        old = known.get((entry.field, entry.code), set())
        said = (_patterns(*both) for both in zip(_names(entry), entry.words, strict=True))
        dutch, english = ([one for one in patterns if one not in old] for patterns in said)
        if dutch or english:
            name = f"{OWN}{entry.field}_{entry.code}"
            yield {
                "name": name,
                "field": entry.field,
                "code": entry.code,
                "weight": _WEIGHT,
                "nl": dutch,
                "en": english,
            }


def _said(row: Mapping[str, object]) -> Iterator[str]:
    for language in ("nl", "en"):
        patterns = row.get(language)
        if isinstance(patterns, list):
            yield from patterns


def _names(entry: Entry) -> tuple[str, str]:
    return ("", "") if entry.code == NONE_OF_THEM else entry.names


def _patterns(name: str, own: str) -> list[str]:
    said = [name, *_SEPARATOR.split(own)[:_MOST_WORDS]]
    return list(dict.fromkeys(pattern for one in said if (pattern := _pattern(one))))


def _pattern(said: str) -> str:
    """The words of a name or phrase as a pattern; "" when there are none.

    >>> _pattern("Risk & Compliance*")
    'risk compliance*'
    """
    steps = [
        "*" * (said[: word.start][-1:] == "*") + word.folded + "*" * (said[word.end : word.end + 1] == "*")
        for word in words(said)
        if len(word.folded) > 1
    ]
    return " ".join(steps)
