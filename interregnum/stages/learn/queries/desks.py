"""What stands on a desk of records: lines that somebody contests, and lines that are new to their manager."""

from dataclasses import dataclass
from datetime import datetime

from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.stages.learn.queries.rows import lines_seen
from interregnum.stages.learn.texts import KINDS


@dataclass(frozen=True)
class ContestLine:
    code: str
    manager: str
    name: object
    contested_at: datetime | None


def contests_waiting(*, seen_by: Actor, at: datetime, most: int = 20) -> tuple[ContestLine, ...]:
    """For the bureau: those that wait for a decision, oldest first."""
    if seen_by.role not in BUREAU:
        return ()
    rows = lines_seen(seen_by, at=at).filter(contested_at__isnull=False, decided_at=None).order_by("contested_at")
    told = rows.values_list("code", "manager__name", "kind", "contested_at")
    return tuple(ContestLine(code, manager, KINDS[kind], at) for code, manager, kind, at in told[:most])


def new_lines(*, seen_by: Actor, at: datetime) -> int:
    """For a manager: how many lines the bureau does not read yet."""
    if seen_by.role != Role.MANAGER:
        return 0
    return lines_seen(seen_by, at=at).filter(shown_on__gt=local_day(at)).count()
