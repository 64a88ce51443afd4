"""What somebody of the bureau guards: what goes to a colleague when they leave it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from interregnum.people.models import Note
from interregnum.stages.ask.queries.rows import guarded_requests
from interregnum.stages.contract.queries.framework_access import frameworks_guarded_by
from interregnum.stages.deliver.models import Assignment


@dataclass(frozen=True)
class Guarded:
    """How many of each, open and ended; `steps` are what they would do next about a client or a manager,
    `frameworks` the framework agreements that wait for a signature."""

    requests: int
    assignments: int
    clients: int
    steps: int
    frameworks: int

    @property
    def is_any(self) -> bool:
        return bool(self.requests or self.assignments or self.steps or self.frameworks)


def steps_of(account: str) -> QuerySet[Note]:
    return Note.objects.filter(next_owner__code=account, done_at=None)


def guarded_by(account: str) -> Guarded:
    requests = guarded_requests(account).order_by()
    assignments = Assignment.objects.filter(owner__code=account).order_by()
    clients = requests.exclude(organisation=None).values("organisation").union(assignments.values("organisation"))
    counted = (requests, assignments, clients, steps_of(account), frameworks_guarded_by(account))
    return Guarded(*(rows.count() for rows in counted))
