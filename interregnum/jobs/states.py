"""The states of a mail on the record."""

from enum import StrEnum


class MailState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
