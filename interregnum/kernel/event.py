"""What stands in somebody's calendar: asked, moved or taken out by a file that calendars understand (RFC 5545)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

MINUTES = 60


@dataclass(frozen=True, kw_only=True)
class Event:
    """No names, for calendars are read by others. `turn` is higher each time that it moves or is taken out."""

    uid: str
    turn: int
    starts_at: datetime
    title: str
    link: str
    organiser: str
    reader: str
    is_cancelled: bool = False


def calendar_of(event: Event, *, at: datetime) -> str:
    """The invitation as a file of a calendar, written at a moment; of one that is cancelled, the cancellation."""
    ends = event.starts_at + timedelta(minutes=MINUTES)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Interregnum//EN",
        f"METHOD:{'CANCEL' if event.is_cancelled else 'REQUEST'}",
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"SEQUENCE:{event.turn}",
        f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}",
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


def method_of(calendar: str) -> str:
    """What a calendar is to do with a file: REQUEST or CANCEL, as its head says."""
    return "CANCEL" if "\r\nMETHOD:CANCEL\r\n" in calendar else "REQUEST"


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
