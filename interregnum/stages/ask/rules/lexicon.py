"""The lexicon: concepts of the profession and the Dutch and English ways in which clients say them.

A pattern is a few words. `stem*` and `*stem` leave the end or the beginning of a word open (Dutch compounds), `a|b` is
a choice, and `~` stands for up to five words between. All words of a match stand in one sentence.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from interregnum.stages.ask.rules.typos import Typos
from interregnum.stages.ask.rules.words import fold

# A step is words as `words.py` cuts them: no apostrophes, hyphens or dots.
_STEP = re.compile(r"\*?\w+\*?(\|\*?\w+\*?)*")
GAP = "~"
LONGEST_GAP = 5


@dataclass(frozen=True)
class Concept:
    """What a way of speaking says: a field, a code in it and how strongly, 1 (weak) to 6 (decisive).

    A `title` is the name of a seat: it is asked for only where it follows a word of asking, because other titles in a
    text are those of colleagues, of who left and of who asks. What speaks for a category may speak for a `reason` too.
    """

    name: str
    field: str
    code: str
    weight: int
    patterns: tuple[str, ...]
    title: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Pattern:
    """One way to say a concept: choices of words, with a gap allowed before those whose `gaps` is true."""

    concept: Concept
    steps: tuple[str, ...]
    gaps: tuple[bool, ...]


@dataclass(frozen=True)
class Lexicon:
    """All concepts, compiled once.

    Raises ValueError on first use when a pattern begins or ends with a gap.
    """

    concepts: tuple[Concept, ...]

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        return tuple(_pattern(concept, said) for concept in self.concepts for said in concept.patterns)

    @cached_property
    def starting(self) -> Mapping[str, tuple[Pattern, ...]]:
        """The patterns that begin with a step."""
        found: dict[str, list[Pattern]] = {}
        for pattern in self.patterns:
            found.setdefault(pattern.steps[0], []).append(pattern)
        return {step: tuple(patterns) for step, patterns in found.items()}

    def codes(self, field: str) -> tuple[str, ...]:
        """The codes that a field can have, in the order of the lexicon; what is none of the others comes last."""
        found = dict.fromkeys(concept.code for concept in self.concepts if concept.field == field)
        return tuple(sorted(found, key=lambda code: code == "other"))

    @cached_property
    def shapes(self) -> "Shapes":
        return Shapes({step for pattern in self.patterns for step in pattern.steps})


class Shapes:
    """Answers which steps a word fits, in time that does not grow with the number of concepts."""

    def __init__(self, steps: Iterable[str]) -> None:
        self._whole: dict[str, set[str]] = {}
        self._begins: dict[str, set[str]] = {}
        self._ends: dict[str, set[str]] = {}
        self._inside: dict[str, set[str]] = {}
        for step in steps:
            for choice in step.split("|"):
                self._shelf(choice).setdefault(choice.strip("*"), set()).add(step)

        self._typos = Typos(self._whole, self._begins)

    def _shelf(self, choice: str) -> dict[str, set[str]]:
        open_begin, open_end = choice.startswith("*"), choice.endswith("*")
        if open_begin:
            return self._inside if open_end else self._ends
        return self._begins if open_end else self._whole

    def fitting(self, word: str) -> frozenset[str]:
        """The steps that this folded word fits."""
        found = set(self._whole.get(word, ()))
        for size in range(2, len(word) + 1):
            found |= self._begins.get(word[:size], set())
            found |= self._ends.get(word[-size:], set())
        for stem, steps in self._inside.items():
            if stem in word:
                found |= steps
        if word not in self._whole and (meant := self._typos.meant(word)):
            found |= self._whole.get(meant, set()) | self._begins.get(meant, set())
        return frozenset(found)


def _pattern(concept: Concept, said: str) -> Pattern:
    steps: list[str] = []
    gaps: list[bool] = []
    gap = False
    for step in said.split():
        if step == GAP:
            gap = True
            continue
        steps.append(fold(step))
        gaps.append(gap)
        gap = False
    if not steps or gap or gaps[0]:
        raise ValueError(f"{concept.name}: the pattern {said!r} must begin and end with a word")
    if not all(_STEP.fullmatch(step) for step in steps):
        raise ValueError(f"{concept.name}: no text can hold the words of the pattern {said!r}")
    return Pattern(concept, tuple(steps), tuple(gaps))


def lexicon_of(rows: Iterable[Mapping[str, object]]) -> Lexicon:
    """The lexicon made of rows with `name`, `field`, `code`, `weight` and lists of patterns under `nl` and `en`.

    Raises ValueError for a row that says nothing, so that a slip of the pen in the data is found at the start.
    """
    return Lexicon(tuple(_concept(row) for row in rows))


def _concept(row: Mapping[str, object]) -> Concept:
    name, weight = str(row["name"]), row["weight"]
    said = [pattern for language in ("nl", "en") for pattern in _texts(row.get(language, []))]
    if not said or not isinstance(weight, int) or weight < 1:
        raise ValueError(f"{name}: a concept needs patterns and a weight of at least 1")
    return Concept(
        name,
        str(row["field"]),
        str(row["code"]),
        weight,
        tuple(said),
        bool(row.get("title")),
        str(row.get("reason", "")),
    )


def _texts(value: object) -> list[str]:
    if not isinstance(value, list):
        raise ValueError(f"a list of patterns was expected, not {value!r}")
    return [str(pattern) for pattern in value]
