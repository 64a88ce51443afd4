"""When client and candidate can meet, and the invitation that a calendar understands (RFC 5545)."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from interregnum.kernel.period import AMSTERDAM, local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.ask.rules.calling import OfficeHours, is_working_day, next_working_day

MINUTES = 60
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
        if (code := _fault(slot, at=at, office=office))
    ]
    return Refused(tuple(reasons)) if reasons else None


def _fault(slot: datetime, *, at: datetime, office: OfficeHours) -> str:
    local = slot.astimezone(AMSTERDAM)
    if slot <= at:
        return "choose.slot_past"
    if not is_working_day(local.date(), closed=office.closed):
        return "choose.slot_closed"
    ends = local + timedelta(minutes=MINUTES)
    closes = datetime.combine(local.date(), time(office.closes), tzinfo=AMSTERDAM)
    return "" if local.hour >= office.opens and ends <= closes else "choose.slot_hours"


@dataclass(frozen=True, kw_only=True)
class Event:
    """What stands in a calendar: no names, for calendars are read by others. `turn` is higher each time it moves."""

    uid: str
    turn: int
    starts_at: datetime
    title: str
    link: str
    organiser: str
    reader: str


def calendar_of(event: Event, *, at: datetime) -> str:
    """The invitation as a file of a calendar, written at a moment."""
    ends = event.starts_at + timedelta(minutes=MINUTES)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Interregnum//EN",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"SEQUENCE:{event.turn}",
        f"DTSTAMP:{_utc(at)}",
        f"DTSTART:{_utc(event.starts_at)}",
        f"DTEND:{_utc(ends)}",
        f"SUMMARY:{_escaped(event.title)}",
        f"DESCRIPTION:{_escaped(event.link)}",
        f"URL:{event.link}",
        f"ORGANIZER:mailto:{event.organiser}",
        f"ATTENDEE;RSVP=FALSE:mailto:{event.reader}",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _folded(line: str) -> str:
    """No line is longer than 75 octets; a space begins what goes on (RFC 5545, 3.1)."""
    parts, room = [""], 75
    for sign in line:
        if len((parts[-1] + sign).encode()) > room:
            parts.append("")
            room = 74
        parts[-1] += sign
    return "\r\n ".join(parts)
