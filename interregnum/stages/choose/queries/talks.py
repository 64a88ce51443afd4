"""Questions about a proposal, and an acquaintance as each side sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.stages.brief.queries import brief_facts
from interregnum.stages.choose.models import Acquaintance, Candidacy, Chemistry, Proposal, ProposalQuestion
from interregnum.stages.choose.queries.rows import question_row, talk_row
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState, TalkSide, TalkState
from interregnum.stages.choose.rules.talks import QUESTIONS, suggested
from interregnum.stages.choose.talk_texts import ANSWERS, CHEMISTRY, SIDES
from interregnum.web.pieces import Definition
from interregnum.web.templatetags.web import moment


@dataclass(frozen=True)
class Asked:
    """A question of the client; `answer` is "" as long as there is none."""

    code: str
    text: str
    asked_at: datetime
    answer: str
    answered_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class QuestionPage:
    code: str
    proposal: str
    organisation_name: str
    asked: Asked


@dataclass(frozen=True)
class Said:
    """How one side says that it went."""

    side: object
    answers: tuple[Definition, ...]
    words: str
    recorded_at: datetime


@dataclass(frozen=True, kw_only=True)
class TalkPage:
    """`with_whom`: the candidate for client and bureau, the client for the manager. The bureau reads both."""

    code: str
    proposal: str
    with_whom: str
    is_open: bool
    state: TalkState | None
    place: str
    starts_at: datetime | None
    proposed_by: object
    slots: tuple[tuple[str, str], ...]
    may_propose: bool
    may_pick: bool
    may_say: bool
    suggested: tuple[datetime, ...]
    questions: tuple[tuple[str, object], ...]
    said: tuple[Said, ...]


def questions_of(row: Proposal) -> tuple[Asked, ...]:
    """In the order in which they were asked."""
    return tuple(map(_asked, row.questions.all()))


def question_page(code: str, *, seen_by: Actor) -> QuestionPage:
    """For the bureau. Raises Http404 for a question about a proposal of somebody else's portfolio."""
    row = question_row(code, seen_by=seen_by)
    name = brief_facts(row.proposal.brief.code).organisation_name
    return QuestionPage(code=row.code, proposal=row.proposal.code, organisation_name=name, asked=_asked(row))


def talk_page(code: str, *, seen_by: Actor, side: TalkSide, at: datetime) -> TalkPage:
    """Raises Http404 for a candidate who was not presented, and for anybody else's."""
    row = talk_row(code, seen_by=seen_by)
    talk = Acquaintance.objects.filter(candidacy=row).first()
    is_open = row.proposal.state == ProposalState.SENT and row.state == CandidacyState.AGREED
    is_manager = side == TalkSide.MANAGER
    # What has passed, or is no longer a question, is offered to nobody.
    waiting = talk.slots if is_open and talk and talk.state == TalkState.PROPOSED else ()
    slots = tuple(slot for slot in waiting if datetime.fromisoformat(slot) > at)
    said = _said(talk, side)
    is_over = talk is not None and talk.starts_at is not None and talk.starts_at <= at
    return TalkPage(
        code=row.code,
        proposal=row.proposal.code,
        with_whom=brief_facts(row.proposal.brief.code).organisation_name if is_manager else row.manager.name,
        is_open=is_open,
        state=talk.state if talk else None,
        place=talk.place if talk and talk.state != TalkState.CANCELLED else "",
        starts_at=talk.starts_at if talk else None,
        proposed_by=SIDES[talk.side] if talk else "",
        slots=tuple((slot, moment(datetime.fromisoformat(slot))) for slot in slots),
        may_propose=is_open and not is_manager,
        may_pick=bool(slots and talk and talk.side != side and not is_manager),
        may_say=is_over and side in CHEMISTRY and not said,
        suggested=suggested(at, closed=dutch_holidays(local_day(at).year)),
        questions=tuple(CHEMISTRY.get(side, {}).items()),
        said=said,
    )


def talk_in_words(row: Candidacy) -> tuple[TalkState | None, datetime | None]:
    """Where an acquaintance stands; the row was read together with it. One that is off is none."""
    talk = getattr(row, "acquaintance", None)
    return (talk.state, talk.starts_at) if talk and talk.state != TalkState.CANCELLED else (None, None)


def _said(talk: Acquaintance | None, side: TalkSide) -> tuple[Said, ...]:
    rows: Sequence[Chemistry] = list(talk.chemistry.all()) if talk else []
    return tuple(_one(row) for row in rows if side in (TalkSide.BUREAU, row.side))


def _one(row: Chemistry) -> Said:
    words = CHEMISTRY[row.side]
    answers = tuple(Definition(words[code], ANSWERS.get(row.answers.get(code, ""), "")) for code in QUESTIONS)
    return Said(SIDES[row.side], answers, row.words, row.recorded_at)


def _asked(row: ProposalQuestion) -> Asked:
    return Asked(row.code, row.text, row.asked_at, row.answer, row.answered_at)
