"""G2: the bureau states that a shadow manager is independent, of the manager who works now."""

from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.queries.visible import assignment_of
from interregnum.stages.ensure.facts import IndependenceStated
from interregnum.stages.ensure.models import ShadowAppointment, StatedIndependence
from interregnum.stages.ensure.queries.independence import stated_of


@action
def state_independence(*, assignment: str, is_independent: bool, by: Actor, at: datetime) -> Refused | None:
    """For a shadow manager who stays on beside another manager; said once of the two it stays said."""
    row = assignment_of(assignment, seen_by=by)
    # Of two presses at once, the second waits here and then finds it stated.
    held = ShadowAppointment.objects.select_for_update().select_related(None).filter(assignment=row).first()
    if held is None:
        return Refused.because("ensure.nobody_appointed")
    if not is_independent:
        return Refused.because("ensure.not_stated", "is_independent")
    if stated_of(row) is not None:
        return Refused.because("ensure.stated_already")
    keep_statement(row, held.shadow, by=by, at=at)
    return None


def keep_statement(row: Any, shadow: Account, *, by: Actor, at: datetime) -> None:
    """Within an action: who stated it, when, and beside which manager."""
    stated = {"stated_by": Account.objects.get(code=by.code), "stated_at": at}
    StatedIndependence.objects.create(assignment=row, shadow=shadow, manager=row.manager, **stated)
    record(IndependenceStated(assignment=row.code, account=shadow.code, manager=row.manager.code), by=by, at=at)
