"""What happens to a request."""

from dataclasses import dataclass

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class RequestReceived(Fact):
    read_by = OFFICE | {Role.CLIENT}

    request: str
    category: str
    need: str


@dataclass(frozen=True, kw_only=True)
class RequestHeld(Fact):
    """It looks like spam: a person decides."""

    request: str
    signs: list[str]


@dataclass(frozen=True, kw_only=True)
class RequestReleased(Fact):
    request: str


@dataclass(frozen=True, kw_only=True)
class RequestThrownAway(Fact):
    request: str


@dataclass(frozen=True, kw_only=True)
class FieldJudged(Fact):
    """A person confirmed or corrected one field; `outcome` says which."""

    request: str
    field: str
    outcome: str


@dataclass(frozen=True, kw_only=True)
class JudgementWithdrawn(Fact):
    request: str
    field: str


@dataclass(frozen=True, kw_only=True)
class TriageConfirmed(Fact):
    """`corrected` names the fields in which the person differed from the rules."""

    read_by = OFFICE | {Role.CLIENT}

    request: str
    organisation: str
    need: str
    corrected: list[str]


@dataclass(frozen=True, kw_only=True)
class RequestClosed(Fact):
    """The answer was not a manager: advice, a permanent hire, not now, or not our trade."""

    read_by = OFFICE | {Role.CLIENT}

    request: str
    organisation: str
    need: str


@dataclass(frozen=True, kw_only=True)
class IntakeAnswered(Fact):
    read_by = OFFICE | {Role.CLIENT}

    request: str
    field: str


@dataclass(frozen=True, kw_only=True)
class IntakePassed(Fact):
    """G1: enough is known for a brief; `lacking` and `reason` are filled when a partner let it pass all the same."""

    request: str
    lacking: list[str]
    reason: str


@dataclass(frozen=True, kw_only=True)
class RequestEnded(Fact):
    request: str
    state: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class RequestReopened(Fact):
    read_by = OFFICE | {Role.CLIENT}

    request: str


@dataclass(frozen=True, kw_only=True)
class OwnerChanged(Fact):
    """`owner` is the account that guards the request from now on."""

    request: str
    owner: str


@dataclass(frozen=True, kw_only=True)
class QuestionSaved(Fact):
    """One of the firm's own questions was added, changed, moved or switched."""

    question: str
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class VisitorAnswered(Fact):
    """What became of a question that the page did not answer; its words are no part of the fact."""

    asked: str
    outcome: str
