"""G2: who is proposed as shadow manager: whoever knows what the interim manager does not, then the more senior one."""

from collections.abc import Collection
from dataclasses import dataclass

from interregnum.kernel.lists import Level

RANK = {level: place for place, level in enumerate(Level)}


@dataclass(frozen=True)
class Known:
    """What somebody of the pool knows, by their profile or as the bureau recorded it."""

    disciplines: frozenset[str]
    level: Level


@dataclass(frozen=True)
class Fit:
    """`covers`: asked by the brief, lacking in the manager, known here. `is_senior`: no lower than the manager.

    `is_known`: their fields and level are recorded somewhere.
    """

    covers: tuple[str, ...]
    is_senior: bool
    rank: int
    is_known: bool = True


def fit_of(known: Known | None, *, asked: Collection[str], manager: Known) -> Fit:
    """How well somebody fits beside a manager; None where nothing is recorded.

    >>> fit_of(Known(frozenset({"hr"}), Level.SENIOR), asked=["hr"], manager=Known(frozenset(), Level.MIDDLE)).covers
    ('hr',)
    """
    if known is None:
        return Fit((), is_senior=False, rank=len(RANK), is_known=False)
    covers = tuple(one for one in asked if one in known.disciplines and one not in manager.disciplines)
    return Fit(covers, RANK[known.level] <= RANK[manager.level], RANK[known.level])


def order_of(fit: Fit, *, load: int) -> tuple[int, bool, int, int]:
    """The best first: most of what lacks, senior enough, the most senior, the least loaded."""
    return (-len(fit.covers), not fit.is_senior, fit.rank, load)
