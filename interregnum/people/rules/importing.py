"""The ways of a file with rows: which kinds there are, and the states that one goes through."""

from enum import StrEnum


class ImportKind(StrEnum):
    CLIENTS = "clients"
    ROSTER = "roster"


class ImportState(StrEnum):
    """Read; its columns being tried; tried; being taken over; done; broken off for good."""

    READ = "read"
    TRYING = "trying"
    TRIED = "tried"
    IMPORTING = "importing"
    DONE = "done"
    FAILED = "failed"
