"""Early warning: what can be seen to go wrong on an assignment, from facts that are already there.

After the signals of the practice: two missed reports, a plan or a mandate that comes late, another role than agreed,
decisions that stay open, a sponsor without time. Each rule looks at what is known and gives a signal or none; another
rule is another line in RULES.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from interregnum.stages.deliver.rules.drift import Drift, DriftLevel
from interregnum.stages.deliver.rules.states import PlanState


class SignalLevel(StrEnum):
    RED = "red"
    AMBER = "amber"


class Who(StrEnum):
    """Who must act."""

    MANAGER = "manager"
    CLIENT = "client"
    BUREAU = "bureau"


class Standing(StrEnum):
    """The verdict over an assignment."""

    GOOD = "good"
    ATTENTION = "attention"
    RISK = "risk"


@dataclass(frozen=True)
class Signal:
    """`facts` make the sentence of its evidence; `name`: whom in person, "" for whoever has that place."""

    code: str
    level: SignalLevel
    who: Who
    facts: Mapping[str, object] = field(default_factory=dict)
    name: str = ""


@dataclass(frozen=True)
class Behind:
    """A result that runs behind: so many points of its way, or past its day."""

    title: str
    points: int
    is_overdue: bool


@dataclass(frozen=True)
class Waiting:
    """An open decision: of whom, and how many days it is open."""

    what: str
    whom: str
    days: int
    is_overdue: bool


@dataclass(frozen=True)
class Ready:
    """The newest look at the people of a circle: its lowest step, from 1 to 5."""

    who: str
    lowest: int


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What is known of an assignment on a day; what the reader may not know is left empty.

    `bounds` are the thresholds by name. `sponsor` are the minutes that the client had in the last weeks in which it was
    said, and `asked` those that the brief asks. `unmet` are the days since resistance was seen without an approach,
    `unseen` those since an effect was to be said, `fallen` how many stakeholders stand lower than four weeks ago.
    """

    bounds: Mapping[str, int]
    on: date
    starts_on: date
    missed: int = 0
    behind: Sequence[Behind] = ()
    plan_state: PlanState = PlanState.AGREED
    announced_on: date | None = None
    drift: Drift | None = None
    decisions: Sequence[Waiting] = ()
    sponsor: Sequence[int] = ()
    asked: int = 0
    hours_days: int = 0
    unmet: Sequence[int] = ()
    unseen: Sequence[int] = ()
    ready: Sequence[Ready] = ()
    fallen: int = 0

    @property
    def day(self) -> int:
        """Days since the first day."""
        return (self.on - self.starts_on).days


type Rule = Callable[[Seen], Signal | None]


def level_above(number: int, bounds: Mapping[str, int], name: str) -> SignalLevel | None:
    """Red from `name_red` on, amber from `name_amber` on."""
    if number >= bounds[f"{name}_red"]:
        return SignalLevel.RED
    return SignalLevel.AMBER if number >= bounds[f"{name}_amber"] else None


def missed_reports(seen: Seen) -> Signal | None:
    level = level_above(seen.missed, seen.bounds, "missed")
    return Signal("missed_reports", level, Who.MANAGER, {"count": seen.missed}) if level else None


def results_behind(seen: Seen) -> Signal | None:
    """Amber for one behind by more than the margin, red for one past its day or far behind."""
    if not seen.behind:
        return None
    worst = max(seen.behind, key=lambda one: (one.is_overdue, one.points))
    is_red = worst.is_overdue or worst.points >= seen.bounds["behind_red"]
    code = "result_overdue" if worst.is_overdue else "result_behind"
    level = SignalLevel.RED if is_red else SignalLevel.AMBER
    return Signal(code, level, Who.MANAGER, {"title": worst.title, "points": worst.points})


def plan_late(seen: Seen) -> Signal | None:
    """Whoever has the plan on the desk must act."""
    level = None if seen.plan_state == PlanState.AGREED else level_above(seen.day, seen.bounds, "plan")
    who = Who.CLIENT if seen.plan_state == PlanState.PROPOSED else Who.MANAGER
    return Signal("plan_late", level, who, {"days": seen.day}) if level else None


