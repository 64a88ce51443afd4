"""A partner closes the account of a colleague: what they guarded goes to another of the bureau in the same moment."""

from datetime import datetime

from interregnum.journal.record import RefusedError, action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.queries import guard_to_be
from interregnum.people.seats import close_account
from interregnum.stages.ask.actions.handle_request import give_all
from interregnum.stages.deliver.facts import WorkHandedOn
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries.guarded import guarded_by, steps_of


@action
def close_colleague(*, account: str, owner: str, by: Actor, at: datetime) -> Refused | None:
    """`owner` is the account that guards it from now on: needed where there is anything, else not looked at."""
    # Closed first: whoever gives this person something at the same moment waits, and is refused then.
    refused = close_account(account=account, by=by, at=at)
    work = guarded_by(account)
    if refused is not None or not work.is_any:
        return refused
    heir = guard_to_be(owner)
    if heir is None:
        raise RefusedError(Refused.because("deliver.no_heir", "owner"))
    give_all(account=account, owner=heir, by=by, at=at)
    Assignment.objects.filter(owner__code=account).update(owner=heir)
    steps_of(account).update(next_owner=heir)
    told = {"requests": work.requests, "assignments": work.assignments, "steps": work.steps}
    record(WorkHandedOn(account=account, owner=heir.code, **told), by=by, at=at)
    return None
