"""Requests for one's own data as a page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from interregnum.records.models import DataRequest
from interregnum.records.states import RequestState
from interregnum.records.texts import STATES, WANTED
from interregnum.web.pieces import Badge, Tone

TONES = {
    RequestState.ASKED: Tone.INFO,
    RequestState.MAKING: Tone.INFO,
    RequestState.READY: Tone.GOOD,
    RequestState.REFUSED: Tone.WARN,
}


@dataclass(frozen=True)
class RequestLine:
    """One request; `until` is set while there is something to fetch, `certificate` after an erasure."""

    code: str
    wanted: object
    asked_at: datetime
    due_on: date
    state: RequestState
    badge: Badge
    reason: str
    until: datetime | None
    certificate: str


def request_lines(rows: Iterable[DataRequest], *, at: datetime) -> list[RequestLine]:
    return [_line(row, at) for row in rows]


def _line(row: DataRequest, at: datetime) -> RequestLine:
    can_fetch = row.state == RequestState.READY and row.expires_at is not None and row.expires_at > at
    return RequestLine(
        code=row.code,
        wanted=WANTED[row.wanted],
        asked_at=row.asked_at,
        due_on=row.due_on,
        state=row.state,
        badge=state_badge(row.state),
        reason=row.reason,
        until=row.expires_at if can_fetch else None,
        certificate=row.erased_as,
    )


def state_badge(state: RequestState) -> Badge:
    return Badge(STATES[state], TONES.get(state, Tone.NEUTRAL))
