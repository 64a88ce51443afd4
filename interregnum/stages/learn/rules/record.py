"""B2 F3: the record of a manager: sums over its lines, and what they say when there are few of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from interregnum.stages.learn.rules.lines import SHARES, Kind

# With this many standard deviations to either side the interval holds nine times of ten.
NINE_OF_TEN = 1.645


@dataclass(frozen=True)
class Sums:
    """Of one kind: how many lines, the sum of their numbers, of what they are out of, and of their squares."""

    lines: int = 0
    number: int = 0
    of: int = 0
    squares: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.lines + other.lines, self.number + other.number, self.of + other.of, self.squares + other.squares
        )


@dataclass(frozen=True)
class Told:
    """What a kind says of a manager: the own mean, shrunk toward the firm's, and the interval around it.

    Shares are from 0 to 1. `shrunk`, `low` and `high` are None while the firm has too few lines to shrink toward.
    """

    own: float
    shrunk: float | None
    low: float | None
    high: float | None


def sums_of(lines: Iterable[tuple[Kind, int, int]]) -> dict[Kind, Sums]:
    """(kind, number, of) of each line, in any order.

    >>> sums_of([(Kind.RESULTS, 2, 3), (Kind.RESULTS, 1, 1)])[Kind.RESULTS]
    Sums(lines=2, number=3, of=4, squares=5)
    """
    found: dict[Kind, Sums] = {}
    for kind, number, of in lines:
        found[kind] = found.get(kind, Sums()) + Sums(1, number, of, number * number)
    return found


def told(kind: Kind, own: Sums, firm: Sums, *, strength: int, least: int) -> Told:
    """B2: small numbers shrink toward the firm's mean, as if `strength` more cases of the firm's mean were known.

    A share, with s of n and the firm's share p: (s + k p) / (n + k); the mean of a beta distribution with k p and
    k (1 - p) before, its deviation sqrt(m (1 - m) / (n + k + 1)) around that mean m (Gelman and others, Bayesian Data
    Analysis, section 2.4). A number, with sum s of n and the firm's mean m: (s + k m) / (n + k), deviation
    sqrt(v / (n + k)) with v the variance among the firm's lines (Efron and Morris, Scientific American, 1977).
    The interval is 1.645 deviations to either side: nine times of ten. Under `least` lines of the firm nothing is
    shrunk, for the mean of a few would tell of each.

    >>> told(Kind.RESULTS, Sums(1, 2, 2, 4), Sums(9, 15, 20, 45), strength=4, least=5).shrunk
    0.8333333333333334
    """
    if kind in SHARES:
        return _share(own, firm, strength, is_known=firm.lines >= least)
    return _number(own, firm, strength, is_known=firm.lines >= least)


def _share(own: Sums, firm: Sums, strength: int, *, is_known: bool) -> Told:
    plain = own.number / own.of if own.of else 0.0
    if not is_known or not firm.of:
        return Told(plain, None, None, None)
    weight = own.of + strength
    shrunk = (own.number + strength * firm.number / firm.of) / weight
    off = NINE_OF_TEN * sqrt(max(0.0, shrunk * (1 - shrunk)) / (weight + 1))
    return Told(plain, shrunk, max(0.0, shrunk - off), min(1.0, shrunk + off))


def _number(own: Sums, firm: Sums, strength: int, *, is_known: bool) -> Told:
    plain = own.number / own.lines if own.lines else 0.0
    if not is_known:
        return Told(plain, None, None, None)
    mean, weight = firm.number / firm.lines, own.lines + strength
    shrunk = (own.number + strength * mean) / weight
    variance = max(0.0, firm.squares / firm.lines - mean * mean)
    off = NINE_OF_TEN * sqrt(variance / weight)
    return Told(plain, shrunk, max(0.0, shrunk - off), shrunk + off)


def plain(sums: Mapping[Kind, Sums]) -> dict[str, list[int]]:
    """As a table keeps it."""
    return {str(kind): [one.lines, one.number, one.of, one.squares] for kind, one in sorted(sums.items())}


def read(kept: Mapping[str, list[int]]) -> dict[Kind, Sums]:
    return {Kind(kind): Sums(*numbers) for kind, numbers in kept.items()}
