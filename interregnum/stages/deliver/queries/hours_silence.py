"""Hours that nobody answered, under a contract that says what silence does."""

from datetime import date, datetime, timedelta

from interregnum.kernel.period import local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.stages.contract.rules.clauses import HOURS_SILENCE
from interregnum.stages.deliver.models import HoursWeek
from interregnum.stages.deliver.rules.hours import HoursState, silent_after


def weeks_of_silence(at: datetime) -> list[HoursWeek]:
    """The weeks that wait for longer than their contract says; read along with what a mail about them needs."""
    agreed = {f"assignment__contract__terms__{HOURS_SILENCE}__gte": 1}
    rows = HoursWeek.objects.filter(state=HoursState.SENT, sent_at__lt=at - timedelta(days=1), **agreed)
    rows = rows.select_related("assignment__contract", "assignment__organisation", "assignment__manager", "manager")
    return [row for row in rows if (last := last_day_to_answer(row)) and local_day(at) > last]


def last_day_to_answer(week: HoursWeek) -> date | None:
    """The day after which silence approves; None where the contract does not say so, or nothing waits."""
    working_days = week.assignment.contract.terms.get(HOURS_SILENCE)
    if not working_days or week.sent_at is None or week.state != HoursState.SENT:
        return None
    sent_on = local_day(week.sent_at)
    return silent_after(sent_on, working_days=working_days, closed=dutch_holidays(sent_on.year))
