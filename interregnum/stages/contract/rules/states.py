"""The states of a contract, its two sides, and the agreements that clauses are written for."""

from enum import StrEnum


class ContractState(StrEnum):
    DRAWN = "drawn"
    SIGNED = "signed"
    # Not signed by both in time.
    LAPSED = "lapsed"
    # Taken back by the bureau before both had signed.
    WITHDRAWN = "withdrawn"


# No contract any more, and never one again: what follows is drawn anew.
OVER = (ContractState.LAPSED, ContractState.WITHDRAWN)


class Side(StrEnum):
    CLIENT = "client"
    MANAGER = "manager"


class Deed(StrEnum):
    """Which agreement a clause stands in; those of an assignment bear the name of their side. A framework is with a
    client, for all assignments."""

    CLIENT = "client"
    MANAGER = "manager"
    FRAMEWORK = "framework"
