"""A million invented managers as columns, by fixed chance: the same numbers on every machine."""

from dataclasses import dataclass

import numpy as np

from interregnum.stages.choose.engine.columns import Columns, Ragged
from interregnum.stages.choose.engine.names import Kind, Names
from interregnum.stages.choose.rules.criteria.breakthrough import points_for_deadlocks
from interregnum.stages.choose.rules.criteria.proof import worth
from interregnum.stages.choose.rules.criteria.speed import points_for_weeks
from interregnum.stages.choose.rules.numbers import BITS
from interregnum.stages.choose.rules.places import GRID

TODAY = 739_600  # an ordinal: a Monday in 2025
DISCIPLINES = {
    "general_management": 0.18, "back_office": 0.16, "sales": 0.09, "marketing": 0.08, "product_management": 0.1,
    "finance": 0.17, "human_resources": 0.1, "process_management": 0.15,
}  # fmt: skip
SECTORS = {
    "bank": 0.3, "insurer": 0.26, "pension": 0.14, "asset_manager": 0.09, "intermediary": 0.1, "mortgage": 0.12,
    "leasing": 0.05, "payments": 0.06,
}  # fmt: skip
LANGUAGES = {"nl": 0.95, "en": 0.55, "de": 0.15, "fr": 0.08}
# Forty subjects of texts: a profile speaks of some of them.
CONCEPTS = {f"subject_{number:02}": 0.3 / (1 + number / 8) for number in range(40)}
LEVELS = (0.04, 0.16, 0.28, 0.24, 0.06, 0.12, 0.1)
# Per category and per reason: how likely one has proven cases of it at all.
CATEGORIES, REASONS = (0.45, 0.4, 0.12, 0.2, 0.4), (0.12, 0.35, 0.45, 0.4, 0.4)
CITIES = {"amsterdam": 20, "utrecht": 16, "rotterdam": 12, "den haag": 10, "amersfoort": 7, "eindhoven": 6}
TRAVELS = (10, 20, 30, 40, 60, 90)
ROOTS, KINDS = 7_000, ("Bank N.V.", "Hypotheken B.V.", "Leasing")
FIRST_ORGANISATION = 100


@dataclass(frozen=True)
class Invented:
    columns: Columns
    names: Names


def organisation(number: int) -> str:
    """Three names to a group, so that a client is known by more than one."""
    return f"Proef{number // len(KINDS):05} {KINDS[number % len(KINDS)]}"


def dictionary() -> Names:
    lists = {Kind.DISCIPLINE: DISCIPLINES, Kind.SECTOR: SECTORS, Kind.LANGUAGE: LANGUAGES, Kind.CONCEPT: CONCEPTS}
    marks = [(kind, code) for kind, codes in lists.items() for code in codes]
    entries = [(number, kind, text) for number, (kind, text) in enumerate(marks, start=1)]
    organisations = [
        (FIRST_ORGANISATION + number, Kind.ORGANISATION, organisation(number)) for number in range(ROOTS * len(KINDS))
    ]
    return Names([*entries, *organisations])


def invented(managers: int, seed: int = 11) -> Invented:
    chance = np.random.default_rng(seed)
    columns = Columns(
        managers=np.arange(1, managers + 1),
        order=chance.permutation(managers).astype(np.int64),
        active=(chance.random(managers) < 0.98).astype(np.int8),
        numbers=_numbers(chance, managers),
        lists={
            "marks": _marks(chance, managers),
            "employers": _organisations(chance, chance.integers(1, 10, managers)),
            "conflicts": _organisations(chance, (chance.random(managers) < 0.05).astype(int)),
        },
    )
    return Invented(columns, dictionary())


def _numbers(chance: np.random.Generator, managers: int) -> dict[str, np.ndarray]:
    towns = list(GRID)
    weights = np.array([CITIES.get(town, 1.2) for town in towns])
    homes = np.array([GRID[town] for town in towns])[chance.choice(len(towns), managers, p=weights / weights.sum())]
    deadlocks, referees = chance.integers(0, 5, managers), chance.integers(0, 7, managers)
    weeks = np.where(chance.random(managers) < 0.85, chance.integers(1, 26, managers), -1)
    roles = np.floor(chance.dirichlet((3, 1.5, 1.2, 2), managers) * 20).astype(int) * 5
    roles[:, 0] += 100 - roles.sum(axis=1)
    for_weeks = np.array([points_for_weeks(each) for each in range(26)] + [points_for_weeks(None)])
    for_deadlocks = np.array([[points_for_deadlocks(b, confirmed=min(b, r)) for r in range(7)] for b in range(5)])
    for_cases = np.array([worth(cases) for cases in range(7)])
    return {
        "available": TODAY + np.maximum(0, chance.normal(19, 75, managers)).astype(int),
        "rate": (np.exp(chance.normal(np.log(799), 0.246, managers)) * 100).astype(int) // 2500 * 2500,
        "days": chance.choice((1, 2, 3, 4, 5), managers, p=(0.02, 0.06, 0.2, 0.42, 0.3)),
        "level": chance.choice(len(LEVELS), managers, p=LEVELS),
        "travel": chance.choice(TRAVELS, managers),
        "x": homes[:, 0],
        "y": homes[:, 1],
        "reasons": _counts(chance, managers, REASONS),
        "categories": _counts(chance, managers, CATEGORIES),
        "referees": np.minimum(referees, 3),
        **{name: roles[:, place] for place, name in enumerate(("operational", "adviser", "coach", "change"))},
        "speed": for_weeks[weeks],
        "breakthrough": for_deadlocks[deadlocks, referees],
        "steadiness": for_cases[np.where(chance.random(managers) < 0.2, chance.integers(1, 7, managers), 0)],
        "vouched": for_cases[referees],
        "permanent": (chance.random(managers) < 0.04).astype(int),
        "consents": np.ones(managers, int),
        **dict.fromkeys(("conduct", "employment", "suitability"), np.zeros(managers, int)),
    }


def _counts(chance: np.random.Generator, managers: int, likely: tuple[float, ...]) -> np.ndarray:
    packed = np.zeros(managers, int)
    for place, share in enumerate(likely):
        packed |= np.where(chance.random(managers) < share, chance.integers(1, 7, managers), 0) << BITS * place
    return packed


def _marks(chance: np.random.Generator, managers: int) -> Ragged:
    shares = [share for known in (DISCIPLINES, SECTORS, LANGUAGES, CONCEPTS) for share in known.values()]
    held = np.stack([chance.random(managers) < share for share in shares], axis=1)
    ends = np.concatenate([[0], np.cumsum(held.sum(axis=1))]).astype(np.int32)
    return Ragged((np.nonzero(held)[1] + 1).astype(np.int32), ends)


def _organisations(chance: np.random.Generator, counts: np.ndarray) -> Ragged:
    """The first organisations employ most people, as in life."""
    known = ROOTS * len(KINDS)
    weights = (np.arange(known) + 10.0) ** -0.8
    flat = chance.choice(known, int(counts.sum()), p=weights / weights.sum()) + FIRST_ORGANISATION
    return Ragged(flat.astype(np.int32), np.concatenate([[0], np.cumsum(counts)]).astype(np.int32))
