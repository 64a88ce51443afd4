"""G1: a partner keeps other bounds of a signal, from a day on, after seeing what they would have done in the past."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from interregnum.journal.record import RefusedError, action
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.practice import change_parameter
from interregnum.stages.deliver.queries.quality.bounds import bounds_on, home_of
from interregnum.stages.deliver.rules.signals import PARTS, Bounds

SOURCE = "The firm's own choice, after a replay of the past"


@action
def keep_bounds(*, tried: Bounds, valid_from: date | None, by: Actor, at: datetime) -> Refused | None:
    """All or nothing. Each bound is written where it stands, so that other pages go by it too."""
    if (fault := _fault_of(tried, valid_from, on=local_day(at))) is not None:
        return fault
    assert valid_from is not None
    changed = _changed(tried, valid_from)
    if not changed:
        return Refused.because("parameters.same", "valid_from")
    for name, new in changed.items():
        refused = change_parameter(name=name, new=new, valid_from=valid_from, source=SOURCE, by=by, at=at)
        if refused is not None:
            # What was written of the others is undone with it.
            raise RefusedError(refused)
    return None


def _fault_of(tried: Bounds, valid_from: date | None, *, on: date) -> Refused | None:
    if valid_from is None:
        return Refused.because("ensure.bound_without_day", "valid_from")
    # Before the practice had any value there is none to compare with.
    if valid_from < on:
        return Refused.because("parameters.too_early", "valid_from")
    for part, bound in tried.items():
        if bound.amber is not None and bound.red is not None:
            beyond = bound.red <= bound.amber if PARTS[part].is_low else bound.red >= bound.amber
            if not beyond:
                return Refused.because("ensure.bounds_crossed", f"{part}-red")
    return None


def _changed(tried: Bounds, valid_from: date) -> dict[str, Any]:
    """The parameters that would be another, whole: a scalar, or all its parts."""
    now = bounds_on(valid_from)
    found: dict[str, Any] = defaultdict(dict)
    for part, bound in tried.items():
        for level in ("amber", "red"):
            limit, held = getattr(bound, level), getattr(now[part], level)
            if limit is not None and limit != held:
                home = home_of(part, level)
                found[home.parameter][home.key] = _plain(limit - home.plus)
    return {name: keys[""] if "" in keys else value(name, on=valid_from) | keys for name, keys in found.items()}


def _plain(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number
