"""H1 H2: why a client is not content, and what lay under it; both are codes, so that they can be counted."""

from enum import StrEnum


class ComplaintReason(StrEnum):
    """What the client says; nobody asks for proof."""

    RESULT = "result"
    APPROACH = "approach"
    COOPERATION = "cooperation"
    COMMUNICATION = "communication"
    KNOWLEDGE = "knowledge"
    PRESENCE = "presence"
    TRUST = "trust"
    OTHER = "other"


class Cause(StrEnum):
    """What the bureau finds when all were heard."""

    ASSIGNMENT = "assignment"
    MANDATE = "mandate"
    MATCH = "match"
    MANAGER = "manager"
    SPONSOR = "sponsor"
    CONTEXT = "context"


# Of these a manager who was replaced carries no part: nothing comes into a record.
NOT_THE_MANAGER = frozenset({Cause.ASSIGNMENT, Cause.MANDATE, Cause.SPONSOR, Cause.CONTEXT})
