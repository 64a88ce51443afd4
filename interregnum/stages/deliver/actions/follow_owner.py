"""An assignment is guarded by whoever guards its request."""

from datetime import datetime

from interregnum.journal.record import action
from interregnum.kernel.actor import Actor
from interregnum.people.models import Account
from interregnum.stages.ask.facts import OwnerChanged
from interregnum.stages.deliver.models import Assignment


@action
def follow_owner(fact: OwnerChanged, _by: Actor, _at: datetime) -> None:
    """All assignments that came of the request go along; whoever guarded them sees them no more."""
    of_request = Assignment.objects.filter(contract__brief__request__code=fact.request)
    of_request.update(owner=Account.objects.get(code=fact.owner))
