"""What happens to two profiles that may be one person."""

from dataclasses import dataclass

from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class KeptApart(Fact):
    """Two profiles that looked like one person are two people; `other` is the code of the second."""

    manager: str
    other: str


@dataclass(frozen=True, kw_only=True)
class ManagersMerged(Fact):
    """`other` is the code of the profile that went up in this one."""

    manager: str
    other: str


@dataclass(frozen=True, kw_only=True)
class MergeUndone(Fact):
    """`other` is the code of the profile that is one of its own again."""

    manager: str
    other: str
