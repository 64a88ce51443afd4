"""The closed lists of aftercare."""

from enum import StrEnum


class CareState(StrEnum):
    """PARTLY: something was answered, and something is still open. LAPSED: nothing came within the days.
    GONE: the client is not there any more, so that nobody can say it.
    """

    PLANNED = "planned"
    ASKED = "asked"
    PARTLY = "partly"
    ANSWERED = "answered"
    LAPSED = "lapsed"
    GONE = "gone"


OPEN = (CareState.ASKED, CareState.PARTLY)


class Used(StrEnum):
    """Whether the procedure is followed."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Proposal(StrEnum):
    """What is done about a result that slips."""

    HALF_DAY = "half_day"
    TALK = "talk"
    NOTHING = "nothing"
