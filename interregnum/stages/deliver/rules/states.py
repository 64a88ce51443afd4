"""The closed lists of an assignment under way."""

from enum import StrEnum


class AssignmentState(StrEnum):
    LANDING = "landing"
    RUNNING = "running"
    CLOSED = "closed"


class PlanState(StrEnum):
    DRAFT = "draft"
    PROPOSED = "proposed"
    AGREED = "agreed"
    SENT_BACK = "sent_back"


class Domain(StrEnum):
    """What a mandate is about."""

    PEOPLE = "people"
    MONEY = "money"
    PROCESS = "process"
    COMMUNICATION = "communication"
    SUPERVISION = "supervision"


class Right(StrEnum):
    DECIDES = "decides"
    AFTER_CONSULTATION = "after_consultation"
    PROPOSES = "proposes"
    NONE = "none"


class Mood(StrEnum):
    GOOD = "good"
    MIXED = "mixed"
    HARD = "hard"


class DecisionState(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    DROPPED = "dropped"
