"""The states of a proposal and of a manager in it, and how a choice departs from a list."""

from enum import StrEnum


class ProposalState(StrEnum):
    INVITING = "inviting"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    # Chosen, and yet no assignment; or stopped before a choice: the brief is open for another proposal.
    ENDED = "ended"


# Nothing is decided yet, so the bureau may stop it.
LIVE = (ProposalState.INVITING, ProposalState.SENT)
# Makes room for the next proposal of the same brief.
OVER = (ProposalState.DECLINED, ProposalState.ENDED)


class CandidacyState(StrEnum):
    INVITED = "invited"
    AGREED = "agreed"
    REFUSED = "refused"
    CHOSEN = "chosen"
    NOT_CHOSEN = "not_chosen"
    # On the day of sending something stood between the manager and this client.
    CLASHES = "clashes"
    # Chosen by another client in the meantime, for days that this one needs as well.
    TAKEN = "taken"
    # Chosen, but no contract came of it.
    RELEASED = "released"
    # Cannot come any more, so that the firm took the name back.
    WITHDRAWN = "withdrawn"


# Nothing is decided about these yet.
WAITING = (CandidacyState.INVITED, CandidacyState.AGREED, CandidacyState.TAKEN)


# Whoever said yes to this client and has not the assignment now: may stand by for it.
COULD_COME = frozenset(
    {CandidacyState.NOT_CHOSEN, CandidacyState.AGREED, CandidacyState.TAKEN, CandidacyState.RELEASED}
)


class TalkState(StrEnum):
    """An acquaintance between client and candidate."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    # It was planned, and did not take place.
    CANCELLED = "cancelled"


class TalkSide(StrEnum):
    """Who proposes moments, or says afterwards how it went."""

    BUREAU = "bureau"
    CLIENT = "client"
    MANAGER = "manager"


class Deed(StrEnum):
    """How a person's choice departs from the order of a list."""

    PASSED_OVER = "passed_over"
    SET_ASIDE = "set_aside"
    PUT_BACK = "put_back"
    NOT_CHOSEN = "not_chosen"


class Why(StrEnum):
    """Why it does; the last is the client's own choice, which nobody at the bureau gives as a reason."""

    TALK = "talk"
    OUT_OF_DATE = "out_of_date"
    CLIENT_WISH = "client_wish"
    ELSEWHERE = "elsewhere"
    SECOND_LOOK = "second_look"
    OTHER = "other"
    CLIENT_CHOSE = "client_chose"


class ContestState(StrEnum):
    OPEN = "open"
    UPHELD = "upheld"
    REJECTED = "rejected"
