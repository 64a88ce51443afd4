"""The closed lists of a pulse."""

from enum import StrEnum


class PulseState(StrEnum):
    DRAFT = "draft"
    RUNNING = "running"
    OVER = "over"


class Way(StrEnum):
    """How employees are asked: each by a mail with a link of their own, or each group by one code on paper."""

    MAIL = "mail"
    CODE = "code"


class RoundState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Occasion(StrEnum):
    """Why employees are asked: by the calendar, at the end of the assignment, or months after it."""

    REGULAR = "regular"
    CLOSING = "closing"
    LOOK_BACK = "look_back"


class Link(StrEnum):
    """What a link that somebody follows leads to."""

    OPEN = "open"
    USED = "used"
    FULL = "full"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    UNKNOWN = "unknown"
