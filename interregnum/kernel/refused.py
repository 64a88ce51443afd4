"""A refusal is an answer, not an accident: typed reasons, turned into words by the stage's texts.py."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """Why not: a code such as "contract.already_signed", the form field it belongs to ("" for all), and its facts."""

    code: str
    field: str = ""
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Refused:
    """What an action or rule returns instead of its result when it may not be done.

    >>> bool(Refused.because("contract.already_signed"))
    False
    """

    reasons: tuple[Reason, ...]

    @classmethod
    def because(cls, code: str, field: str = "", **facts: object) -> "Refused":
        return cls((Reason(code, field, facts),))

    def __bool__(self) -> bool:
        return False
