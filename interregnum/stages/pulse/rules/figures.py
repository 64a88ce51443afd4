"""One question of one block of people, as it may be shown: a mean that tells nobody's answer.

From ten answers on it is rounded to a tenth, below that to a half. Near the ends of the scale only "at most" or "at
least" is said: a mean of five would tell what everybody answered. Of a block of five or more no answer of anybody can
then even be ruled out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

SCORES = (1, 2, 3, 4, 5)
FINE_FROM = 10
TENTH, HALF = Fraction(1, 10), Fraction(1, 2)
# The lowest and the highest mean that is told, by how it is rounded.
ENDS = {TENTH: (Fraction(3, 2), Fraction(9, 2)), HALF: (Fraction(2), Fraction(4))}


class Bound(StrEnum):
    NONE = ""
    AT_MOST = "at_most"
    AT_LEAST = "at_least"


class Step(StrEnum):
    """How many answered, as far as that is told."""

    FEW = "0-4"
    SOME = "5-9"
    MANY = "10-24"
    MOST = "25+"


STEPS = ((25, Step.MOST), (10, Step.MANY), (5, Step.SOME), (0, Step.FEW))
LARGEST_OF_STEP = {Step.FEW: 4, Step.SOME: 9, Step.MANY: 24, Step.MOST: None}


@dataclass(frozen=True)
class Figure:
    """A mean as it is shown, on a scale from 1 to 5."""

    value: Decimal
    bound: Bound = Bound.NONE


def step_of(people: int) -> Step:
    return next(step for least, step in STEPS if people >= least)


def figure_of(counts: Sequence[int]) -> Figure:
    """`counts` are how many chose 1, 2, 3, 4 and 5.

    >>> figure_of((0, 0, 6, 6, 0))
    Figure(value=Decimal('3.5'), bound=<Bound.NONE: ''>)
    """
    people = sum(counts)
    whole = sum(score * count for score, count in zip(SCORES, counts, strict=True))
    return shown(Fraction(whole, people), people=people)


def shown(mean: Fraction, *, people: int) -> Figure:
    """A mean of so many people, rounded and held away from the ends."""
    step = TENTH if people >= FINE_FROM else HALF
    low, high = ENDS[step]
    rounded = (mean / step + HALF).__floor__() * step
    if rounded <= low:
        return Figure(_decimal(low), Bound.AT_MOST)
    if rounded >= high:
        return Figure(_decimal(high), Bound.AT_LEAST)
    return Figure(_decimal(rounded))


def _decimal(value: Fraction) -> Decimal:
    return Decimal(int(value * 10)).scaleb(-1)
