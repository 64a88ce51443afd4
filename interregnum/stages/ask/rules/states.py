"""The states of a request."""

from enum import StrEnum

from interregnum.kernel.lists import Need


class RequestState(StrEnum):
    """`HELD` looks like spam and waits for a person; `CLOSED` was answered otherwise, such as a permanent hire."""

    HELD = "held"
    THROWN_AWAY = "thrown_away"
    RECEIVED = "received"
    REOPENED = "reopened"
    CONFIRMED = "confirmed"
    CLOSED = "closed"
    HANDED_OVER = "handed_over"
    DECLINED = "declined"
    LOST = "lost"


# Whose triage waits for a person.
OPEN = (RequestState.RECEIVED, RequestState.REOPENED)
# What no list of work shows.
ASIDE = (RequestState.HELD, RequestState.THROWN_AWAY)
ENDED = (RequestState.CLOSED, RequestState.HANDED_OVER, RequestState.DECLINED, RequestState.LOST)
WANTS_MANAGER = frozenset({Need.MANAGER, Need.ADVICE_FIRST})


def state_after(need: str) -> RequestState:
    """B1: where a request goes once a person has said what would help."""
    if need in WANTS_MANAGER:
        return RequestState.CONFIRMED
    return {Need.ADVISER: RequestState.HANDED_OVER, Need.OUT_OF_SCOPE: RequestState.DECLINED}.get(
        Need(need), RequestState.CLOSED
    )


class AskedState(StrEnum):
    """What became of a question that the page did not answer."""

    OPEN = "open"
    ANSWERED = "answered"
    ADDED = "added"
    SET_ASIDE = "set_aside"
