"""What a page of a three-party review shows, and who may read which part of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from interregnum.kernel.actor import BUREAU, Actor
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.ensure import review_texts as words
from interregnum.stages.ensure.models import Preparation, Review, ReviewAction
from interregnum.stages.ensure.queries.review_rows import READY, people_of, review_row
from interregnum.stages.ensure.rules.review_signals import Held, ReviewSignal, signals_of
from interregnum.stages.ensure.rules.reviews import BEGUN, ReviewState, Side, may_read, side_of
from interregnum.web.pieces import Badge, Definition, Tone

# What the client gave in reviews that took place.
OF_CLIENT: dict[str, Any] = {"side": Side.CLIENT, "review__state__in": BEGUN, **READY}


@dataclass(frozen=True)
class PreparedView:
    """What one side prepared; `points` are empty while the reader may not see them."""

    side: Side
    who: object
    is_ready: bool
    is_open: bool
    score: int | None
    reason: str
    points: tuple[Definition, ...]


@dataclass(frozen=True)
class ActionView:
    code: str
    text: str
    owner: Side
    who: object
    due_on: date
    done_at: datetime | None
    is_late: bool


@dataclass(frozen=True)
class SignedView:
    who: object
    name: str
    at: datetime | None


@dataclass(frozen=True)
class RecordView:
    """One version as it was laid before the three."""

    version: int
    minutes: str
    decision: object
    why: str
    writer: str
    at: datetime
    corrected: str
    corrected_by: object
    corrected_at: datetime | None
    signed: tuple[str, ...]


@dataclass(frozen=True)
class ReviewPage:
    code: str
    assignment: str
    number: str
    client: str
    manager: str
    kind: object
    state: ReviewState
    badge: Badge
    starts_at: datetime
    place: str
    turn: int
    version: int
    draft: int
    term: tuple[date, date]
    side: Side | None
    people: tuple[Definition, ...]
    prepared: tuple[PreparedView, ...]
    signals: tuple[tuple[Tone, str], ...]
    minutes: str
    decision: object
    decision_value: str
    decision_why: str
    actions: tuple[ActionView, ...]
    signed: tuple[SignedView, ...]
    records: tuple[RecordView, ...]
    moved: tuple[tuple[datetime, str, str], ...]
    skipped: tuple[str, str]
    is_at_its_moment: bool
    may_move: bool

    @property
    def is_begun(self) -> bool:
        return self.state in BEGUN

    @property
    def own(self) -> PreparedView | None:
        return next((one for one in self.prepared if one.side == self.side), None)

    @property
    def may_prepare(self) -> bool:
        return self.side is not None and self.state == ReviewState.PLANNED

    @property
    def leads(self) -> bool:
        """The shadow manager starts it and writes the minutes."""
        return self.side == Side.SHADOW

    @property
    def may_sign(self) -> bool:
        who = dict(zip(Side, self.signed, strict=True))
        return self.side is not None and self.state == ReviewState.TO_SIGN and who[self.side].at is None


def review_page(code: str, *, seen_by: Actor, at: datetime) -> ReviewPage:
    """Raises Http404 for a review that is not theirs."""
    row, side = review_row(code, seen_by=seen_by), side_of(seen_by.role)
    prepared = {one.side: one for one in row.preparations.filter(left_at=None)}
    people = people_of(row.assignment)
    limits = value("ensure.review_signals", on=local_day(at))
    found = signals_of(_held(row, list(prepared.values()), before=client_score_before(row)), limits=limits)
    return ReviewPage(
        code=row.code,
        assignment=row.assignment.code,
        number=row.assignment.number,
        client=row.assignment.organisation.name,
        manager=row.assignment.manager.name,
        kind=words.KINDS[row.kind],
        state=row.state,
        badge=words.badge_of(row.state, is_overdue=is_overdue(row, at)),
        starts_at=row.starts_at,
        place=row.place,
        turn=row.turn,
        version=row.version,
        draft=row.draft,
        term=(row.assignment.starts_on, row.assignment.ends_on),
        side=side,
        people=tuple(Definition(words.SIDES[one], person.name) for one, person in people),
        prepared=tuple(_prepared(one, prepared.get(one), side, row.state) for one in Side),
        signals=tuple((words.LEVELS[one.level], words.sentence_of(one)) for one in found),
        minutes=row.minutes,
        decision=words.DECISIONS[row.decision] if row.decision else "",
        decision_value=str(row.decision),
        decision_why=row.decision_why,
        actions=tuple(_action(one, on=local_day(at)) for one in row.actions.all() if one.dropped_at is None),
        **_signing(row),
        moved=tuple((one.before, one.why, one.moved_by.name) for one in row.moved.select_related("moved_by")),
        skipped=(_sides(row.absent), row.skipped_why),
        is_at_its_moment=row.starts_at <= at,
        may_move=row.state == ReviewState.PLANNED and (side is not None or seen_by.role in BUREAU),
    )


def is_overdue(row: Review, at: datetime) -> bool:
    return row.state == ReviewState.PLANNED and row.starts_at < at


def _sides(sides: Collection[str]) -> str:
    return ", ".join(str(words.SIDES[Side(side)]) for side in sides)


def _prepared(side: Side, row: Preparation | None, reader: Side | None, state: ReviewState) -> PreparedView:
    is_open, is_ready = may_read(side, reader, state), bool(row and row.ready_at)
    # What was not ready when it began is nobody's but its writer's.
    if row is None or not is_open or not (is_ready or side == reader):
        return PreparedView(side, words.SIDES[side], is_ready, is_open, None, "", ())
    told = ((name, getattr(row, name)) for name in words.AGENDA)
    points = tuple(Definition(words.AGENDA[name], text) for name, text in told if text)
    return PreparedView(side, words.SIDES[side], is_ready, is_open, row.score, row.reason, points)


def _action(row: ReviewAction, *, on: date) -> ActionView:
    is_late = row.done_at is None and row.due_on < on
    return ActionView(row.code, row.text, row.owner, words.SIDES[row.owner], row.due_on, row.done_at, is_late)


def _signing(row: Review) -> dict[str, Any]:
    """Who signed this version, and each version with its own signatures."""
    all_signed = list(row.signed.select_related("signed_by"))
    now = {one.side: one for one in all_signed if one.version == row.version}
    signed = tuple(
        SignedView(words.SIDES[side], now[side].signed_by.name, now[side].signed_at)
        if side in now
        else SignedView(words.SIDES[side], "", None)
        for side in Side
    )
    records = tuple(
        RecordView(
            one.version,
            one.minutes,
            words.DECISIONS[one.decision],
            one.decision_why,
            one.written_by.name,
            one.written_at,
            one.corrected_why,
            words.SIDES[one.corrected_side] if one.corrected_side else "",
            one.corrected_at,
            tuple(other.signed_by.name for other in all_signed if other.version == one.version),
        )
        for one in row.records.select_related("written_by")
    )
    return {"signed": signed, "records": records}


def _held(row: Review, prepared: Collection[Preparation], *, before: int | None) -> Held:
    ready = [one for one in prepared if one.counts]
    scores = {one.side: one.score for one in ready if one.score is not None}
    return Held(row.state, row.moves, scores, before)


def client_score_before(row: Review) -> int | None:
    """What the client gave in the last review that was held before this one."""
    rows = Preparation.objects.filter(
        **OF_CLIENT, review__assignment=row.assignment_id, review__starts_at__lt=row.starts_at
    )
    return rows.order_by("-review__starts_at").values_list("score", flat=True).first()


def signals_of_reviews(rows: Collection[Review], *, on: date) -> Mapping[int, tuple[ReviewSignal, ...]]:
    """The signals of the reviews of one page of a list, by key; their preparations are prefetched."""
    limits, before = value("ensure.review_signals", on=on), _scores_before(rows)
    return {
        row.pk: signals_of(_held(row, list(row.preparations.all()), before=before.get(row.pk)), limits=limits)
        for row in rows
    }


def _scores_before(rows: Collection[Review]) -> dict[int, int | None]:
    """The client's score before each of these reviews, asked for all of them at once."""
    known = Preparation.objects.filter(**OF_CLIENT, review__assignment__in={row.assignment_id for row in rows})
    names = ("review__assignment_id", "review__starts_at", "score")
    scores = sorted(known.values_list(*names), key=lambda line: line[1])
    return {
        row.pk: next(
            (score for one, at, score in reversed(scores) if one == row.assignment_id and at < row.starts_at), None
        )
        for row in rows
    }


