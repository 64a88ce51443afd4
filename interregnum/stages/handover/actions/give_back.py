"""A2 H2: whoever leaves gives back what is the client's, and the client ends what was open to them."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models.functions import Coalesce

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.models import Account
from interregnum.stages.contract.facts import GuaranteeHonoured, ManagerLeft
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.handover.facts import BackAsked, BackGiven, BackUndone
from interregnum.stages.handover.models import GivenBack, GivingBack
from interregnum.stages.handover.queries.giving_back import TERMS, assignment_then, giving_back_row, open_lists
from interregnum.stages.handover.rules.giving_back import Back, asked_from, may_say, points_of
from interregnum.web.navigation import DESK


def ask_back(at: datetime) -> int:
    """The last days of a contract have come: both are asked for what is to be given back. Safe to run again; returns
    how many were asked."""
    on = local_day(at)
    days = timedelta(days=value(TERMS, on=on)["before_days"])
    rows = _began().annotate(last_day=Coalesce("contract__runs_until", "contract__ends_on"))
    due = rows.filter(last_day__range=(on - days, on + days), contract__giving_back=None).order_by("pk")
    return sum(_ask(row, by=HOUSE, at=at) for row in due)


@action
def follow_leaving(fact: GuaranteeHonoured | ManagerLeft, by: Actor, at: datetime) -> None:
    """A manager leaves early: nobody waits for the night."""
    row = _began().filter(contract__code=fact.contract).first()
    if row is not None:
        _ask(row, by=by, at=at)


def _began() -> Any:
    return visible_to(HOUSE).exclude(state=AssignmentState.LANDING)


@action
def _ask(row: Any, *, by: Actor, at: datetime) -> bool:
    made, is_new = GivingBack.objects.get_or_create(
        contract_id=row.contract_id, defaults={"assignment": row, "asked_at": at}
    )
    if is_new:
        record(BackAsked(assignment=row.code, contract=row.contract.code), by=by, at=at)
        _write(made, "mail/giving_back.txt")
    return is_new


def remind_to_give_back(at: datetime) -> int:
    """Once, some days after the last day, to whoever has points left. Returns how many lists that were."""
    on = local_day(at)
    days = value(TERMS, on=on)["remind_days"]
    rows = [one for one in open_lists().filter(reminded_at=None) if asked_from(on, before_days=days) >= one.last_day]
    return sum(_remind(one, at) for one in rows)


@action
def _remind(row: GivingBack, at: datetime) -> bool:
    if not GivingBack.objects.filter(pk=row.pk, reminded_at=None).update(reminded_at=at):
        return False
    _write(row, "mail/giving_back_open.txt")
    return True


def _write(row: GivingBack, template: str) -> None:
    """To each side that has points left."""
    done, about = {Back(one.what) for one in row.given.all()}, assignment_then(row)
    for role in (Role.MANAGER, Role.CLIENT):
        if points_of(role) - done:
            tell(about, role, template=template, address=f"{DESK[role]}:handover-back", code=row.code)


@action
def say_given(*, giving_back: str, what: Back, by: Actor, at: datetime) -> Refused | None:
    """A point is done, or does not apply."""
    row = giving_back_row(giving_back, seen_by=by)
    if not may_say(what, by.role):
        return Refused.because("handover.not_yours_to_say")
    said = {"said_by": Account.objects.get(code=by.code), "said_at": at}
    _row, is_new = GivenBack.objects.get_or_create(giving_back=row, what=what, defaults=said)
    if not is_new:
        return Refused.because("handover.given_already")
    record(BackGiven(assignment=row.assignment.code, what=what), by=by, at=at)
    return None


@action
def undo_given(*, giving_back: str, what: Back, by: Actor, at: datetime) -> Refused | None:
    """Ticked by mistake: the point is open again."""
    row = giving_back_row(giving_back, seen_by=by)
    if not may_say(what, by.role):
        return Refused.because("handover.not_yours_to_say")
    deleted, _each = GivenBack.objects.filter(giving_back=row, what=what).delete()
    if not deleted:
        return Refused.because("handover.not_given")
    record(BackUndone(assignment=row.assignment.code, what=what), by=by, at=at)
    return None
