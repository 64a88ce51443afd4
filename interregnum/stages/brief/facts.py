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
class BriefOffered(Fact):
    """A version went to the client."""

    read_by = BUREAU | {Role.CLIENT}

    brief: str
    request: str
    version: int


@dataclass(frozen=True, kw_only=True)
class BriefAgreed(Fact):
    """The client approved a version; 0 for what was agreed before versions were kept."""

    read_by = BUREAU | {Role.CLIENT}

    brief: str
    request: str
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class BriefSentBack(Fact):
    """The client wants something different."""

    read_by = BUREAU | {Role.CLIENT}

    brief: str
    request: str
    version: int


@dataclass(frozen=True, kw_only=True)
class BriefReopened(Fact):
    """The bureau writes a next version; `version` is the one that was taken back or had been approved."""

    read_by = BUREAU | {Role.CLIENT}

    brief: str
    request: str
    version: int
