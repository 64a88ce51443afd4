"""What happens to a brief."""

from dataclasses import dataclass

from interregnum.kernel.actor import BUREAU, Role
from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class BriefDrafted(Fact):
    brief: str
    request: str


@dataclass(frozen=True, kw_only=True)
class BriefChanged(Fact):
    brief: str
    request: str
    changed: list[str]


@dataclass(frozen=True, kw_only=True)
class BriefAgreed(Fact):
    read_by = BUREAU | {Role.CLIENT}

    brief: str
    request: str
