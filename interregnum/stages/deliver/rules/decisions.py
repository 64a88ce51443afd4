"""Decisions that a manager waits for: who must take them, and which are late."""

from datetime import date

from interregnum.kernel.refused import Reason
from interregnum.stages.deliver.rules.states import DecisionState

# The pulse of a week: a decision is asked within a year.
FURTHEST_DAYS = 366


def is_overdue(state: DecisionState, due_on: date, *, on: date) -> bool:
    """Open after the day by which it was needed."""
    return state == DecisionState.OPEN and on > due_on


def days_open(asked_on: date, *, on: date) -> int:
    """How many days somebody waits for it."""
    return max(0, (on - asked_on).days)


def check_due(due_on: date, *, asked_on: date) -> Reason | None:
    """A decision is asked by a day that is not over yet, and not a year away."""
    days = (due_on - asked_on).days
    return None if 0 <= days <= FURTHEST_DAYS else Reason("deliver.decision_day", facts={"day": asked_on})


def same_words(one: str, other: str) -> bool:
    """Two decisions in the same words are one: a report that is sent twice asks nothing twice."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
