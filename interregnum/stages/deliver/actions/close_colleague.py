"""A partner lets a colleague go, or takes their last role at the bureau: what they guarded goes to another of it."""

from datetime import datetime

from interregnum.journal.record import RefusedError, action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.queries import guard_to_be
from interregnum.people.seats import close_account, is_of_bureau, take_role
from interregnum.stages.ask.actions.handle_request import give_all
from interregnum.stages.contract.queries.framework_access import frameworks_guarded_by
from interregnum.stages.deliver.facts import WorkHandedOn
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries.guarded import guarded_by, steps_of


@action
def close_colleague(*, account: str, owner: str, by: Actor, at: datetime) -> Refused | None:
    """`owner` is the account that guards it from now on: needed where there is anything, else not looked at."""
    # Closed first: whoever gives this person something at the same moment waits, and is refused then.
    refused = close_account(account=account, by=by, at=at)
    if refused is None:
        _hand_on(account, owner, by=by, at=at)
    return refused


@action
def take_role_of_colleague(*, account: str, seat: int, owner: str, by: Actor, at: datetime) -> Refused | None:
    """The same for one role: as long as another at the bureau is left, this person goes on guarding."""
    was_of_bureau = is_of_bureau(account)
    refused = take_role(account=account, seat=seat, by=by, at=at)
    if refused is None and was_of_bureau and not is_of_bureau(account):
        _hand_on(account, owner, by=by, at=at)
    return refused


def _hand_on(account: str, owner: str, *, by: Actor, at: datetime) -> None:
    work = guarded_by(account)
    if not work.is_any:
        return
    heir = guard_to_be(owner)
    if heir is None:
        raise RefusedError(Refused.because("deliver.no_heir", "owner"))
    give_all(account=account, owner=heir, by=by, at=at)
    Assignment.objects.filter(owner__code=account).update(owner=heir)
    steps_of(account).update(next_owner=heir)
    frameworks_guarded_by(account).update(drawn_by=heir)
    told = {"requests": work.requests, "assignments": work.assignments, "steps": work.steps}
    record(WorkHandedOn(account=account, owner=heir.code, frameworks=work.frameworks, **told), by=by, at=at)
