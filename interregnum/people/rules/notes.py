"""The kinds of what is written down about somebody."""

from enum import StrEnum


class NoteKind(StrEnum):
    CALL = "call"
    NOTE = "note"
