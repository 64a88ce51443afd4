"""The dated values of the practice: what a partner sees of them, and how a new one begins to hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.models import Parameter
from interregnum.parameters.values import in_order, set_value, value
from interregnum.people.facts import ParameterChanged
from interregnum.people.rules.new_value import check_value


@dataclass(frozen=True)
class DatedValue:
    """A value and the day from which it holds; `changed_by` is empty for what the software came with."""

    valid_from: date
    value: Any
    source: str
    changed_by: str


@dataclass(frozen=True)
class ParameterLine:
    """One name: what holds today (None when nothing does yet), what is to come, and what held before."""

    name: str
    today: DatedValue | None
    coming: tuple[DatedValue, ...]
    before: tuple[DatedValue, ...]


def parameter_lines(*, on: date) -> tuple[ParameterLine, ...]:
    """Every parameter, in the order of their names."""
    rows = Parameter.objects.order_by("name", "-valid_from")
    return tuple(_line(name, list(same), on) for name, same in groupby(rows, key=lambda row: row.name))


def _line(name: str, rows: Iterable[Parameter], on: date) -> ParameterLine:
    values = [DatedValue(row.valid_from, in_order(row.name, row.value), row.source, row.changed_by) for row in rows]
    held = [one for one in values if one.valid_from <= on]
    coming = tuple(one for one in values if one.valid_from > on)
    return ParameterLine(name, held[0] if held else None, coming, tuple(held[1:]))


@action
def change_parameter(*, name: str, new: Any, valid_from: date, source: str, by: Actor, at: datetime) -> Refused | None:
    """Let a parameter have another value from a day on, today at the earliest: what was done before stays explained."""
    if valid_from < local_day(at):
        return Refused.because("parameters.too_early", "valid_from")
    try:
        present = value(name, on=valid_from)
    except LookupError:
        return Refused.because("parameters.unknown")
    refused = check_value(name, new, present=present)
    if refused is not None:
        return refused
    if new == present:
        return Refused.because("parameters.same", "value")
    set_value(name, new, valid_from=valid_from, source=source, changed_by=by.name, at=at)
    record(ParameterChanged(name=name, valid_from=valid_from.isoformat()), by=by, at=at)
    return None