def mandate_unannounced(seen: Seen) -> Signal | None:
    is_told = seen.announced_on is not None and seen.announced_on <= seen.on
    level = None if is_told else level_above(seen.day, seen.bounds, "announce")
    return Signal("mandate_unannounced", level, Who.CLIENT, {"days": seen.day}) if level else None


def role_drift(seen: Seen) -> Signal | None:
    if seen.drift is None or seen.drift.level == DriftLevel.OK:
        return None
    level = SignalLevel.RED if seen.drift.level == DriftLevel.LARGE else SignalLevel.AMBER
    return Signal("role_drift", level, Who.BUREAU, {"role": seen.drift.grew, "by": seen.drift.by})


def decisions_open(seen: Seen) -> Signal | None:
    """The one that is open longest speaks for all; past its day it is amber at once."""
    late = [one for one in seen.decisions if one.is_overdue or level_above(one.days, seen.bounds, "decision")]
    if not late:
        return None
    worst = max(late, key=lambda one: one.days)
    level = level_above(worst.days, seen.bounds, "decision") or SignalLevel.AMBER
    facts = {"what": worst.what, "days": worst.days, "count": len(late)}
    return Signal("decision_open", level, Who.CLIENT, facts, worst.whom)


def sponsor_short(seen: Seen) -> Signal | None:
    """The average of the last weeks against what the brief asks, in percent."""
    if not seen.asked or not seen.sponsor:
        return None
    mean = sum(seen.sponsor) // len(seen.sponsor)
    percent = 100 * mean // seen.asked
    if percent >= seen.bounds["sponsor_amber"]:
        return None
    level = SignalLevel.RED if percent < seen.bounds["sponsor_red"] else SignalLevel.AMBER
    return Signal("sponsor_short", level, Who.CLIENT, {"minutes": mean, "asked": seen.asked})


def hours_unapproved(seen: Seen) -> Signal | None:
    level = level_above(seen.hours_days, seen.bounds, "hours")
    return Signal("hours_unapproved", level, Who.CLIENT, {"days": seen.hours_days}) if level else None


def resistance_unmet(seen: Seen) -> Signal | None:
    level = level_above(max(seen.unmet, default=-1), seen.bounds, "unmet")
    facts = {"days": max(seen.unmet, default=0), "count": len(seen.unmet)}
    return Signal("resistance_unmet", level, Who.MANAGER, facts) if level else None


def effect_unseen(seen: Seen) -> Signal | None:
    level = level_above(max(seen.unseen, default=-1), seen.bounds, "unseen")
    facts = {"days": max(seen.unseen, default=0), "count": len(seen.unseen)}
    return Signal("effect_unseen", level, Who.MANAGER, facts) if level else None


def readiness_low(seen: Seen) -> Signal | None:
    if not seen.ready:
        return None
    worst = min(seen.ready, key=lambda one: one.lowest)
    if worst.lowest > seen.bounds["ready_amber"]:
        return None
    level = SignalLevel.RED if worst.lowest <= seen.bounds["ready_red"] else SignalLevel.AMBER
    return Signal("readiness_low", level, Who.MANAGER, {"who": worst.who, "score": worst.lowest})


def commitment_falls(seen: Seen) -> Signal | None:
    level = level_above(seen.fallen, seen.bounds, "fallen") if seen.fallen else None
    return Signal("commitment_falls", level, Who.MANAGER, {"count": seen.fallen}) if level else None


RULES: tuple[Rule, ...] = (
    missed_reports, results_behind, plan_late, mandate_unannounced, role_drift, decisions_open, sponsor_short,
    hours_unapproved, resistance_unmet, effect_unseen, readiness_low, commitment_falls,
)  # fmt: skip


def signals_of(seen: Seen, rules: Sequence[Rule] = RULES) -> tuple[Signal, ...]:
    """All signals, the red ones first, else in the order of the rules."""
    found = [signal for rule in rules if (signal := rule(seen)) is not None]
    return tuple(sorted(found, key=lambda signal: signal.level != SignalLevel.RED))


def standing(signals: Sequence[Signal]) -> Standing:
    """One red signal puts an assignment at risk, an amber one asks for attention."""
    levels = {signal.level for signal in signals}
    if SignalLevel.RED in levels:
        return Standing.RISK
    return Standing.ATTENTION if levels else Standing.GOOD
