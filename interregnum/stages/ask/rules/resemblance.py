"""A3: how much a request resembles worked examples of each category. Helps the rules where they find few words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from interregnum.kernel.lists import Category
from interregnum.stages.ask.rules.letter import Kind, parts
from interregnum.stages.ask.rules.words import words

# What is asked is said early; the encoder takes longer over longer texts.
MOST_WORDS = 120


@dataclass(frozen=True)
class Examples:
    """What the worked examples of each category have in common: a direction in the space of meanings and a start."""

    directions: Mapping[Category, Sequence[float]]
    starts: Mapping[Category, float]


def resemblance(vector: Sequence[float], examples: Examples) -> dict[Category, int]:
    """Shares of 100 by category, for the vector of a text."""
    heights = {
        category: start + sum(a * b for a, b in zip(vector, examples.directions[category], strict=True))
        for category, start in examples.starts.items()
    }
    top = max(heights.values())
    weights = {category: exp(height - top) for category, height in heights.items()}
    return {category: round(100 * weight / sum(weights.values())) for category, weight in weights.items()}


def gist(text: str) -> str:
    """The head of the request without mail headers, signatures and boiler plate; "" when there are no words."""
    body = "".join(text[part.start : part.end] for part in parts(text) if part.kind is Kind.BODY)
    said = words(body, most=MOST_WORDS)
    return body[said[0].start : said[-1].end] if said else ""
