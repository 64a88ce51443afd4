"""The kinds of what is written down about somebody, and the day of what must be done next."""

from datetime import date
from enum import StrEnum

from interregnum.kernel.refused import Refused


class NoteKind(StrEnum):
    CALL = "call"
    NOTE = "note"


def check_next_day(on: date, *, today: date, before: date | None = None) -> Refused | None:
    """A next action lies ahead; who hands on what is late may leave its day as it was `before`."""
    return Refused.because("people.next_day_past", "next_on") if on < today and on != before else None
