"""A hand-over as its pages show it: to the three and to the firm alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.deliver.queries.visible import term_of
from interregnum.stages.handover.models import AnchorCard, Evaluation, Handover
from interregnum.stages.handover.queries.giving_back import BackDone, lists_of
from interregnum.stages.handover.queries.rows import GATE, handover_row, index_and_gate, is_otherwise, result_of
from interregnum.stages.handover.rules.gate import middle_of
from interregnum.stages.handover.rules.index import Index, Share
from interregnum.stages.handover.rules.states import PaperState, SuccessorState
from interregnum.stages.handover.texts import ENDINGS, JUDGES, PAPERS, PARTS, SHUT, SIDES, SUCCESSORS
from interregnum.stages.pulse.queries.extra import ExtraRound, extra_round
from interregnum.stages.pulse.rules.states import Occasion
from interregnum.web import charts
from interregnum.web.charts.values import LineChart
from interregnum.web.history import history
from interregnum.web.pieces import Badge, Event, Meter, Tone

THREE = frozenset({Role.CLIENT, Role.MANAGER, Role.SHADOW})
SAID = (
    "owner", "deputy", "sponsor", "norm", "is_measured", "procedure", "approved_on", "is_enforced", "trained",
    "to_train", "is_across", "budget", "relapse_sign", "relapse_action", "version",
)  # fmt: skip


@dataclass(frozen=True)
class Measure:
    """By what a result is or was measured; `until` is the last day of one that holds no more."""

    unit: str
    baseline: Decimal
    norm: Decimal
    until: date | None = None


@dataclass(frozen=True)
class CardLine:
    """All that a card says; `to_train` is None while nobody said how many must be trained."""

    result: str
    title: str
    owner: str
    deputy: str
    sponsor: str
    measures: tuple[Measure, ...]
    relapse_sign: str
    relapse_action: str
    is_written: bool
    is_otherwise: bool
    procedure: str = ""
    approved_on: date | None = None
    is_measured: bool = False
    is_enforced: bool = False
    is_across: bool = False
    trained: int = 0
    to_train: int | None = None
    budget: str = ""


@dataclass(frozen=True)
class PartLine:
    meter: Meter
    lacking: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    taken_at: datetime
    total: int


@dataclass(frozen=True)
class Said:
    judge: object
    score: int
    knowledge: int
    skills: int
    mobilising: int
    again: int
    words: str


@dataclass(frozen=True, kw_only=True)
class HandoverPage:
    assignment: str
    number: str
    client: str
    manager: str
    ends_on: date
    index: int
    shut: tuple[object, ...]
    overrides: tuple[tuple[object, str], ...]
    parts: tuple[PartLine, ...]
    raises: tuple[tuple[object, str], ...]
    cards: tuple[CardLine, ...]
    readings: tuple[Reading, ...]
    course: LineChart | None
    successor: str
    successor_state: object
    successor_words: str
    has_successor: bool
    evaluations: tuple[Said, ...]
    has_evaluated: bool
    has_overridden: bool
    paper: Badge | None
    pulse: ExtraRound | None
    closed_at: datetime | None
    ending: object
    ended_why: str
    index_at_close: int | None
    given_back: tuple[BackDone, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, kw_only=True)
class CardPage:
    assignment: str
    number: str
    client: str
    title: str
    unit: str
    baseline: Decimal
    target: Decimal
    measures: tuple[Measure, ...]
    said: Mapping[str, Any]


def handover_page(assignment: str, *, seen_by: Actor, at: datetime) -> HandoverPage:
    """Raises Http404 while it is not open, or for an assignment that is not theirs."""
    row = handover_row(assignment, seen_by=seen_by)
    index, gate = index_and_gate(row, on=local_day(at))
    about: Any = row.assignment
    cards = _cards(row, about)
    readings = tuple(Reading(one.taken_at, one.total) for one in row.readings.all())
    said, overrides = list(row.evaluations.all()), list(row.overrides.all())
    return HandoverPage(
        assignment=about.code,
        number=about.number,
        client=about.organisation.name,
        manager=about.manager.name,
        ends_on=about.ends_on,
        index=index.total,
        shut=tuple(SHUT[one] for one in gate.shut),
        overrides=tuple((SIDES[one.side], one.reason) for one in overrides),
        parts=tuple(_part(one, cards) for one in index.shares),
        raises=_raises(index),
        cards=cards,
        readings=readings,
        course=_course(readings, on=local_day(at)),
        successor=row.successor,
        successor_state=SUCCESSORS[row.successor_state],
        successor_words=row.successor_words,
        has_successor=row.successor_state != SuccessorState.UNKNOWN,
        evaluations=tuple(_said(one) for one in said if _may_read(one, seen_by)),
        has_evaluated=any(one.judge == str(seen_by.role) for one in said),
        has_overridden=any(one.side == str(seen_by.role) for one in overrides),
        paper=_paper(row),
        pulse=extra_round(about.code, occasion=Occasion.CLOSING) if row.closed_at else None,
        closed_at=row.closed_at,
        ending=ENDINGS.get(row.ending, ""),
        ended_why=row.ended_why,
        index_at_close=row.index_at_close,
        given_back=lists_of(about.code, seen_by=seen_by),
        events=history(about.code, seen_by=seen_by, limit=12),
    )


@dataclass(frozen=True, kw_only=True)
class NotBegun:
    """Before the hand-over begins: from which day, and the results of which a card may be written already."""

    number: str
    client: str
    begins_on: date
    results: tuple[tuple[str, str], ...]


def not_begun(assignment: str, *, seen_by: Actor) -> NotBegun | None:
    """None once it has begun. Raises Http404 for an assignment that is not theirs."""
    if seen_by.role is Role.DELEGATE:
        raise Http404
    about: Any = assignment_of(assignment, seen_by=seen_by)
    if Handover.objects.filter(assignment=about).exists():
        return None
    return NotBegun(
        number=about.number,
        client=about.organisation.name,
        begins_on=middle_of(term_of(about)),
        results=tuple(about.results.order_by("position", "pk").values_list("code", "title")),
    )


def _course(readings: tuple[Reading, ...], *, on: date) -> LineChart | None:
    """The index by day, the last of a day, with what is wanted for leaving."""
    days = {local_day(one.taken_at): float(one.total) for one in readings}
    least = float(value(GATE, on=on)["least"])
    return (
        charts.line_chart(title=_("Course of the index"), measured=list(days.items()), target=least) if days else None
    )


def _paper(row: Handover) -> Badge | None:
    """How the newest version that was sent stands."""
    states = row.documents.exclude(state=PaperState.DRAFT).values_list("state", flat=True)
    last = list(states)
    return PAPERS[last[-1]] if last else None


def _may_read(one: Evaluation, seen_by: Actor) -> bool:
    """One's own at once; what others said, once the assignment is closed."""
    return one.handover.closed_at is not None or one.judge == str(seen_by.role) or seen_by.role not in THREE


