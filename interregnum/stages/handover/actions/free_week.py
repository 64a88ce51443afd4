"""A2: in the last part of the term the manager is away for one week: planned, agreed, and looked at afterwards."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.deliver.queries.measured import last_measured
from interregnum.stages.deliver.queries.visible import term_of
from interregnum.stages.handover.actions.open_handover import take_reading
from interregnum.stages.handover.actions.write_card import tell_of_card
from interregnum.stages.handover.facts import FreeWeekAgreed, FreeWeekHeld, FreeWeekPlanned
from interregnum.stages.handover.models import AnchorCard, FreeMeasure, FreeWeek, Handover
from interregnum.stages.handover.queries.desks import FREE_WEEK
from interregnum.stages.handover.queries.rows import handover_row
from interregnum.stages.handover.rules.gate import last_part_of
from interregnum.stages.handover.rules.states import WeekState

WEEK = timedelta(days=6)
TEMPLATE = "mail/free_week.txt"


@action
def plan_free_week(*, assignment: str, first_on: date, by: Actor, at: datetime) -> Refused | None:
    """By the manager; planned anew as long as it was not looked at, and then the client agrees anew."""
    row, on = handover_row(assignment, seen_by=by), local_day(at)
    if row.closed_at is not None:
        return Refused.because("handover.closed")
    term = term_of(row.assignment)
    first = last_part_of(term, percent=value(FREE_WEEK, on=on)["last_percent"])
    last = max(first, term.last - WEEK)
    if not first <= first_on <= last:
        days = {"first": f"{first:%d-%m-%Y}", "last": f"{last:%d-%m-%Y}"}
        return Refused.because("handover.week_outside", "first_on", **days)
    if first_on < on:
        return Refused.because("handover.week_past", "first_on")
    days_of = {"first_on": first_on, "last_on": first_on + WEEK, "planned_at": at}
    week, is_new = FreeWeek.objects.get_or_create(handover=row, defaults=days_of)
    anew = FreeWeek.objects.filter(pk=week.pk).exclude(state=WeekState.HELD)
    if not is_new and not anew.update(**days_of, state=WeekState.PLANNED):
        return Refused.because("handover.week_held")
    record(FreeWeekPlanned(assignment=assignment, first_on=first_on.isoformat()), by=by, at=at)
    tell(row.assignment, Role.CLIENT, template=TEMPLATE, address="client:handover-week")
    return None


@action
def agree_free_week(*, assignment: str, by: Actor, at: datetime) -> Refused | None:
    """By the client; of two who press at once, one is noted."""
    row = handover_row(assignment, seen_by=by)
    planned = FreeWeek.objects.filter(handover=row, state=WeekState.PLANNED)
    if row.closed_at is not None or not planned.update(state=WeekState.AGREED):
        return Refused.because("handover.no_week")
    record(FreeWeekAgreed(assignment=assignment), by=by, at=at)
    return None


@action
def conclude_free_week(
    *, assignment: str, values: Mapping[str, Decimal | None], stands: bool, conclusion: str, by: Actor, at: datetime
) -> Refused | None:
    """What the line measured in that week counts as measured without the manager: the index knows it at once."""
    row = handover_row(assignment, seen_by=by)
    week = FreeWeek.objects.select_for_update().filter(handover=row, state=WeekState.AGREED).first()
    if row.closed_at is not None or week is None:
        return Refused.because("handover.no_week")
    if local_day(at) <= week.last_on:
        return Refused.because("handover.week_not_over")
    if not conclusion.strip():
        return Refused.because("handover.words_needed", "conclusion")
    held: dict[str, Any] = {"stands": stands, "conclusion": conclusion.strip(), "concluded_at": at}
    FreeWeek.objects.filter(pk=week.pk).update(state=WeekState.HELD, **held)
    measured = _measure(row, week, values, by=by, at=at)
    record(FreeWeekHeld(assignment=assignment, stands=stands, measured=measured), by=by, at=at)
    take_reading(row, at=at)
    return None


def _measure(row: Handover, week: FreeWeek, values: Mapping[str, Decimal | None], *, by: Actor, at: datetime) -> int:
    about: Any = row.assignment
    before = last_measured(about.code, before=week.first_on)
    measured = 0
    for result in about.results.order_by("position", "pk"):
        found = values.get(result.code)
        FreeMeasure.objects.create(week=week, result=result, before=before.get(result.code), without=found)
        measured += found is not None
        card = AnchorCard.objects.filter(result=result, is_measured=False).first() if found is not None else None
        if card is not None:
            AnchorCard.objects.filter(pk=card.pk).update(is_measured=True, version=card.version + 1)
            card.refresh_from_db()
            tell_of_card(row, result.code, card, by=by, at=at)
    return measured
