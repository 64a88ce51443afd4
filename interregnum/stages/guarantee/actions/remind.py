"""The client is asked once to choose, when the days for it or an improvement plan are over; and whoever guards the
client hears once of each promise of the clock that is not kept. Safe to run again."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import Q

from interregnum.journal.record import action
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.period import local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.values import value
from interregnum.stages.guarantee.letters import tell_client, tell_overdue
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.clock import MANY, ONE, OWN, clock_of
from interregnum.stages.guarantee.queries.rows import cases_of, terms_of
from interregnum.stages.guarantee.rules.clock import Kept, Promise, end_of_working_day
from interregnum.stages.guarantee.rules.states import CARRIED_OUT, CaseState

TEMPLATE = "mail/guarantee_choose.txt"


def remind_to_choose(at: datetime) -> int:
    """Nothing is chosen for the client: the guarantee stays open until the client says. Returns how many were asked."""
    waits = Q(state__in=[CaseState.OPEN, CaseState.TALKING], complained_at__lt=at - timedelta(days=1))
    rows = cases_of(HOUSE).filter(waits | Q(state=CaseState.IMPROVING, improve_until__lt=local_day(at)))
    return sum(_remind(row) for row in rows.order_by("pk") if _is_over(row, at))


def warn_of_overdue(at: datetime) -> int:
    """A promise ran out: to the account manager and every partner, once a promise. Returns how many were told."""
    rows = cases_of(HOUSE).select_related(*ONE).prefetch_related(MANY)
    rows = rows.filter(Q(closed_at=None) | Q(state__in=CARRIED_OUT, root_cause=None)).order_by("pk")
    own: Mapping[str, int] | None = None
    told = 0
    for row in rows:
        own = own or value(OWN, on=local_day(at))
        told += sum(_warn(row, one) for one in clock_of(row, at=at, own=own) if one.kept(at) == Kept.OVERDUE)
    return told


@action
def _warn(row: Complaint, promise: Promise) -> bool:
    tell_overdue(row, step=str(promise.step))
    return True


def _is_over(row: Complaint, at: datetime) -> bool:
    if row.state == CaseState.IMPROVING:
        return True
    begun, days = row.complained_at, terms_of(row).decision_working_days
    return at > end_of_working_day(begun, days=days, closed=dutch_holidays(local_day(begun).year))


@action
def _remind(row: Complaint) -> bool:
    tell_client(row, TEMPLATE, name_once=f"{TEMPLATE} {row.code} {row.state}")
    return True
