"""The pool as it was when a list was drawn, of the narrow rows that are and those that were."""

from collections.abc import Collection, Mapping
from itertools import batched

from interregnum.people.models import Manager
from interregnum.stages.choose.engine.columns import columns_of, joined
from interregnum.stages.choose.engine.live import CHUNK, READ
from interregnum.stages.choose.engine.names import Names
from interregnum.stages.choose.engine.snapshot import Snapshot
from interregnum.stages.choose.models import ManagerRow, MatchName, MatchStep, PastRow, Shortlist


def past_pool(step: int, token: str) -> Snapshot | None:
    """None when this state of the pool is not known here: another database was put in its place since."""
    known = MatchStep.objects.filter(number=step).values_list("token", flat=True).first()
    if (known or "") != token:
        return None
    names = Names()
    for number, kind, text in MatchName.objects.order_by("pk").values_list("pk", "kind", "text"):
        names.add(number, kind, text)
    still = ManagerRow.objects.filter(changed__lte=step).values_list(*READ)
    past = PastRow.objects.filter(changed__lte=step, until__gt=step).values_list(*READ)
    rows = still.union(past, all=True).order_by("manager").iterator(chunk_size=CHUNK)
    return Snapshot(joined([columns_of(some) for some in batched(rows, CHUNK)]), names)


def pools_of_the_day(codes: Collection[str], steps: Collection[int]) -> Mapping[int, frozenset[str]]:
    """By step of the pool: which of these managers stood in it, whoever stands there now.

    Their rows are kept as long as a list of that step is (see `forget_past_rows`).
    """
    keys = dict(Manager.objects.filter(code__in=codes).values_list("pk", "code"))
    now = ManagerRow.objects.filter(manager__in=keys, active=1).values_list("manager", "changed")
    past = PastRow.objects.filter(manager__in=keys, active=1).values_list("manager", "changed", "until")
    terms = [*((key, first, None) for key, first in now), *past]
    return {
        step: frozenset(keys[key] for key, first, until in terms if first <= step and (until is None or step < until))
        for step in steps
    }


def forget_past_rows() -> int:
    """Remove the rows that no list needs whose weighing is still kept; returns how many."""
    kept = Shortlist.objects.exclude(record={}).filter(listed__isnull=False).values_list("record", flat=True)
    first = min((record["step"] for record in kept.distinct().iterator()), default=None)
    old = PastRow.objects.all() if first is None else PastRow.objects.filter(until__lte=first)
    return old.delete()[0]
