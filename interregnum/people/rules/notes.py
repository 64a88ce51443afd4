"""The kinds of what is written down about somebody, and the day of what must be done next."""

from datetime import date
from enum import StrEnum

from interregnum.kernel.refused import Refused


class NoteKind(StrEnum):
    CALL = "call"
    NOTE = "note"


def check_next_day(on: date | None, *, today: date, before: date | None = None) -> Refused | None:
    """A next action has a day that lies ahead; who hands on what is late may leave it as it was `before`."""
    if on is None:
        return Refused.because("people.next_day_needed", "next_on")
    return Refused.because("people.next_day_past", "next_on") if on < today and on != before else None
