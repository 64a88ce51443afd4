"""Early warning as a page shows it: the verdict, the worst signal, who must act. The verdict is for everybody the same;
what exactly is the matter with people is for who may know where they stand."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from interregnum.kernel.actor import Actor
from interregnum.parameters.values import values
from interregnum.stages.deliver import signal_texts, texts
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries.quality.bounds import NAMES, WINDOWS, bounds_from
from interregnum.stages.deliver.queries.quality.kept import measured_of
from interregnum.stages.deliver.queries.visible import BY_NAME, visible_to
from interregnum.stages.deliver.rules.seen import Who
from interregnum.stages.deliver.rules.signals import Signal, SignalLevel, Standing, signals_of, standing, veiled
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.web.pieces import Badge, Tone

STANDING_TONES = {Standing.GOOD: Tone.GOOD, Standing.ATTENTION: Tone.WARN, Standing.RISK: Tone.BAD}
LEVEL_TONES = {SignalLevel.RED: Tone.BAD, SignalLevel.AMBER: Tone.WARN}
# What is read along with an assignment to say who must act.
ALONG = ("organisation", "manager", "owner", "contract__brief", "shadow_appointment__shadow")


@dataclass(frozen=True)
class SignalView:
    """One signal: its evidence in a sentence, and who must act."""

    code: str
    title: object
    badge: Badge
    evidence: str
    who: str


@dataclass(frozen=True)
class VerdictView:
    """The verdict in words; `worst` is the first of the signals. `standing` is None for one that does not run."""

    standing: Standing | None
    verdict: Badge
    signals: tuple[SignalView, ...]

    @property
    def worst(self) -> SignalView | None:
        return self.signals[0] if self.signals else None


def verdict_of(row: Assignment, *, seen_by: Actor, known: Mapping[str, Any], on: date) -> VerdictView:
    """`known` holds the parameters of NAMES; `row` was read with its brief and who guards it. One query while nothing
    has changed since it was last measured."""
    if row.state != AssignmentState.RUNNING:
        return _not_running(row)
    return verdicts_of([row], seen_by=seen_by, known=known, on=on)[row.pk]


def verdicts_of(
    rows: Collection[Assignment], *, seen_by: Actor, known: Mapping[str, Any], on: date
) -> dict[int, VerdictView]:
    """By key, of running assignments: as many queries for one as for all."""
    bounds, by_key = bounds_from(known), {row.pk: row for row in rows}
    found = measured_of(rows, windows=known[WINDOWS], on=on)
    return {
        key: view_of(signals_of(measured, bounds), row=by_key[key], seen_by=seen_by) for key, measured in found.items()
    }


def verdicts_by_code(codes: Collection[str], *, seen_by: Actor, on: date) -> dict[str, Badge]:
    """How each of these assignments stands, as its own page says it: three queries, one where there is none."""
    rows = list(visible_to(seen_by).filter(code__in=codes).select_related(*ALONG)) if codes else []
    running = [row for row in rows if row.state == AssignmentState.RUNNING]
    found = verdicts_of(running, seen_by=seen_by, known=known_on(on), on=on) if running else {}
    return {row.code: (found[row.pk] if row.pk in found else _not_running(row)).verdict for row in rows}


def known_on(on: date) -> dict[str, Any]:
    """The parameters that a verdict goes by."""
    return values(*NAMES, on=on)


def view_of(found: Sequence[Signal], *, row: Assignment, seen_by: Actor) -> VerdictView:
    verdict = standing(found)
    told = found if seen_by.role in BY_NAME else veiled(found)
    badge = Badge(signal_texts.STANDINGS[verdict], STANDING_TONES[verdict])
    return VerdictView(verdict, badge, tuple(_signal(signal, row) for signal in told))


def _not_running(row: Assignment) -> VerdictView:
    return VerdictView(None, Badge(texts.STATES[row.state], Tone.NEUTRAL), ())


def _signal(signal: Signal, row: Assignment) -> SignalView:
    badge = Badge(signal_texts.LEVELS[signal.level], LEVEL_TONES[signal.level])
    title = signal_texts.TITLES[signal.code]
    return SignalView(
        signal.code, title, badge, signal_texts.evidence_of(signal), signal.name or who_of(signal.who, row)
    )


def who_of(who: Who, row: Assignment) -> str:
    """The person in that place, in name where there is one."""
    appointment = getattr(row, "shadow_appointment", None)
    names = {
        Who.MANAGER: row.manager.name,
        Who.CLIENT: row.reports_to or row.organisation.name,
        Who.BUREAU: row.owner.name if row.owner else "",
        Who.SHADOW: appointment.shadow.name if appointment else "",
    }
    return names[who] or str(signal_texts.PLACES[who])