@dataclass(frozen=True)
class ReviewLine:
    code: str
    kind: object
    starts_at: datetime
    badge: Badge
    signals: tuple[str, ...]


@dataclass(frozen=True)
class ReviewsPage:
    assignment: str
    number: str
    client: str
    manager: str
    lines: tuple[ReviewLine, ...]
    has_shadow: bool


def reviews_page(assignment: str, *, seen_by: Actor, at: datetime) -> ReviewsPage:
    """All reviews of one assignment, the newest first. Raises Http404 for an assignment that is not theirs."""
    row = assignment_of(assignment, seen_by=seen_by, along=("organisation", "manager", "shadow_appointment"))
    rows = list(row.reviews.exclude(state=ReviewState.CANCELLED).prefetch_related("preparations"))
    signals = signals_of_reviews(rows, on=local_day(at))
    lines = tuple(
        ReviewLine(
            one.code,
            words.KINDS[one.kind],
            one.starts_at,
            words.badge_of(one.state, is_overdue=is_overdue(one, at)),
            tuple(words.sentence_of(signal) for signal in signals[one.pk]),
        )
        for one in rows
    )
    names = (row.organisation.name, row.manager.name)
    return ReviewsPage(row.code, row.number, *names, lines, getattr(row, "shadow_appointment", None) is not None)


def own_preparation(code: str, *, seen_by: Actor) -> tuple[dict[str, object], int]:
    """What the reader's own side wrote so far, as a form takes it, and its version."""
    side = side_of(seen_by.role)
    row = Preparation.objects.filter(review__code=code, side=side, left_at=None).first() if side else None
    if row is None:
        return {}, 0
    return {name: getattr(row, name) for name in ("score", "reason", *words.AGENDA)}, row.version
