"""G3: what two people keep in confidence, when one of them may break it, and when a talk can be."""

from datetime import datetime, timedelta
from enum import StrEnum

from interregnum.kernel.refused import Refused

LONGEST = 10_000
# A talk about something that presses is not planned further ahead.
FURTHEST = timedelta(days=60)
MOST_MINUTES = 600


class ReleaseReason(StrEnum):
    """For what alone an entry may leave the notebook (domain: break-glass of confidential notes)."""

    INTEGRITY = "integrity"
    SAFETY = "safety"
    CONTINUITY = "continuity"


def fault_of_text(text: str, *, field: str = "text") -> Refused | None:
    return None if text.strip() else Refused.because("ensure.nothing_written", field)


def fault_of_talk(moment: datetime, *, at: datetime) -> Refused | None:
    """Why a talk cannot be then: it is past, or further ahead than anybody who asks can wait."""
    if moment <= at:
        return Refused.because("ensure.talk_past", "talk_at")
    return Refused.because("ensure.talk_far", "talk_at") if moment > at + FURTHEST else None