def _said(one: Evaluation) -> Said:
    return Said(JUDGES[one.judge], one.score, one.knowledge, one.skills, one.mobilising, one.again, one.words)


def _part(one: Share, cards: tuple[CardLine, ...]) -> PartLine:
    share = 100 * one.earned // one.most if one.most else 100
    text = f"{one.earned / 10:g} / {one.most // 10}"
    tone = Tone.GOOD if not one.missing else Tone.WARN
    names = tuple(cards[place].title for place in one.lacking if place < len(cards))
    return PartLine(Meter(PARTS[one.part], share, text=text, tone=tone), names)


def _raises(index: Index) -> tuple[tuple[object, str], ...]:
    return tuple((PARTS[one.part], f"{one.missing / 10:g}") for one in index.raises[:3])


def _cards(row: Handover, about: Any) -> tuple[CardLine, ...]:
    kept = {card.result_id: card for card in row.cards.all()}
    return tuple(_line(one, kept.get(one.pk)) for one in about.results.order_by("position", "pk"))


def _line(result: Any, card: AnchorCard | None) -> CardLine:
    if card is None:
        now = Measure(result.unit, result.baseline, result.target)
        return CardLine(result.code, result.title, "", "", "", (now,), "", "", False, False)
    return CardLine(
        result.code,
        result.title,
        card.owner,
        card.deputy,
        card.sponsor,
        measures_of(card),
        card.relapse_sign,
        card.relapse_action,
        is_written=True,
        is_otherwise=is_otherwise(card, result),
        procedure=card.procedure,
        approved_on=card.approved_on,
        is_measured=card.is_measured,
        is_enforced=card.is_enforced,
        is_across=card.is_across,
        trained=card.trained or 0,
        to_train=card.to_train,
        budget=card.budget,
    )


def measures_of(card: AnchorCard) -> tuple[Measure, ...]:
    """What holds now, and what held before, the newest first."""
    before = [
        Measure(unit, Decimal(baseline), Decimal(norm), date.fromisoformat(day))
        for unit, baseline, norm, day in reversed(card.earlier)
    ]
    return (Measure(card.unit, card.baseline, card.norm), *before)


def card_page(result: str, *, seen_by: Actor) -> CardPage:
    """Raises Http404 for a result that is not of an assignment of theirs."""
    about, measured = result_of(result, seen_by=seen_by)
    card = AnchorCard.objects.filter(result=measured).first()
    said = {name: getattr(card, name) for name in SAID} if card else {"norm": measured.target}
    return CardPage(
        assignment=about.code,
        number=about.number,
        client=about.organisation.name,
        title=measured.title,
        unit=measured.unit,
        baseline=measured.baseline,
        target=measured.target,
        measures=measures_of(card) if card else (),
        said=said,
    )
