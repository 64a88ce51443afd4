"""D2: a manager on an assignment is free after it, and the next list knows that."""

from datetime import datetime, timedelta

from interregnum.kernel.actor import Actor
from interregnum.kernel.period import Period
from interregnum.people.availability import move_availability, offered_by
from interregnum.stages.choose.rules.weeks import first_day_free
from interregnum.stages.deliver.facts import AssignmentOpened, ManagerSucceeded, TermMoved
from interregnum.stages.deliver.queries import engagements_of

# Longer than any assignment that is agreed today.
AHEAD = timedelta(days=10 * 365)


def term_moved(fact: TermMoved, by: Actor, at: datetime) -> None:
    """A later last day takes more of what a manager has; an earlier one they say themselves."""
    assignment_opened(fact, by, at)


def assignment_opened(fact: AssignmentOpened | ManagerSucceeded | TermMoved, by: Actor, at: datetime) -> None:
    """The first free day counts from what a manager said and all assignments that they have."""
    offered_from, days = offered_by(fact.manager)
    ahead = Period(offered_from, offered_from + AHEAD)
    engagements = engagements_of([fact.manager], within=ahead).get(fact.manager, ())
    free = first_day_free(offered_from, days=days, engagements=engagements)
    move_availability(manager=fact.manager, available_on=free, by=by, at=at)
