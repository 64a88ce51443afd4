"""D2 G3: the gates of one contract as a path to its first day: what must begin by when, and what decides that day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from interregnum.stages.deliver.rules.gate_found import found
from interregnum.stages.deliver.rules.gates import AWAITED, SHUT, Found, Gate, GateFacts, GateState


@dataclass(frozen=True)
class GateLine:
    """`latest`: the last day on which it can begin and still be there on the start, by its usual length in days.

    `ready_on`: when it can be there, for one that is shut.
    """

    gate: Gate
    found: Found
    latest: date
    ready_on: date | None

    @property
    def is_shut(self) -> bool:
        return self.found.state in SHUT


@dataclass(frozen=True)
class Way:
    """`lines`: those that are shut first, the one that must begin soonest on top; the rest in the same order.

    `critical` decides the first day, None when all are open; `first_day` is None where evidence says no.
    """

    lines: tuple[GateLine, ...]
    critical: Gate | None
    first_day: date | None

    @property
    def shut(self) -> tuple[GateLine, ...]:
        return tuple(line for line in self.lines if line.is_shut)


def way_to_start(facts: GateFacts, *, days: Mapping[str, int], on: date) -> Way:
    """`days` says of each gate how long it usually takes."""
    lines = [_line(gate, facts, days[gate], on) for gate in Gate]
    lines.sort(key=lambda line: (not line.is_shut, line.found.state is GateState.NOT_NEEDED, line.latest))
    shut = [line for line in lines if line.is_shut]
    refused = [line for line in shut if line.ready_on is None]
    if refused:
        return Way(tuple(lines), refused[0].gate, None)
    critical = max(shut, key=lambda line: (line.ready_on or on, -line.latest.toordinal()), default=None)
    first_day = max([facts.starts_on, *(line.ready_on for line in shut if line.ready_on)])
    return Way(tuple(lines), critical.gate if critical else None, first_day)


def _line(gate: Gate, facts: GateFacts, days: int, on: date) -> GateLine:
    seen = found(gate, facts)
    said = facts.said.get(gate)
    begun = said.asked_on if said and said.asked_on else on
    ready = max(on, begun + timedelta(days=days)) if seen.state in AWAITED else None
    return GateLine(gate, seen, facts.starts_on - timedelta(days=days), ready)
