"""The client is asked once to choose, when the days for it or an improvement plan are over. Safe to run again."""

from datetime import datetime, timedelta

from django.db.models import Q

from interregnum.journal.record import action
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.period import local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.stages.guarantee.letters import tell_client
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.rows import cases_of, terms_of
from interregnum.stages.guarantee.rules.clock import end_of_working_day
from interregnum.stages.guarantee.rules.states import CaseState

TEMPLATE = "mail/guarantee_choose.txt"


def remind_to_choose(at: datetime) -> int:
    """Nothing is chosen for the client: the guarantee stays open until the client says. Returns how many were asked."""
    waits = Q(state__in=[CaseState.OPEN, CaseState.TALKING], complained_at__lt=at - timedelta(days=1))
    rows = cases_of(HOUSE).filter(waits | Q(state=CaseState.IMPROVING, improve_until__lt=local_day(at)))
    return sum(_remind(row) for row in rows.order_by("pk") if _is_over(row, at))


def _is_over(row: Complaint, at: datetime) -> bool:
    if row.state == CaseState.IMPROVING:
        return True
    begun, days = row.complained_at, terms_of(row).decision_working_days
    return at > end_of_working_day(begun, days=days, closed=dutch_holidays(local_day(begun).year))


@action
def _remind(row: Complaint) -> bool:
    tell_client(row, TEMPLATE, name_once=f"{TEMPLATE} {row.code} {row.state}")
    return True
