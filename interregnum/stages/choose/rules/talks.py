"""When client and candidate can meet."""

from collections.abc import Sequence, Set
from datetime import date, datetime, time, timedelta

from interregnum.kernel.event import MINUTES
from interregnum.kernel.period import AMSTERDAM, local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.ask.rules.calling import OfficeHours, is_working_day, next_working_day

SUGGESTED = 3
# The five fixed questions after a talk (domain research on short selections); both sides answer the same five.
QUESTIONS = ("problem", "finished", "open", "manner", "beside")


def suggested(at: datetime, *, closed: Set[date]) -> tuple[datetime, ...]:
    """A moment on each of the next working days but one, at ten o'clock: what a form begins with."""
    found: list[datetime] = []
    day = local_day(at) + timedelta(days=1)
    while len(found) < SUGGESTED:
        day = next_working_day(day + timedelta(days=1), closed=closed)
        found.append(datetime.combine(day, time(10), tzinfo=AMSTERDAM))
    return tuple(found)


def check_slots(slots: Sequence[datetime], *, at: datetime, office: OfficeHours) -> Refused | None:
    """Each moment lies ahead, on a working day, and within office hours to its end; one at least."""
    if not slots:
        return Refused.because("choose.no_slots")
    reasons = [
        Reason(code, f"slot_{place}")
        for place, slot in enumerate(slots)
        if (code := fault_of(slot, at=at, office=office))
    ]
    return Refused(tuple(reasons)) if reasons else None


def fault_of(slot: datetime, *, at: datetime, office: OfficeHours) -> str:
    """The code of what is wrong with a moment to meet; empty when nothing is."""
    local = slot.astimezone(AMSTERDAM)
    if slot <= at:
        return "choose.slot_past"
    if not is_working_day(local.date(), closed=office.closed):
        return "choose.slot_closed"
    ends = local + timedelta(minutes=MINUTES)
    closes = datetime.combine(local.date(), time(office.closes), tzinfo=AMSTERDAM)
    return "" if local.hour >= office.opens and ends <= closes else "choose.slot_hours"
