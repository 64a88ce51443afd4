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


class AgeBand(StrEnum):
    UNDER_40 = "under_40"
    FORTIES = "forties"
    FIFTIES = "fifties"
    OVER_60 = "over_60"


class Gender(StrEnum):
    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"
