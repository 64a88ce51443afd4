"""The states of a proposal and of a manager in it."""

from enum import StrEnum


class ProposalState(StrEnum):
    INVITING = "inviting"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class CandidacyState(StrEnum):
    INVITED = "invited"
    AGREED = "agreed"
    REFUSED = "refused"
    CHOSEN = "chosen"
    NOT_CHOSEN = "not_chosen"
