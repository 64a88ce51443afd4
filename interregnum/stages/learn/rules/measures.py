"""The proof of the firm: of each measure how it is reckoned over closed cases, and never of a few."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median


class Measure(StrEnum):
    SHORTLIST = "shortlist"
    START = "start"
    FIRST_RESULT = "first_result"
    ALL_RESULTS = "all_results"
    FILLED = "filled"
    REACHED = "reached"
    STANDS_3 = "stands_3"
    STANDS_6 = "stands_6"
    STANDS_12 = "stands_12"
    REVIEWS = "reviews"
    GUARANTEE = "guarantee"
    CLIENT = "client"
    MANAGER = "manager"
    EMPLOYEES = "employees"
    HITS = "hits"


class Way(StrEnum):
    """MEDIAN of the numbers; SHARE: all numbers of all they are out of; MEAN of tenths."""

    MEDIAN = "median"
    SHARE = "share"
    MEAN = "mean"


WAYS: dict[Measure, Way] = {
    Measure.SHORTLIST: Way.MEDIAN,
    Measure.START: Way.MEDIAN,
    Measure.FIRST_RESULT: Way.MEDIAN,
    Measure.ALL_RESULTS: Way.MEDIAN,
    Measure.FILLED: Way.SHARE,
    Measure.REACHED: Way.SHARE,
    Measure.STANDS_3: Way.SHARE,
    Measure.STANDS_6: Way.SHARE,
    Measure.STANDS_12: Way.SHARE,
    Measure.REVIEWS: Way.SHARE,
    Measure.GUARANTEE: Way.SHARE,
    Measure.CLIENT: Way.MEAN,
    Measure.MANAGER: Way.MEAN,
    Measure.EMPLOYEES: Way.MEAN,
    Measure.HITS: Way.SHARE,
}


@dataclass(frozen=True)
class Figure:
    """`value` is None when fewer than the least number of cases are known; a share is in percent."""

    cases: int
    value: float | None


def figure_of(way: Way, known: Sequence[tuple[int, int]], *, least: int) -> Figure:
    """`known` are (number, out of) of each case of which it is known.

    >>> figure_of(Way.SHARE, [(1, 2), (3, 3)], least=2)
    Figure(cases=2, value=80.0)
    >>> figure_of(Way.MEDIAN, [(48, 0)], least=5)
    Figure(cases=1, value=None)
    """
    cases = len(known)
    if cases < max(1, least):
        return Figure(cases, None)
    numbers = [number for number, _of in known]
    if way == Way.MEDIAN:
        return Figure(cases, float(median(numbers)))
    if way == Way.MEAN:
        return Figure(cases, sum(numbers) / cases / 10)
    whole = sum(of for _number, of in known)
    return Figure(cases, 100 * sum(numbers) / whole if whole else None)
