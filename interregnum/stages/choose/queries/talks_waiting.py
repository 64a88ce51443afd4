"""What each desk shows of proposals that wait for a choice: questions, moments to pick, talks, how they went."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.stages.choose.models import Acquaintance, ProposalQuestion
from interregnum.stages.choose.queries.rows import proposals_of
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState, TalkSide, TalkState

SIDES = {Role.CLIENT: TalkSide.CLIENT, Role.MANAGER: TalkSide.MANAGER}


class Wanted(StrEnum):
    PICK = "pick"
    MEET = "meet"
    SAY = "say"
    # The bureau sees to it that both sides say how it went.
    CHASE = "chase"


@dataclass(frozen=True)
class TalkLine:
    """`who` is the candidate, `client` the organisation; `at` is when they meet or met."""

    code: str
    wanted: Wanted
    who: str
    client: str
    at: datetime | None


@dataclass(frozen=True)
class QuestionLine:
    code: str
    client: str
    asked_at: datetime


def questions_to_answer(*, seen_by: Actor, limit: int = 10) -> tuple[QuestionLine, ...]:
    """Of clients, not answered yet; for the bureau, oldest first."""
    if seen_by.role not in BUREAU:
        return ()
    open_ones = proposals_of(seen_by).filter(state=ProposalState.SENT).order_by().values("pk")
    rows = ProposalQuestion.objects.filter(answered_at=None, proposal__in=open_ones)
    found = rows.order_by("pk").values_list("code", "proposal__brief__request__organisation_name", "asked_at")
    return tuple(QuestionLine(*row) for row in found[:limit])


def talks_waiting(*, seen_by: Actor, at: datetime, limit: int = 10) -> tuple[TalkLine, ...]:
    """What somebody has to do about an acquaintance, or has in the calendar; the first to come first."""
    rows = Acquaintance.objects.filter(
        candidacy__state=CandidacyState.AGREED, candidacy__proposal__state=ProposalState.SENT
    )
    if seen_by.role == Role.MANAGER:
        rows = rows.filter(candidacy__manager__code=seen_by.manager or "")
    else:
        rows = rows.filter(candidacy__proposal__in=proposals_of(seen_by).order_by().values("pk"))
    names = ("candidacy__code", "candidacy__manager__name", "candidacy__proposal__brief__request__organisation_name")
    found = rows.order_by("starts_at", "pk").values_list(*names, "state", "side", "starts_at", "chemistry__side")
    return tuple(_lines(found, SIDES.get(seen_by.role, TalkSide.BUREAU), at))[:limit]


def _lines(rows: Iterable[tuple[Any, ...]], side: TalkSide, at: datetime) -> Iterator[TalkLine]:
    """The rows come once for each side that said how it went."""
    talks: dict[str, tuple[str, str, str, str, datetime | None]] = {}
    said: dict[str, set[str]] = {}
    for code, who, client, state, proposed_by, starts_at, said_by in rows:
        talks[code] = (who, client, state, proposed_by, starts_at)
        said.setdefault(code, set()).update({said_by} - {None})
    for code, (who, client, state, proposed_by, starts_at) in talks.items():
        wanted = _wanted(side, state, proposed_by, starts_at, said[code], at)
        if wanted:
            yield TalkLine(code, wanted, who, client, starts_at)


def _wanted(
    side: TalkSide, state: str, proposed_by: str, starts_at: datetime | None, said: set[str], at: datetime
) -> Wanted | None:
    if state == TalkState.PROPOSED:
        return Wanted.PICK if side not in (TalkSide.MANAGER, proposed_by) else None
    if starts_at is None or starts_at > at:
        return Wanted.MEET if starts_at else None
    if side == TalkSide.BUREAU:
        return Wanted.CHASE if len(said) < len(SIDES) else None
    return Wanted.SAY if side not in said else None
