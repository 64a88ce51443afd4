"""A guarantee as the two managers of it see it: each their own part, and nothing of what the client wrote."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404

from interregnum.kernel.actor import Actor
from interregnum.stages.guarantee.queries.pages import Handed, handed_of
from interregnum.stages.guarantee.queries.rows import case_row, firm_days_of, own_case, writer_case
from interregnum.stages.guarantee.rules.states import REPLACEMENT
from interregnum.stages.guarantee.texts import REASONS, badge_of
from interregnum.web.pieces import Badge


@dataclass(frozen=True, kw_only=True)
class OwnCasePage:
    """For the manager whom it is about: the reason once somebody spoke with them, never the client's words."""

    code: str
    assignment: str
    number: str
    client: str
    badge: Badge
    complained_at: datetime
    last_day: date | None
    spoken_at: datetime | None
    reason: object
    heard: str
    heard_at: datetime | None
    hands_over: bool
    handover_most: int
    handed: Handed | None
    successor: str


@dataclass(frozen=True, kw_only=True)
class InsteadPage:
    """For whoever writes what is handed over in the place of the manager."""

    code: str
    number: str
    client: str
    manager: str
    handover_most: int
    handed: Handed | None


@dataclass(frozen=True, kw_only=True)
class SuccessorPage:
    """For whoever goes on: what is handed over, and nothing of why."""

    code: str
    assignment: str
    number: str
    client: str
    before: str
    handed: Handed | None


def own_case_page(code: str, *, seen_by: Actor) -> OwnCasePage:
    """Raises Http404 for anybody but the manager whom it is about."""
    row = own_case(code, seen_by=seen_by)
    hearing = getattr(row, "hearing", None)
    return OwnCasePage(
        code=row.code,
        assignment=row.assignment.code,
        number=row.assignment.number,
        client=row.assignment.organisation.name,
        badge=badge_of(row.state),
        complained_at=row.complained_at,
        last_day=row.last_day,
        spoken_at=row.spoken_at,
        reason=REASONS[row.reason] if row.spoken_at else "",
        heard=hearing.words if hearing else "",
        heard_at=hearing.said_at if hearing else None,
        hands_over=row.state in REPLACEMENT,
        handover_most=firm_days_of(row),
        handed=handed_of(row),
        successor=row.successor.manager.name if row.successor else "",
    )


def instead_page(code: str, *, seen_by: Actor) -> InsteadPage:
    """For shadow manager and bureau. Raises Http404 while the manager can write it in person."""
    row = writer_case(code, seen_by=seen_by)
    return InsteadPage(
        code=row.code,
        number=row.assignment.number,
        client=row.assignment.organisation.name,
        manager=row.manager.name,
        handover_most=firm_days_of(row),
        handed=handed_of(row),
    )


def successor_page(code: str, *, seen_by: Actor) -> SuccessorPage:
    """Raises Http404 for anybody but the successor."""
    row = case_row(code, seen_by=seen_by)
    if row.successor is None or row.successor.manager.code != seen_by.manager:
        raise Http404
    return SuccessorPage(
        code=row.code,
        assignment=row.assignment.code,
        number=row.assignment.number,
        client=row.assignment.organisation.name,
        before=row.manager.name,
        handed=handed_of(row),
    )
