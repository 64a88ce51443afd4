"""The states of a request."""

from enum import StrEnum


class RequestState(StrEnum):
    RECEIVED = "received"
    CONFIRMED = "confirmed"
    CLOSED = "closed"


class AskedState(StrEnum):
    """What became of a question that the page did not answer."""

    OPEN = "open"
    ANSWERED = "answered"
    ADDED = "added"
    SET_ASIDE = "set_aside"
