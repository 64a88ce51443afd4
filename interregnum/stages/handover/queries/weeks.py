"""A2: the week without the interim manager, as its page shows it: each result with and without, side by side."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.deliver.queries.measured import last_measured
from interregnum.stages.deliver.queries.visible import term_of
from interregnum.stages.handover.models import FreeWeek, Handover
from interregnum.stages.handover.queries.desks import FREE_WEEK
from interregnum.stages.handover.queries.rows import handover_row, norm_of
from interregnum.stages.handover.rules.gate import last_part_of
from interregnum.stages.handover.rules.states import WeekState
from interregnum.stages.handover.texts import WEEKS
from interregnum.web.pieces import Badge


@dataclass(frozen=True)
class SideLine:
    """A result: what was last measured with the manager there, and in the week without; None where nobody did."""

    code: str
    title: str
    unit: str
    norm: Decimal
    before: Decimal | None
    without: Decimal | None


@dataclass(frozen=True, kw_only=True)
class WeekPage:
    """`asks` is what the page wants of this reader: "plan", "agree", "conclude" or ""; the week may begin from `first`
    to `last`."""

    assignment: str
    number: str
    client: str
    manager: str
    first: date
    last: date
    first_on: date | None
    last_on: date | None
    badge: Badge | None
    lines: tuple[SideLine, ...]
    stands: bool | None
    conclusion: str
    asks: str
    is_held: bool


def week_page(assignment: str, *, seen_by: Actor, at: datetime) -> WeekPage:
    """Raises Http404 for an assignment that is not theirs, or whose hand-over has not begun."""
    row, on = handover_row(assignment, seen_by=seen_by), local_day(at)
    about, week = row.assignment, FreeWeek.objects.filter(handover=row).first()
    term = term_of(about)
    first = last_part_of(term, percent=value(FREE_WEEK, on=on)["last_percent"])
    return WeekPage(
        assignment=about.code,
        number=about.number,
        client=about.organisation.name,
        manager=about.manager.name,
        first=first,
        last=max(first, term.last - timedelta(days=6)),
        first_on=week.first_on if week else None,
        last_on=week.last_on if week else None,
        badge=WEEKS[week.state] if week else None,
        lines=_lines(row, week),
        stands=week.stands if week else None,
        conclusion=week.conclusion if week else "",
        asks="" if row.closed_at else _asks(week, seen_by, on),
        is_held=week is not None and week.state == WeekState.HELD,
    )


def _asks(week: FreeWeek | None, actor: Actor, on: date) -> str:
    if actor.role is Role.CLIENT:
        return "agree" if week and week.state == WeekState.PLANNED else ""
    if actor.role is not Role.MANAGER or (week and week.state == WeekState.HELD):
        return ""
    is_over = week is not None and week.state == WeekState.AGREED and week.last_on < on
    return "conclude" if is_over else "plan"


def _lines(row: Handover, week: FreeWeek | None) -> tuple[SideLine, ...]:
    about: Any = row.assignment
    cards = {card.result_id: card for card in row.cards.all()}
    kept = {one.result_id: (one.before, one.without) for one in week.measures.all()} if week else {}
    now = {} if kept else last_measured(about.code, before=week.first_on if week else None)
    return tuple(
        SideLine(
            one.code,
            one.title,
            one.unit,
            norm_of(one, cards.get(one.pk)),
            *kept.get(one.pk, (now.get(one.code), None)),
        )
        for one in about.results.order_by("position", "pk")
    )
