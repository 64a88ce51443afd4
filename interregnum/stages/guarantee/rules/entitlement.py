"""H1 H2 H3: whether the clause as signed can be invoked on a day, and from which day on a manager is gone."""

from dataclasses import dataclass
from datetime import date, timedelta

from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.rules.states import AssignmentState


@dataclass(frozen=True)
class Invoked:
    """`is_left`: the manager cannot go on, as was said before; `is_honoured`: the contract ended under the guarantee;
    `runs_until`: the last day of the contract now."""

    state: AssignmentState
    starts_on: date
    runs_until: date
    is_left: bool
    is_honoured: bool
    is_running: bool


def entitlement(case: Invoked, *, on: date) -> Refused | None:
    """H1 H2: nothing else than these stands in the way: no reason, no proof, no talk first. A manager
    who leaves some day may still be replaced before it."""
    if case.is_running:
        return Refused.because("guarantee.running")
    if case.state == AssignmentState.LANDING or on < case.starts_on:
        return Refused.because("guarantee.not_started")
    if case.is_honoured or (case.is_left and on >= case.runs_until):
        return Refused.because("guarantee.left")
    if case.state == AssignmentState.CLOSED or on > case.runs_until:
        return Refused.because("guarantee.over")
    return None


def first_end(*, on: date, runs_until: date, agreed_until: date, notice_days: int, keeps_notice: bool) -> date:
    """H2: the first day that can be the last one: today; where the clause as signed keeps the notice, the day on which
    it is over. A contract that was cut short to replace (`runs_until`) shortens no notice; a last day that has passed
    stays.

    >>> known = {"on": date(2026, 3, 16), "agreed_until": date(2026, 8, 28), "notice_days": 14}
    >>> first_end(**known, runs_until=date(2026, 3, 16), keeps_notice=True)
    datetime.date(2026, 3, 30)
    >>> first_end(**known, runs_until=date(2026, 3, 13), keeps_notice=True)
    datetime.date(2026, 3, 13)
    """
    if runs_until < on:
        return runs_until
    return max(on, min(on + timedelta(days=notice_days), agreed_until)) if keeps_notice else on


def check_last_day(last_day: date, *, on: date, first: date, runs_until: date) -> Refused | None:
    """The last day is as the client says: today, or later within the contract. What was worked before stays due.
    `first` is later than today where the contract keeps its notice."""
    if last_day < on:
        return Refused.because("guarantee.last_day_past", "last_day")
    if last_day < first:
        return Refused.because("guarantee.notice_stays", "last_day", day=f"{first:%d-%m-%Y}")
    return Refused.because("guarantee.last_day_late", "last_day") if last_day > runs_until else None


def latest_plan(complained_on: date, *, weeks: int, runs_until: date) -> date:
    """The last day that an improvement plan can have: as long as the clause says, and never after the contract.

    >>> latest_plan(date(2026, 3, 2), weeks=3, runs_until=date(2026, 3, 13))
    datetime.date(2026, 3, 13)
    """
    return min(complained_on + timedelta(weeks=weeks), runs_until)
