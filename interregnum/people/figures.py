"""D3 D4 D8: the figures of a profile that matching reads follow what was declared and what cases prove."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import asdict, fields
from typing import Any

from interregnum.people.models import Case, Manager, Proven
from interregnum.people.rules.evidence import Counts, Proof, figures

COUNTED = tuple(field.name for field in fields(Counts))


def declared_of(manager: Manager) -> Counts:
    """What a roster said; the figures themselves where no case was ever counted."""
    return Counts.of(manager) if manager.declared is None else Counts(**manager.declared)


def kept(declared: Counts) -> dict[str, Any]:
    """As it stands in the table."""
    return asdict(declared)


def proofs_of(managers: Collection[int]) -> dict[int, list[Proof]]:
    """What the cases of these managers (by key) count for, and what assignments of the firm proved; two queries."""
    found: dict[int, list[Proof]] = defaultdict(list)
    for row in Case.objects.filter(manager__in=managers, withdrawn_at=None):
        proof = Proof(row.category, tuple(row.reasons), row.first_result_weeks, bool(row.deadlock), row.is_confirmed)
        found[row.manager_id].append(proof)
    for one in Proven.objects.filter(manager__in=managers):
        known = (one.category, tuple(one.reasons), one.first_result_weeks, one.has_deadlock, one.is_confirmed)
        found[one.manager_id].append(Proof(*known, failed=one.failed))
    return found


def recount(manager: int) -> None:
    """Within an action that changed cases of this manager (by key), or moved them here: make the figures anew."""
    row = Manager.objects.select_for_update().get(pk=manager)
    declared = declared_of(row)
    after = figures(declared, proofs_of([manager])[manager])
    if after != Counts.of(row) or row.declared is None:
        values = {name: getattr(after, name) for name in COUNTED}
        Manager.objects.filter(pk=manager).update(declared=kept(declared), **values)
