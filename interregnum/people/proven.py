"""B2 D3 D4 D8: what assignments of the firm proved of a manager becomes a figure of the profile, and nothing else does.

A later stage says it, once the manager has seen it; of it come the same figures as of the manager's own cases.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.people.facts import ProofKept
from interregnum.people.figures import recount
from interregnum.people.models import Manager, Proven


@dataclass(frozen=True, kw_only=True)
class ProvenValues:
    on: date
    category: str
    reasons: tuple[str, ...]
    first_result_weeks: int | None
    has_deadlock: bool
    is_confirmed: bool | None
    failed: bool


@action
def keep_proof(*, manager: str, source: str, values: ProvenValues | None, by: Actor, at: datetime) -> bool:
    """What the assignment `source` proved, in place of what it proved before; None: nothing. False when it is so."""
    row = Manager.objects.select_for_update().get(code=manager)
    before = Proven.objects.filter(manager=row, source=source)
    if values is None:
        if not before.delete()[0]:
            return False
    elif not _keep(row, source, asdict(values) | {"reasons": list(values.reasons)}):
        return False
    recount(row.pk)
    record(ProofKept(manager=manager), by=by, at=at)
    return True


def _keep(row: Manager, source: str, said: dict[str, Any]) -> bool:
    known = Proven.objects.filter(manager=row, source=source).first()
    if known and all(getattr(known, name) == value for name, value in said.items()):
        return False
    Proven.objects.update_or_create(manager=row, source=source, defaults=said)
    return True


def proven_of(manager: str) -> QuerySet[Proven]:
    """What stands of a manager, newest first; the page behind it says who may look."""
    return Proven.objects.filter(manager__code=manager)
