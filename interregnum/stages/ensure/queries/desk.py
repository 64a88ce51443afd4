"""The shadow manager's own assignments."""

from datetime import date

from interregnum.kernel.actor import Actor
from interregnum.stages.deliver.queries import AssignmentLine, assignments_of


def shadowed_assignments(*, seen_by: Actor, on: date) -> tuple[AssignmentLine, ...]:
    """The open assignments of a shadow manager with the mood of the last report; those with a late report first."""
    lines = assignments_of(seen_by=seen_by, on=on)
    return tuple(sorted(lines, key=lambda line: (not line.late, line.ends_on)))
