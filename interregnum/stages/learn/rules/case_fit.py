"""Which cases fit a problem: by what they share with it, and nothing is weighed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from interregnum.stages.learn.rules.case_crowd import Told

# The order in which what is shared is told, and by which cases that share as much stand.
SHARED = ("category", "sector", "discipline", "level")


@dataclass(frozen=True)
class Fit:
    code: str
    shares: tuple[str, ...]


def fits(cases: Collection[tuple[str, Told]], wanted: Told, disciplines: Collection[str]) -> Sequence[Fit]:
    """Most is shared first; a case that shares nothing is none of them. `cases` come newest first, and stay so."""
    found = [Fit(code, _shared(told, wanted, disciplines)) for code, told in cases]
    order = sorted(found, key=lambda one: (-len(one.shares), [name not in one.shares for name in SHARED]))
    return tuple(one for one in order if one.shares)


def _shared(told: Told, wanted: Told, disciplines: Collection[str]) -> tuple[str, ...]:
    def same(name: str) -> bool:
        own = getattr(told, name)
        return bool(own) and (own in disciplines if name == "discipline" else own == getattr(wanted, name))

    return tuple(name for name in SHARED if same(name))
