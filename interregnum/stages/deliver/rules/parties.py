"""The parties of an assignment, and what they may share."""

from collections.abc import Set
from datetime import date, timedelta
from enum import StrEnum

from interregnum.kernel.actor import Role
from interregnum.kernel.refused import Reason, Refused

# So many files, notes and open to-dos an assignment holds: more than anybody can oversee.
MOST = 100
# Aftercare may ask something up to a year after the last day.
BEYOND = timedelta(days=366)


class Party(StrEnum):
    CLIENT = "client"
    MANAGER = "manager"
    SHADOW = "shadow"
    BUREAU = "bureau"


def party_of(role: Role) -> Party:
    """The party for which somebody in this role speaks; who only looks on reads what the bureau reads."""
    own = {Role.CLIENT: Party.CLIENT, Role.MANAGER: Party.MANAGER, Role.SHADOW: Party.SHADOW}
    return own.get(role, Party.BUREAU)


def readers_with(chosen: Set[Party], own: Party) -> frozenset[Party]:
    """Whoever adds something reads it too."""
    return frozenset(chosen) | {own}


def fault_of_task(what: str, due_on: date, *, today: date, ends_on: date) -> Refused | None:
    reasons = []
    if not what.strip():
        reasons.append(Reason("deliver.task_empty", "what"))
    if not today <= due_on <= ends_on + BEYOND:
        reasons.append(Reason("deliver.task_day", "due_on"))
    return Refused(tuple(reasons)) if reasons else None
