"""The states of a brief."""

from enum import StrEnum


class BriefState(StrEnum):
    DRAFT = "draft"
    AGREED = "agreed"
