"""What happens between brief and contract."""

from dataclasses import dataclass

from interregnum.kernel.actor import BUREAU, Role
from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class ShortlistDrawn(Fact):
    shortlist: str
    brief: str
    request: str
    pool: int
    listed: int
    # Whether somebody moved the weights that the partners set for the category.
    by_own_weights: bool = False
    # Over what the list was drawn from and what came out (queries/record.py); none before records were kept.
    seal: str = ""


@dataclass(frozen=True, kw_only=True)
class ManagersInvited(Fact):
    """The managers' codes stand in their own fact each: one manager never learns of another."""

    proposal: str
    brief: str
    request: str
    managers: int
    # Whether others than the first of the list were picked, and why (rules/states.Why).
    departs: bool = False
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class ManagerSetAside(Fact):
    """A manager on a list was taken out of it by hand, or put back."""

    shortlist: str
    brief: str
    request: str
    manager: str
    back: bool
    why: str


@dataclass(frozen=True, kw_only=True)
class ManagerAnswered(Fact):
    proposal: str
    brief: str
    request: str
    manager: str
    agreed: bool


@dataclass(frozen=True, kw_only=True)
class ProposalSent(Fact):
    read_by = BUREAU | {Role.CLIENT}

    proposal: str
    brief: str
    request: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class ProposalAccepted(Fact):
    """`candidacy` is the code of the chosen one."""

    read_by = BUREAU | {Role.CLIENT}

    proposal: str
    brief: str
    request: str
    organisation: str
    manager: str
    candidacy: str


@dataclass(frozen=True, kw_only=True)
class ProposalDeclined(Fact):
    read_by = BUREAU | {Role.CLIENT}

    proposal: str
    brief: str
    request: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class ProposalStopped(Fact):
    """The bureau took back what the client could choose from, and told why."""

    read_by = BUREAU | {Role.CLIENT}

    proposal: str
    brief: str
    request: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class ProposalGaveWay(Fact):
    """What the bureau proposed or asked gave way to the search under the guarantee; `was_sent`: the client saw it."""

    read_by = BUREAU

    proposal: str
    brief: str
    request: str
    was_sent: bool


@dataclass(frozen=True, kw_only=True)
class AskingStopped(Fact):
    """The same of a proposal that the client never saw: the bureau's own history alone tells of it."""

    proposal: str
    brief: str
    request: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class CandidateTaken(Fact):
    """Another client was first: this candidate has no days left for the assignment."""

    read_by = BUREAU | {Role.CLIENT}

    proposal: str
    brief: str
    request: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class CandidateFree(Fact):
    """What another client chose this candidate for does not go on."""

    read_by = BUREAU | {Role.CLIENT}

    proposal: str
    brief: str
    request: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class CandidateGone(Fact):
    """This candidate cannot come any more, and the firm took the name back; a client who had the proposal was told."""

    read_by = BUREAU

    proposal: str
    brief: str
    request: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class ChoiceEnded(Fact):
    """No assignment came of a choice, or it ended early: the brief is open for another proposal."""

    read_by = BUREAU | {Role.CLIENT}

    proposal: str
    brief: str
    request: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class ChoiceContested(Fact):
    """A manager contests how he or she was weighed for an assignment."""

    contest: str
    shortlist: str
    brief: str
    request: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class ContestAnswered(Fact):
    """`redrawn` is the code of the list that was drawn again, when the manager was right."""

    contest: str
    shortlist: str
    brief: str
    request: str
    manager: str
    upheld: bool
    redrawn: str


@dataclass(frozen=True, kw_only=True)
class QuestionAsked(Fact):
    """The client asks something about a proposal."""

    read_by = BUREAU | {Role.CLIENT}

    question: str
    proposal: str
    brief: str
    request: str


@dataclass(frozen=True, kw_only=True)
class QuestionAnswered(Fact):
    read_by = BUREAU | {Role.CLIENT}

    question: str
    proposal: str
    brief: str
    request: str


@dataclass(frozen=True, kw_only=True)
class TalkProposed(Fact):
    """`side` proposed moments for an acquaintance (rules/states.TalkSide)."""

    read_by = BUREAU | {Role.CLIENT}

    candidacy: str
    proposal: str
    brief: str
    request: str
    side: str


@dataclass(frozen=True, kw_only=True)
class TalkPlanned(Fact):
    """The other side picked a moment."""

    read_by = BUREAU | {Role.CLIENT}

    candidacy: str
    proposal: str
    brief: str
    request: str


@dataclass(frozen=True, kw_only=True)
class ChemistryRecorded(Fact):
    """One side said how the acquaintance went; the answers are no part of it."""

    candidacy: str
    proposal: str
    brief: str
    request: str
    side: str
