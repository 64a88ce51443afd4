"""Early warning: eighteen signals of the practice and seven of the house, each a measure with bounds.

A signal has one part or several; its level is that of its worst part. A part is amber or red from its bounds on; a
measure that is not known gives no signal. Another signal is another line in SIGNALS.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from interregnum.stages.deliver.rules import measures as of
from interregnum.stages.deliver.rules.measures import Measure
from interregnum.stages.deliver.rules.seen import Measured, Seen, Who


class SignalLevel(StrEnum):
    RED = "red"
    AMBER = "amber"


class Standing(StrEnum):
    """The verdict over an assignment."""

    GOOD = "good"
    ATTENTION = "attention"
    RISK = "risk"


@dataclass(frozen=True)
class Bound:
    """From where on a number is amber, and from where on red; None for never."""

    amber: float | None = None
    red: float | None = None


type Bounds = Mapping[str, Bound]


@dataclass(frozen=True)
class Part:
    """One thing that is measured. `is_low`: what lies below the bound is wrong, else what reaches it."""

    code: str
    measure: Measure
    is_low: bool = False


@dataclass(frozen=True)
class SignalRule:
    """`number` is the line of the early-warning model, 0 for a signal of the house.

    `is_veiled`: what exactly it says is for who may know where people stand; others read that there is something.
    """

    code: str
    number: int
    parts: tuple[Part, ...]
    is_veiled: bool = False


@dataclass(frozen=True)
class Signal:
    """`code` is the signal's, `part` which of its parts is the worst, `facts` make the sentence of its evidence."""

    code: str
    part: str
    level: SignalLevel
    who: Who
    facts: Mapping[str, object] = field(default_factory=dict)
    name: str = ""
    number: float | None = None


def _one(number: int, code: str, measure: Measure, *, is_low: bool = False, is_veiled: bool = False) -> SignalRule:
    return SignalRule(code, number, (Part(code, measure, is_low),), is_veiled)


def _many(number: int, code: str, *parts: Part, is_veiled: bool = False) -> SignalRule:
    return SignalRule(code, number, parts, is_veiled)


SIGNALS: tuple[SignalRule, ...] = (
    _many(
        1, "sponsor", Part("sponsor_silent", of.sponsor_silent), Part("sponsor_cancels", of.sponsor_cancels),
        Part("sponsor_short", of.sponsor_short, is_low=True),
    ),
    _one(2, "mandate_unannounced", of.mandate_unannounced),
    _one(3, "plan_late", of.plan_late),
    _many(
        4, "deviation", Part("deviation_days", of.deviation_days), Part("deviation_count", of.deviation_count)
    ),
    _many(
        5, "scores", Part("score_gap", of.score_gap), Part("score_low", of.score_low, is_low=True),
        Part("score_drop", of.score_drop),
    ),
    _many(
        6, "lag", Part("result_overdue", of.result_overdue), Part("result_behind", of.result_behind),
        Part("decision_open", of.decision_open), Part("decision_overdue", of.decision_overdue),
    ),
    _many(
        7, "stakeholders", Part("commitment_falls", of.commitment_falls), Part("against_change", of.against_change),
        is_veiled=True,
    ),
    _many(8, "pulse", Part("pulse_fall", of.pulse_fall), Part("pulse_silent", of.pulse_silent, is_low=True)),
    _one(9, "attendance_low", of.attendance_low, is_low=True),
    _one(10, "old_way", of.old_way),
    _many(
        11, "agenda", Part("missed_reports", of.missed_reports), Part("missed_reviews", of.missed_reviews),
        Part("reviews_moved", of.reviews_moved), Part("reviews_unprepared", of.reviews_unprepared),
    ),
    _one(12, "heirless", of.heirless),
    _one(13, "budget_unused", of.budget_unused, is_low=True),
    _many(14, "manager_load", Part("load_long", of.load_long), Part("isolation", of.isolation)),
    _many(15, "integrity", Part("undeclared", of.undeclared), Part("declared_late", of.declared_late)),
    _many(16, "term", Part("past_end", of.past_end), Part("long_running", of.long_running)),
    _one(17, "staff_leaving", of.staff_leaving),
    _one(18, "odds_low", of.odds_low, is_veiled=True),
    _one(0, "ownerless", of.ownerless),
    _one(0, "role_drift", of.role_drift),
    _one(0, "cause_stays", of.cause_stays),
    _one(0, "hours_unapproved", of.hours_unapproved),
    _one(0, "resistance_unmet", of.resistance_unmet, is_veiled=True),
    _one(0, "effect_unseen", of.effect_unseen, is_veiled=True),
    _one(0, "readiness_low", of.readiness_low, is_low=True, is_veiled=True),
)  # fmt: skip
BY_CODE: dict[str, SignalRule] = {one.code: one for one in SIGNALS}
PARTS: dict[str, Part] = {part.code: part for one in SIGNALS for part in one.parts}
# What others read of signals about people.
VEIL = "people_veiled"


def measures_of(seen: Seen) -> dict[str, Measured]:
    """Every part with what was measured."""
    return {code: part.measure(seen) for code, part in PARTS.items()}


def level_of(part: Part, number: float | None, bound: Bound) -> SignalLevel | None:
    """Where a number lies.

    >>> level_of(PARTS["missed_reports"], 1, Bound(1, 2)), level_of(PARTS["attendance_low"], 49, Bound(70, 50))
    (<SignalLevel.AMBER: 'amber'>, <SignalLevel.RED: 'red'>)
    """
    if number is None:
        return None
    for level, limit in ((SignalLevel.RED, bound.red), (SignalLevel.AMBER, bound.amber)):
        if limit is not None and (number < limit if part.is_low else number >= limit):
            return level
    return None


def signals_of(measured: Mapping[str, Measured], bounds: Bounds) -> tuple[Signal, ...]:
    """All signals, the red ones first, else in their order; of each the worst part, of two alike the first."""
    found = [signal for one in SIGNALS if (signal := _signal(one, measured, bounds)) is not None]
    return tuple(sorted(found, key=lambda signal: signal.level != SignalLevel.RED))


def _signal(rule: SignalRule, measured: Mapping[str, Measured], bounds: Bounds) -> Signal | None:
    found = []
    for part in rule.parts:
        one = measured.get(part.code)
        level = level_of(part, one.number, bounds.get(part.code, Bound())) if one else None
        if one and level:
            found.append(Signal(rule.code, part.code, level, one.who, one.facts, one.name, one.number))
    return min(found, key=lambda one: one.level != SignalLevel.RED) if found else None


def veiled(signals: Iterable[Signal]) -> tuple[Signal, ...]:
    """For who may not know where people stand: of the signals about people the worst alone, without its facts."""
    shown: list[Signal] = []
    for one in signals:
        if not BY_CODE[one.code].is_veiled:
            shown.append(one)
        elif all(other.code != VEIL for other in shown):
            shown.append(replace(one, code=VEIL, part=VEIL, facts={}, name="", number=None))
    return tuple(shown)


def standing(signals: Sequence[Signal]) -> Standing:
    """One red signal puts an assignment at risk, an amber one asks for attention."""
    levels = {signal.level for signal in signals}
    if SignalLevel.RED in levels:
        return Standing.RISK
    return Standing.ATTENTION if levels else Standing.GOOD
