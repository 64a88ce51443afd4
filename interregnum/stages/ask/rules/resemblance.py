"""A3 B1 C1 E1 E3: how much a request resembles worked examples: by what it means, and by what the lexicon found in it.

For each code of a field the examples taught a start, a direction in the space of each encoder and a weight for each
vote. Their sum is a height; heights become shares of 100, or for a field of several codes a chance for each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, sumprod
from typing import Any

from interregnum.stages.ask.rules.stretches import Meaning, of_length_one

# Fields of which a request has one code; of the others it may have several.
ONE_OF = ("category", "need", "level")
SEVERAL_OF = ("discipline", "reason")


@dataclass(frozen=True)
class Learned:
    """What the examples taught of one code; a weight for each vote, in the order of the names."""

    start: float
    direction: Sequence[float]
    again: Sequence[float]
    votes: Sequence[float]


@dataclass(frozen=True)
class Examples:
    """What the examples taught: of which votes, where their middle lies, and field -> code -> what was learned."""

    places: Mapping[str, int]
    middle: Sequence[float]
    fields: Mapping[str, Mapping[str, Learned]]


@dataclass(frozen=True)
class Resemblance:
    """A request held beside the examples: what an encoder makes of it, and what they taught."""

    meaning: Meaning
    examples: Examples

    def shares(self, votes: Mapping[str, float]) -> dict[str, dict[str, int]]:
        """For each field shares of 100 by code, or chances of 100 where a request may have several."""
        spot, again = where(self.meaning), aside(self.meaning.again, self.examples.middle)
        counted = [(self.examples.places[name], count) for name, count in votes.items() if name in self.examples.places]
        return {field: _of_100(field, codes, spot, again, counted) for field, codes in self.examples.fields.items()}

    def quoted(self, field: str, code: str) -> tuple[int, int] | None:
        """The sentence that speaks most for the code: text[start:end]; None when there are no sentences."""
        learned = self.examples.fields[field].get(code)
        if learned is None or not self.meaning.sentences:
            return None
        best, _ = max(self.meaning.sentences, key=lambda said: sumprod(learned.direction, said[1]))
        return best.start, best.end

    def spoken(self, field: str, code: str) -> bool:
        """True when a sentence by itself speaks for the code, and for no other of the field so much."""
        directions = {other: learned.direction for other, learned in self.examples.fields[field].items()}
        for _, vector in self.meaning.sentences:
            likes = {other: sumprod(direction, vector) for other, direction in directions.items()}
            if likes[code] > 0 and likes[code] == max(likes.values()):
                return True
        return False


def where(meaning: Meaning) -> list[float]:
    """The place of a request: between its head and what it asks, at length 1."""
    return of_length_one([one + other for one, other in zip(meaning.head, meaning.asked(), strict=True)])


def aside(again: Sequence[float], middle: Sequence[float]) -> list[float]:
    """The place of a request seen from the middle of all: the second encoder puts all texts into one corner."""
    return of_length_one([one - other for one, other in zip(again, middle, strict=True)])


def _of_100(
    field: str,
    codes: Mapping[str, Learned],
    spot: Sequence[float],
    again: Sequence[float],
    counted: Sequence[tuple[int, float]],
) -> dict[str, int]:
    heights = {
        code: learned.start
        + sumprod(learned.direction, spot)
        + sumprod(learned.again, again)
        + sum(learned.votes[place] * count for place, count in counted)
        for code, learned in codes.items()
    }
    return _shares(heights) if field in ONE_OF else _chances(heights)


def _shares(heights: Mapping[str, float]) -> dict[str, int]:
    top = max(heights.values())
    weights = {code: exp(height - top) for code, height in heights.items()}
    return {code: round(100 * weight / sum(weights.values())) for code, weight in weights.items()}


def _chances(heights: Mapping[str, float]) -> dict[str, int]:
    return {code: round(100 / (1 + exp(-max(-50.0, height)))) for code, height in heights.items()}


def learned_from(
    names: Sequence[str], middle: Sequence[int], table: Mapping[str, Mapping[str, Mapping[str, Any]]], *, scale: int
) -> Examples:
    """What was learned, from whole numbers that are `scale` times too large, those of the middle 100 times as much."""
    fields = {field: {code: _code(row, scale) for code, row in codes.items()} for field, codes in table.items()}
    return Examples(
        {name: place for place, name in enumerate(names)}, [value / scale / 100 for value in middle], fields
    )


def _code(row: Mapping[str, Any], scale: int) -> Learned:
    parts = ([value / scale for value in row[name]] for name in ("direction", "again", "votes"))
    return Learned(row["start"] / scale, *parts)
