"""The states of a contract, and its two sides."""

from enum import StrEnum


class ContractState(StrEnum):
    DRAWN = "drawn"
    SIGNED = "signed"


class Side(StrEnum):
    CLIENT = "client"
    MANAGER = "manager"
