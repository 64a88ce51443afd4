"""Early warning as a page shows it: the verdict, the worst signal, who must act. Each reader sees what is theirs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import OuterRef, Subquery

from interregnum.kernel.period import local_day
from interregnum.stages.deliver import signal_texts, stake_texts, texts
from interregnum.stages.deliver.models import Assignment, HoursWeek, WeeklyReport
from interregnum.stages.deliver.queries.decisions import DecisionView
from interregnum.stages.deliver.queries.people import PeopleView
from interregnum.stages.deliver.rules.commitment import Circle
from interregnum.stages.deliver.rules.drift import Drift
from interregnum.stages.deliver.rules.groups import LEAST
from interregnum.stages.deliver.rules.hours import HoursState
from interregnum.stages.deliver.rules.readiness import STEPS
from interregnum.stages.deliver.rules.signals import (
    Behind,
    Ready,
    Seen,
    Signal,
    SignalLevel,
    Standing,
    Waiting,
    Who,
    signals_of,
    standing,
)
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.web.pieces import Badge, Tone

STANDING_TONES = {Standing.GOOD: Tone.GOOD, Standing.ATTENTION: Tone.WARN, Standing.RISK: Tone.BAD}
LEVEL_TONES = {SignalLevel.RED: Tone.BAD, SignalLevel.AMBER: Tone.WARN}
BOUNDS, PLAN, ANNOUNCE = "deliver.signal_bounds", "deliver.plan_due_days", "deliver.announce_within_days"
FLOOR = "deliver.group_floor"
NAMES = (BOUNDS, PLAN, ANNOUNCE, FLOOR)
# An older look at how ready people are says nothing of today.
READY_FOR = timedelta(days=92)


@dataclass(frozen=True)
class SignalView:
    """One signal: its evidence in a sentence, and who must act."""

    code: str
    badge: Badge
    evidence: str
    who: str


@dataclass(frozen=True)
class VerdictView:
    """The verdict in words; `worst` is the first of the signals."""

    verdict: Badge
    signals: tuple[SignalView, ...]

    @property
    def worst(self) -> SignalView | None:
        return self.signals[0] if self.signals else None


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the page has read already, and the signals go by."""

    missed: int
    behind: Sequence[Behind]
    drift: Drift | None
    reports: Sequence[WeeklyReport]
    decisions: Sequence[DecisionView]
    people: PeopleView
    hours_since: datetime | None


def verdict_of(row: Assignment, around: Around, *, known: Mapping[str, Any], on: date) -> VerdictView:
    """`known` holds the parameters of NAMES; `row` was read with its brief. One query: readiness."""
    if row.state != AssignmentState.RUNNING:
        return VerdictView(Badge(texts.STATES[row.state], Tone.NEUTRAL), ())
    bounds = known[BOUNDS] | {"plan_amber": known[PLAN] + 1, "announce_amber": known[ANNOUNCE] + 1}
    least = 1 if around.people.is_by_name else max(LEAST, known[FLOOR])
    sponsor = [one.sponsor_minutes for one in around.reports if one.sponsor_minutes is not None]
    seen = Seen(
        bounds=bounds,
        on=on,
        starts_on=row.starts_on,
        missed=around.missed,
        behind=around.behind,
        plan_state=row.plan_state,
        announced_on=row.announced_on,
        drift=around.drift,
        decisions=[Waiting(one.what, one.whom, one.days, one.is_overdue) for one in around.decisions if one.is_open],
        sponsor=sponsor[-bounds["sponsor_weeks"] :],
        asked=60 * (row.contract.brief.sponsor_hours or 0),
        hours_days=(on - local_day(around.hours_since)).days if around.hours_since else -1,
        ready=_ready(row, least=least, since=on - READY_FOR),
        unmet=around.people.unmet,
        unseen=around.people.unseen,
        fallen=around.people.fallen,
    )
    found = signals_of(seen)
    verdict = standing(found)
    shown = tuple(_signal(signal, row) for signal in found)
    return VerdictView(Badge(signal_texts.STANDINGS[verdict], STANDING_TONES[verdict]), shown)


def _signal(signal: Signal, row: Assignment) -> SignalView:
    badge = Badge(signal_texts.LEVELS[signal.level], LEVEL_TONES[signal.level])
    return SignalView(signal.code, badge, signal_texts.evidence_of(signal), signal.name or _who(signal.who, row))


def _who(who: Who, row: Assignment) -> str:
    """The person in that place, in name where there is one."""
    names = {
        Who.MANAGER: row.manager.name,
        Who.CLIENT: row.reports_to or row.organisation.name,
        Who.BUREAU: row.owner.name if row.owner else "",
    }
    return names[who] or str(signal_texts.PLACES[who])


def sent_since() -> Subquery:
    """When the oldest week of hours was sent that waits for an answer; read along with the assignment."""
    sent = HoursWeek.objects.filter(assignment=OuterRef("pk"), state=HoursState.SENT).order_by("sent_at")
    return Subquery(sent.values("sent_at")[:1])


def _ready(row: Assignment, *, least: int, since: date) -> list[Ready]:
    """The newest look at each circle that is large enough for this reader, of the last three months."""
    newest: dict[Circle, Any] = {}
    for one in row.readiness.filter(people__gte=least, noted_on__gte=since):
        newest.setdefault(one.circle, one)
    return [
        Ready(str(stake_texts.CIRCLES[circle]), min(getattr(one, step) for step in STEPS))
        for circle, one in newest.items()
    ]
