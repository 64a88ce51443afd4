"""Whom a search and filters leave, and how many each further filter would leave: pure, on the columns in memory."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import numpy as np

from interregnum.records.roster.columns import Columns


class Facet(StrEnum):
    """What the list can be narrowed by."""

    AVAILABLE = "available"
    LEVEL = "level"
    DISCIPLINE = "discipline"
    CATEGORY = "category"
    SECTOR = "sector"
    LANGUAGE = "language"
    CITY = "city"
    DAYS = "days"
    SCREENING = "screening"
    POOL = "pool"


class Sort(StrEnum):
    NAME = "name"
    AVAILABLE = "available"
    RATE = "rate"


ORDER = {Sort.NAME: "name", Sort.AVAILABLE: "free", Sort.RATE: "cents"}
MEMBERS = {
    Facet.DISCIPLINE: "disciplines",
    Facet.CATEGORY: "categories",
    Facet.SECTOR: "sectors",
    Facet.LANGUAGE: "languages",
}
# Days from today within which somebody is free, and what is said of it; whoever is free later stands under LATER.
FREE = (("now", 0), ("four_weeks", 28), ("three_months", 91))
LATER = "later"
# The same of the days that a consent still has.
ENDS = (("over", -1), ("four_weeks", 28), ("three_months", 91))
NO_END = "none"
WEEK = (1, 2, 3, 4, 5)


@dataclass(frozen=True, kw_only=True)
class Question:
    """What somebody asks of the roster: values chosen of one facet are alternatives, those of two must both hold.

    `words` are in plain letters and stand anywhere in name, place or address; `masked` looks at the place alone.
    """

    today: date
    words: tuple[str, ...] = ()
    chosen: Mapping[Facet, frozenset[str]] = field(default_factory=dict)
    before: date | None = None
    sort: Sort = Sort.NAME
    descending: bool = False
    masked: bool = False


@dataclass(frozen=True)
class Answer:
    """The keys in their order, and for each facet how many there would be with a value: the other filters hold.

    `towns` maps a place in plain letters to how it is written.
    """

    keys: np.ndarray
    counts: Mapping[Facet, Mapping[str, int]]
    towns: Mapping[str, str]


@dataclass(frozen=True)
class Beside:
    """What is kept beside the profiles: for each row a screening (a number of `outcomes`), and when consent ends.

    `ends` are ordinals of days, 0 for a profile that is kept on another ground.
    """

    screening: np.ndarray
    outcomes: tuple[str, ...]
    ends: np.ndarray


def answer(columns: Columns, beside: Beside, question: Question) -> Answer:
    base = _base(columns, question)
    groups = {facet: _numbers(columns, beside, facet, question.today) for facet in Facet}
    masks = {facet: groups[facet].mask(values) for facet, values in question.chosen.items() if values}
    left = _all([base, *masks.values()])
    counts = {}
    for facet, group in groups.items():
        among = left
        if facet in masks:
            among = _all([base, *(mask for other, mask in masks.items() if other is not facet)])
        counts[facet] = group.counts(among)
    order = columns.order(ORDER[question.sort])
    rows = order[left[order]]
    return Answer(columns.keys[rows[::-1] if question.descending else rows], counts, columns.towns)


def _base(columns: Columns, question: Question) -> np.ndarray:
    """Who is on the roster, has the words, and is free on the day that is asked."""
    base = columns.small["active"] > 0
    for word in question.words:
        base = base & columns.having(word, masked=question.masked)
    if question.before:
        base = base & (columns.numbers["free"] <= question.before.toordinal())
    return base


def _all(masks: Iterable[np.ndarray]) -> np.ndarray:
    return np.asarray(np.logical_and.reduce(list(masks)))


class _One:
    """A facet of which each profile has one value: the number of a text."""

    def __init__(self, numbers: np.ndarray, texts: Collection[str]) -> None:
        self.numbers, self.texts = numbers, list(texts)

    def mask(self, values: Collection[str]) -> np.ndarray:
        wanted = [number for number, text in enumerate(self.texts) if text in values]
        return np.isin(self.numbers, wanted)

    def counts(self, among: np.ndarray) -> dict[str, int]:
        found = np.bincount(self.numbers[among], minlength=len(self.texts)).tolist()
        return {text: count for text, count in zip(self.texts, found, strict=True) if text and count}


class _Many:
    """A facet of which a profile has any number of values."""

    def __init__(self, members: Mapping[str, np.ndarray], size: int) -> None:
        self.members, self.size = members, size

    def mask(self, values: Collection[str]) -> np.ndarray:
        having = [column for value, column in self.members.items() if value in values]
        return np.logical_or.reduce(having) if having else np.zeros(self.size, bool)

    def counts(self, among: np.ndarray) -> dict[str, int]:
        found = {value: int(np.count_nonzero(column & among)) for value, column in self.members.items()}
        return {value: count for value, count in found.items() if count}


def _numbers(columns: Columns, beside: Beside, facet: Facet, today: date) -> _One | _Many:
    if facet in MEMBERS:
        return _Many(columns.members[MEMBERS[facet]], columns.count)
    if facet is Facet.LEVEL:
        return _One(columns.small["level"], columns.level.texts)
    if facet is Facet.CITY:
        return _One(columns.small["place"], columns.place.texts)
    if facet is Facet.DAYS:
        return _One(columns.small["days"], ["", *map(str, WEEK)])
    if facet is Facet.SCREENING:
        return _One(beside.screening, beside.outcomes)
    if facet is Facet.AVAILABLE:
        edges = [today.toordinal() + days for _name, days in FREE]
        return _One(np.searchsorted(edges, columns.numbers["free"]), [*(name for name, _days in FREE), LATER])
    edges = [today.toordinal() + days for _name, days in ENDS]
    ends = np.where(beside.ends > 0, np.searchsorted(edges, beside.ends), len(ENDS) + 1)
    return _One(ends, [*(name for name, _days in ENDS), LATER, NO_END])
