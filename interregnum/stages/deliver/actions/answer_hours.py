"""The client or its delegate approves the hours of a week, or sends days of it back; and what silence does."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.actions.tell import tell, tell_approvers
from interregnum.stages.deliver.hours_facts import HoursApproved, HoursCountAsApproved, HoursSentBack
from interregnum.stages.deliver.models import HoursDay, HoursWeek
from interregnum.stages.deliver.queries.hours import days_as_they_stand, week_of
from interregnum.stages.deliver.queries.hours_silence import weeks_of_silence
from interregnum.stages.deliver.rules.hours import DayHours, HoursState, answered, state_of_week


@action
def answer_hours(
    *, week: str, version: int, back: Collection[date] = (), reason: str = "", by: Actor, at: datetime
) -> Refused | None:
    """Approve the days that wait, but for those in `back`, which return to the manager with the reason."""
    row = week_of(week, seen_by=by)
    if row.sent_by and row.sent_by.code == by.code:
        return Refused.because("deliver.hours_own")
    before = days_as_they_stand(row)
    now = answered(before, back)
    if not set(back) <= now.keys():
        return Refused.because("deliver.hours_answered")
    if back and not reason:
        return Refused.because("deliver.hours_back_why", "reason")
    state = state_of_week(each.state for each in (before | now).values())
    # The filter carries what was seen: nobody approves what was changed meanwhile.
    seen = HoursWeek.objects.filter(pk=row.pk, state=HoursState.SENT, version=version)
    account = Account.objects.get(code=by.code)
    why = {"answered_at": at, "answered_by": account, "returned_why": reason if back else ""}
    if not seen.update(state=state, version=version + 1, **why):
        # Somebody else may have answered since it was read here.
        row.refresh_from_db(fields=["state"])
        is_open = row.state in {HoursState.DRAFT, HoursState.SENT}
        return Refused.because("deliver.hours_changed_meanwhile" if is_open else "deliver.hours_answered")
    _keep(row, now)
    about = {"assignment": row.assignment.code, "monday": row.monday.isoformat()}
    if approved := [each.minutes for each in now.values() if each.state == HoursState.APPROVED]:
        record(HoursApproved(**about, minutes=sum(approved)), by=by, at=at)
    if back:
        record(HoursSentBack(**about, days=len(back)), by=by, at=at)
        _tell_manager(row, "mail/hours_back.txt")
    return None


def approve_unanswered(at: datetime) -> int:
    """What nobody answered within the term counts as approved, where the contract says so; returns how many weeks."""
    return sum(_approve_unanswered(row, at) for row in weeks_of_silence(at))


@action
def _approve_unanswered(row: HoursWeek, at: datetime) -> bool:
    now = answered(days_as_they_stand(row), ())
    seen = HoursWeek.objects.filter(pk=row.pk, state=HoursState.SENT, version=row.version)
    silent = {"answered_at": at, "answered_by": None, "is_silent": True, "returned_why": ""}
    if not seen.update(state=HoursState.APPROVED, version=row.version + 1, **silent):
        return False
    _keep(row, now)
    minutes = sum(each.minutes for each in now.values())
    about = {"assignment": row.assignment.code, "monday": row.monday.isoformat()}
    record(HoursCountAsApproved(**about, minutes=minutes), by=HOUSE, at=at)
    _tell_manager(row, "mail/hours_silent.txt")
    tell_approvers(row.assignment, template="mail/hours_silent.txt", code=row.code)
    return True


def _keep(row: HoursWeek, now: Mapping[date, DayHours]) -> None:
    days = [each for each in row.days.all() if each.day in now]
    for each in days:
        each.state, each.approved = now[each.day].state, now[each.day].approved
    HoursDay.objects.bulk_update(days, ["state", "approved"])


def _tell_manager(row: HoursWeek, template: str) -> None:
    address = "manager:deliver-hours"
    # Whoever wrote them, also when the assignment went on with another manager.
    row.assignment.manager = row.manager
    tell(row.assignment, Role.MANAGER, template=template, address=address, query=f"?week={row.monday}")
