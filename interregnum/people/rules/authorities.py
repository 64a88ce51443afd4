"""Who may sign for an organisation: as a register or a proxy says it, never guessed from a function or a name."""

from enum import StrEnum


class Scope(StrEnum):
    ALONE = "alone"
    JOINTLY = "jointly"


class Basis(StrEnum):
    REGISTER = "register"
    PROXY = "proxy"
