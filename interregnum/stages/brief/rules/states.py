"""The states of a brief and of its versions."""

from enum import StrEnum


class BriefState(StrEnum):
    DRAFT = "draft"
    # A version lies with the client.
    OFFERED = "offered"
    AGREED = "agreed"


class VersionState(StrEnum):
    OFFERED = "offered"
    APPROVED = "approved"
    SENT_BACK = "sent_back"
    # Taken back by the bureau before the client answered.
    TAKEN_BACK = "taken_back"
