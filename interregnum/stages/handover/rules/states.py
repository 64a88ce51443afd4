"""The closed lists of a hand-over."""

from enum import StrEnum


class SuccessorState(StrEnum):
    """What the one who goes on in the line says of the hand-over."""

    UNKNOWN = "unknown"
    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"


class Ending(StrEnum):
    """How an assignment came to its end; every way but the first one has a cause in words."""

    TERM = "term"
    EARLY = "early"
    GUARANTEE = "guarantee"
    MANAGER_LEFT = "manager_left"
    CLIENT_GONE = "client_gone"


class Judge(StrEnum):
    """Who says at the end how it went."""

    CLIENT = "client"
    MANAGER = "manager"
    SHADOW = "shadow"


class OverrideSide(StrEnum):
    """Both must want it before an exit gate opens that is shut."""

    CLIENT = "client"
    SHADOW = "shadow"
