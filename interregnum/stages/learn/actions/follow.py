"""Facts of other stages that change a record at once; all else comes in the night."""

from datetime import datetime

from interregnum.kernel.actor import HOUSE, Actor
from interregnum.stages.deliver.queries.visible import assignment_of
from interregnum.stages.guarantee.facts import CauseFound
from interregnum.stages.handover.facts import EvaluationWritten
from interregnum.stages.keep.facts import AftercareAnswered
from interregnum.stages.learn.actions.keep_proof import keep_cases
from interregnum.stages.learn.actions.note_lines import follow_assignment


def follow_cause(fact: CauseFound, _by: Actor, at: datetime) -> None:
    """What lay under a replacement was found."""
    follow_assignment(assignment_of(fact.assignment, seen_by=HOUSE).pk, at=at)


def follow_late(fact: AftercareAnswered | EvaluationWritten, _by: Actor, at: datetime) -> None:
    """What stayed, or how it went, was answered after the end: however late, it counts."""
    key = assignment_of(fact.assignment, seen_by=HOUSE).pk
    follow_assignment(key, at=at)
    keep_cases([key], at=at)
