"""What nothing else tells of the unit in change: when the old way of working ends, and who leaves whom it needs."""

from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.actions.note_stakes import open_assignment_of
from interregnum.stages.deliver.models import Leaving, OldWay
from interregnum.stages.deliver.queries.visible import term_of
from interregnum.stages.deliver.rules.unit import check_leaving, check_old_way
from interregnum.stages.deliver.stake_facts import LeavingNoted, LeavingTakenAway, OldWayNoted


@action
def note_old_way(*, assignment: str, ends_on: date, stopped_on: date | None, by: Actor, at: datetime) -> Refused | None:
    """One a assignment: who notes it again writes it anew."""
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    refused = check_old_way(ends_on, stopped_on, term=term_of(row), today=local_day(at))
    if refused is not None:
        return refused
    told = {"ends_on": ends_on, "stopped_on": stopped_on}
    known = OldWay.objects.filter(assignment=row, **told).exists()
    if not known:
        by_whom = {"noted_by": Account.objects.get(code=by.code), "noted_at": at}
        OldWay.objects.update_or_create(assignment=row, defaults=told | by_whom)
        record(OldWayNoted(assignment=row.code), by=by, at=at)
    return None


@action
def note_leaving(*, assignment: str, position: str, leaves_on: date, by: Actor, at: datetime) -> Refused | None:
    """The same position on the same day is noted once."""
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    refused = check_leaving(leaves_on, term=term_of(row))
    if refused is not None:
        return refused
    told = {"position": " ".join(position.split()), "leaves_on": leaves_on}
    by_whom = {"noted_by": Account.objects.get(code=by.code), "noted_at": at}
    _leaving, is_new = Leaving.objects.get_or_create(assignment=row, removed_at=None, **told, defaults=by_whom)
    if is_new:
        record(LeavingNoted(assignment=row.code), by=by, at=at)
    return None


@action
def take_leaving_away(*, assignment: str, position: str, leaves_on: date, by: Actor, at: datetime) -> Refused | None:
    """They stay after all, or it was noted wrongly. What was taken away stays kept, and counts nowhere."""
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    # The filter carries the old state: of two windows, one takes it away.
    if not row.leavings.filter(position=position, leaves_on=leaves_on, removed_at=None).update(removed_at=at):
        return Refused.because("deliver.leaving_gone")
    record(LeavingTakenAway(assignment=row.code), by=by, at=at)
    return None
