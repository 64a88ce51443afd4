"""The closed lists of requests for one's own data."""

from enum import StrEnum


class Wanted(StrEnum):
    ACCESS = "access"
    ERASURE = "erasure"


class RequestState(StrEnum):
    """`UNCONFIRMED` waits for the link in the mail; `MAKING` for the job; `READY` can be fetched; the rest is over."""

    UNCONFIRMED = "unconfirmed"
    ASKED = "asked"
    MAKING = "making"
    READY = "ready"
    REFUSED = "refused"
    ERASED = "erased"
    EXPIRED = "expired"


OPEN = (RequestState.ASKED, RequestState.MAKING)
