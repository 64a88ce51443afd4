"""What changed from one version of a brief to the next, line by line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Change(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Line:
    change: Change
    text: str


@dataclass(frozen=True)
class Difference:
    """One field that changed; `lines` in order of reading, what is gone before what came in its place."""

    field: str
    lines: tuple[Line, ...]


def differences(before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> tuple[Difference, ...]:
    """The fields whose lines differ, in the order of `after`.

    >>> [line.text for one in differences({"place": ["Utrecht"]}, {"place": ["Zwolle"]}) for line in one.lines]
    ['Utrecht', 'Zwolle']
    """
    fields = dict.fromkeys([*after, *before])
    both = ((name, tuple(before.get(name, ())), tuple(after.get(name, ()))) for name in fields)
    return tuple(Difference(name, _lines(old, new)) for name, old, new in both if old != new)


def _lines(old: Sequence[str], new: Sequence[str]) -> tuple[Line, ...]:
    found: list[Line] = []
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Line(Change.SAME, text) for text in old[first:last]]
        else:
            found += [Line(Change.GONE, text) for text in old[first:last]]
            found += [Line(Change.NEW, text) for text in new[start:end]]
    return tuple(found)
