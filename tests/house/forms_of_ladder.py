"""The addresses of the ladder of escalation: one that waits on its first step, and one that was closed."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from interregnum.kernel.actor import Role
from interregnum.stages.deliver.models import Assignment, Leaving
from interregnum.stages.ensure.models import (
    AssignmentOutcome,
    Escalation,
    EscalationStep,
    IntroducedPerson,
    PastShadow,
    StatedIndependence,
)
from interregnum.stages.ensure.rules.ladder import LadderStep
from tests.world import NOW


def ladder_of(life: Any) -> str:
    """The assignment of this life, with an escalation that waits for the shadow manager."""
    assignment = Assignment.objects.get(code=life.assignment)
    row, is_new = Escalation.objects.get_or_create(
        assignment=assignment, closed_at=None, defaults={"causes": ["agenda"], "began_at": NOW}
    )
    if is_new:
        clock = {"began_at": NOW, "due_at": NOW + timedelta(days=2)}
        EscalationStep.objects.create(escalation=row, step=LadderStep.FIRST, **clock)
    return str(life.assignment)


def all_of_ladder(life: Any) -> None:
    """One that was closed, with all that people write in it; and somebody who leaves."""
    assignment = Assignment.objects.get(code=life.assignment)
    closed = {"closed_at": NOW, "closed_by": life.cast.sara, "closed_why": "Alles is er."}
    row = Escalation.objects.create(assignment=assignment, causes=["agenda"], began_at=NOW, **closed)
    done = {"done_at": NOW, "done_by": life.cast.bea, "outcome": "Besproken.", "with_whom": "Directeur"}
    plan = {"plan_until": NOW.date(), "again_on": NOW.date()}
    clock = {"began_at": NOW, "due_at": NOW}
    EscalationStep.objects.create(escalation=row, step=LadderStep.THIRD, **clock, **done, **plan)
    left = {"leaves_on": assignment.starts_on, "noted_by": life.cast.max, "noted_at": NOW}
    who = {
        "name": "Ina Verzonnen",
        "tie": "Zus",
        "iban": "NL00BANK0000000000",
        "kvk": "00000000",
        "address": "Straat 1",
    }
    noted = {"introduced_on": assignment.starts_on, "noted_by": life.cast.sara, "noted_at": NOW}
    IntroducedPerson.objects.get_or_create(assignment=assignment, name=who.pop("name"), defaults=who | noted)
    past = {"shadow": life.cast.sara, "reason": "Kende het vak.", "appointed_at": NOW}
    PastShadow.objects.get_or_create(assignment=assignment, ended_at=NOW, ended_why="Te druk.", defaults=past)
    told = {"outcome": "partial", "why": "Half bereikt.", "noted_by": life.cast.bea, "noted_at": NOW}
    AssignmentOutcome.objects.get_or_create(assignment=assignment, defaults=told)
    Leaving.objects.get_or_create(assignment=assignment, position="Hoofd operatie", defaults=left)


def unstated(life: Any) -> str:
    """The assignment of this life, of whose shadow manager it was not stated that they are independent."""
    StatedIndependence.objects.filter(assignment__code=life.assignment).delete()
    return str(life.assignment)


FORMS_OF_LADDER: dict[str, dict[str, Any]] = {
    "shadow:ensure-ladder": {"do": "done", "step": "first", "outcome": "Max schrijft elke vrijdag."},
    "bureau:ensure-ladder": {"do": "close", "why": "Alles is er."},
    **{
        f"{desk}:ensure-introduced": {"name": "Ina Verzonnen", "introduced_on": "2026-03-02", "do": "note"}
        for desk in ("bureau", "manager", "shadow")
    },
    "shadow:ensure-resign": {"why": "Te druk."},
    "bureau:ensure-independent": {"is_independent": "on"},
    "bureau:ensure-knowledge": {"disciplines": ["finance"], "level": "senior"},
    "bureau:ensure-outcome": {"outcome": "success", "why": "Alles is bereikt."},
    "bureau:ensure-signal": {"attendance_low-amber": "75", "attendance_low-red": "50", "valid_from": "2026-12-01"},
}
WHOM_OF_LADDER = {
    "shadow:ensure-ladder": (Role.SHADOW, "guarded"),
    "bureau:ensure-ladder": (Role.PARTNER, "guarded"),
    "bureau:ensure-introduced": (Role.ACCOUNT_MANAGER, "guarded"),
    "manager:ensure-introduced": (Role.MANAGER, "guarded"),
    "shadow:ensure-introduced": (Role.SHADOW, "guarded"),
    "shadow:ensure-resign": (Role.SHADOW, "guarded"),
    "bureau:ensure-independent": (Role.ACCOUNT_MANAGER, "guarded"),
    "bureau:ensure-knowledge": (Role.ACCOUNT_MANAGER, "guarded"),
    "bureau:ensure-outcome": (Role.ACCOUNT_MANAGER, "guarded"),
    "bureau:ensure-signal": (Role.PARTNER, "guarded"),
}
MADE_OF_LADDER: dict[str, Callable[[Any], str]] = {
    f"{desk}:ensure-{page}": ladder_of for page in ("ladder", "introduced") for desk in ("bureau", "manager", "shadow")
}
MADE_OF_LADDER |= {
    "shadow:ensure-resign": lambda life: str(life.assignment),
    "bureau:ensure-outcome": lambda life: str(life.assignment),
    "bureau:ensure-independent": unstated,
    "bureau:ensure-knowledge": lambda life: str(life.cast.sara.code),
    "bureau:ensure-signal": lambda _life: "attendance_low",
}
