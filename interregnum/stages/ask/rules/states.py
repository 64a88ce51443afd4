"""The states of a request."""

from enum import StrEnum


class RequestState(StrEnum):
    RECEIVED = "received"
    CONFIRMED = "confirmed"
    CLOSED = "closed"
