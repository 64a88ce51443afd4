"""Facts of other stages of which a line of a record comes at once; all else comes in the night."""

from datetime import datetime

from interregnum.kernel.actor import HOUSE, Actor
from interregnum.stages.deliver.queries.visible import assignment_of
from interregnum.stages.guarantee.facts import CauseFound
from interregnum.stages.learn.actions.note_lines import follow_assignment


def follow_cause(fact: CauseFound, _by: Actor, at: datetime) -> None:
    """What lay under a replacement was found."""
    follow_assignment(assignment_of(fact.assignment, seen_by=HOUSE).pk, at=at)
