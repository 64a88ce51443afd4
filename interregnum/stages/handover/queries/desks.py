"""What a hand-over asks of each side, for the desks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.parameters.values import values
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.deliver.queries.visible import term_of
from interregnum.stages.handover.models import Evaluation, Handover
from interregnum.stages.handover.rules.gate import last_part_of
from interregnum.stages.handover.rules.states import Ending, Judge, PaperState, Signer, WeekState

FREE_WEEK, SILENT = "handover.free_week", "handover.silent_days"
JUDGED = "handover.evaluation_days"


class HandoverWanted(StrEnum):
    CARDS = "cards"
    DOCUMENT = "document"
    ACCEPT = "accept"
    WEEK = "week"
    WEEK_AGREE = "week_agree"
    WEEK_OVER = "week_over"
    EVALUATE = "evaluate"
    CLOSE = "close"
    CALL = "call"


@dataclass(frozen=True)
class HandoverLine:
    assignment: str
    client: str
    manager: str
    wanted: HandoverWanted
    is_late: bool


JUDGES = {Role.CLIENT: Judge.CLIENT, Role.MANAGER: Judge.MANAGER, Role.SHADOW: Judge.SHADOW}


OF_LINE = tuple(
    f"assignment__{name}" for name in ("code", "starts_on", "ends_on", "organisation__name", "manager__name")
)


def handovers_waiting(*, seen_by: Actor, at: datetime, limit: int = 5) -> tuple[HandoverLine, ...]:
    """Cards that lack while it runs; after the last day an evaluation of each of the three, also for some days after it
    was closed, and the end by the firm."""
    on = local_day(at)
    terms = values(FREE_WEEK, SILENT, JUDGED, on=on)
    said = Evaluation.objects.filter(handover=OuterRef("pk"), judge=JUDGES.get(seen_by.role, ""))
    rows = Handover.objects.filter(assignment__in=visible_to(seen_by).order_by().values("pk"))
    rows = rows.select_related("assignment__organisation", "assignment__manager", "free_week").annotate(
        said=Exists(said)
    )
    rows = rows.filter(_asked(seen_by, at - timedelta(days=terms[JUDGED])))
    rows = rows.only("results", "closed_at", "free_week__state", "free_week__last_on", *OF_LINE)
    found = rows.prefetch_related("cards", "documents__answers").order_by("assignment__ends_on", "pk")
    share = int(terms[FREE_WEEK]["last_percent"])
    lines = [line for row in found for line in _lines(row, seen_by, share, on)]
    if seen_by.role not in JUDGES:
        lines = [*_calls(found, on - timedelta(days=terms[SILENT]["call"])), *lines]
    return tuple(lines[:limit])


def _asked(seen_by: Actor, since: datetime) -> Q:
    """What is not closed; and for the three what was since a moment, as long as they did not say how it went. Of a
    client who is not there any more it is not asked."""
    if seen_by.role not in JUDGES:
        return Q(closed_at=None)
    late = Q(closed_at__gte=since, said=False)
    return Q(closed_at=None) | (late & ~Q(ending=Ending.CLIENT_GONE) if seen_by.role is Role.CLIENT else late)


def _calls(rows: Iterable[Handover], day: date) -> Iterator[HandoverLine]:
    """For the firm: documents that were sent until a day and lie there without an answer."""
    for row in rows:
        sent = next((one for one in row.documents.all() if one.state == PaperState.SENT), None)
        if sent is not None and sent.sent_at and local_day(sent.sent_at) <= day:
            about = row.assignment
            yield HandoverLine(about.code, about.organisation.name, about.manager.name, HandoverWanted.CALL, True)


def _lines(row: Handover, seen_by: Actor, share: int, on: date) -> Iterator[HandoverLine]:
    about = row.assignment
    is_over = about.ends_on < on
    for wanted in _wanted(row, seen_by, share, on, is_over=is_over):
        yield HandoverLine(about.code, about.organisation.name, about.manager.name, wanted, is_over)


def _wanted(row: Handover, seen_by: Actor, share: int, on: date, *, is_over: bool) -> Iterator[HandoverWanted]:
    if row.closed_at is not None:
        yield HandoverWanted.EVALUATE
        return
    owned = sum(bool(card.owner) for card in row.cards.all())
    if is_over and not getattr(row, "said", False):
        yield HandoverWanted.CLOSE if seen_by.role not in JUDGES else HandoverWanted.EVALUATE
    if not is_over and seen_by.role in (Role.CLIENT, Role.MANAGER) and owned < len(row.results):
        yield HandoverWanted.CARDS
    papers = list(row.documents.all())
    state = papers[-1].state if papers else None
    is_near = seen_by.role is Role.MANAGER and on >= last_part_of(term_of(row.assignment), percent=share)
    if is_near and state not in (PaperState.SENT, PaperState.ACCEPTED):
        yield HandoverWanted.DOCUMENT
    sent = next((one for one in papers if one.state == PaperState.SENT), None)
    if seen_by.role is Role.CLIENT and sent and not any(one.signer == Signer.CLIENT for one in sent.answers.all()):
        yield HandoverWanted.ACCEPT
    if wanted := _week(row, seen_by, on, is_near=is_near, is_over=is_over):
        yield wanted


def _week(row: Handover, seen_by: Actor, on: date, *, is_near: bool, is_over: bool) -> HandoverWanted | None:
    """The software proposes the week when the last part of the term begins; how it went is asked after the last day
    too, for the last week may be the one."""
    week = getattr(row, "free_week", None)
    if seen_by.role is Role.MANAGER and week and week.state == WeekState.AGREED:
        return HandoverWanted.WEEK_OVER if week.last_on < on else None
    if is_over:
        return None
    if seen_by.role is Role.CLIENT:
        return HandoverWanted.WEEK_AGREE if week and week.state == WeekState.PLANNED else None
    return HandoverWanted.WEEK if seen_by.role is Role.MANAGER and week is None and is_near else None
