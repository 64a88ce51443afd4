"""Sixty invented briefs with weights of their own, by fixed chance."""

from datetime import date, timedelta

import numpy as np

from interregnum.kernel.lists import Category, Context, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.places import GRID
from interregnum.stages.choose.rules.values import Wanted, Weights
from matching.pool import CONCEPTS, DISCIPLINES, SECTORS, TODAY, organisation


def briefs(number: int = 60, seed: int = 7) -> list[tuple[Wanted, Weights]]:
    chance = np.random.default_rng(seed)
    return [(_wanted(chance), _weights(chance)) for _ in range(number)]


def _some(chance: np.random.Generator, values: list[str], counts: tuple[float, ...]) -> tuple[str, ...]:
    """As many different ones as chance says: `counts` are the shares of none, one, two …"""
    number = int(chance.choice(len(counts), p=counts))
    return tuple(values[place] for place in sorted(chance.choice(len(values), number, replace=False)))


def _wanted(chance: np.random.Generator) -> Wanted:
    languages = ("nl", *(("en",) if chance.random() < 0.5 else ()), *(("de",) if chance.random() < 0.1 else ()))
    shares = [int(share) for share in np.floor(chance.dirichlet((2, 1, 1, 1)) * 100)]
    sectors = list(SECTORS)
    return Wanted(
        category=list(Category)[int(chance.choice(5, p=(0.3, 0.25, 0.2, 0.15, 0.1)))],
        level=list(Level)[int(chance.choice(7, p=(0.03, 0.15, 0.35, 0.25, 0.05, 0.1, 0.07)))],
        role_mix=RoleMix(shares[0] + 100 - sum(shares), *shares[1:]),
        starts_on=date.fromordinal(TODAY) + timedelta(days=int(chance.integers(0, 90))),
        days_a_week=int(chance.choice((1, 2, 3, 4, 5), p=(0.02, 0.08, 0.2, 0.4, 0.3))),
        client_name=organisation(int(chance.integers(0, 400))),
        slack_days=int(chance.choice((7, 21, 45, 90), p=(0.2, 0.3, 0.3, 0.2))),
        reasons=tuple(Reason(each) for each in _some(chance, [*Reason], (0.0, 0.6, 0.4))),
        disciplines=_some(chance, list(DISCIPLINES), (0.04, 0.8, 0.16)),
        sector=sectors[int(chance.integers(len(sectors)))] if chance.random() < 0.7 else "",
        context=list(Context)[int(chance.integers(3))] if chance.random() < 0.7 else None,
        rate_ceiling=Money(int(chance.integers(28, 60)) * 25),
        margin_percent=25,
        place=list(GRID)[int(chance.integers(len(GRID)))],
        languages=languages,
        concepts=_some(chance, list(CONCEPTS), (0.1, 0.1, 0.2, 0.2, 0.2, 0.2)),
    )


def _weights(chance: np.random.Generator) -> Weights:
    of = {code: int(chance.choice((0, 5, 10, 20, 30, 50, 100))) for code in CRITERIA}
    return Weights(of if any(of.values()) else dict.fromkeys(CRITERIA, 10))
