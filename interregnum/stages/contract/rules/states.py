"""The states of a contract, its two sides, and the agreements that clauses are written for."""

from enum import StrEnum


class ContractState(StrEnum):
    DRAWN = "drawn"
    SIGNED = "signed"


class Side(StrEnum):
    CLIENT = "client"
    MANAGER = "manager"


class Deed(StrEnum):
    """Which agreement a clause stands in; those of an assignment bear the name of their side."""

    CLIENT = "client"
    MANAGER = "manager"
