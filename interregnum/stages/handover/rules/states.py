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


class PaperState(StrEnum):
    """How a version of the hand-over document stands; one that was refused or replaced is followed by another."""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REPLACED = "replaced"


class Signer(StrEnum):
    """Both must accept the hand-over document."""

    CLIENT = "client"
    SUCCESSOR = "successor"


class WeekState(StrEnum):
    """How the week without the interim manager stands: planned by the manager, agreed by the client, and held."""

    PLANNED = "planned"
    AGREED = "agreed"
    HELD = "held"
