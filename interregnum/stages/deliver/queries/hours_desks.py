"""Hours on the desks and in the bureau's list: who waits for whom; and what is approved, for whoever bills it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, Exists, F, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce, TruncMonth

from interregnum.kernel.actor import Actor
from interregnum.stages.deliver.models import Assignment, HoursDay, HoursWeek
from interregnum.stages.deliver.queries.never import NEVER, never_began
from interregnum.stages.deliver.queries.visible import own_term, visible_to
from interregnum.stages.deliver.rules.hours import HoursState, weeks_to_write
from interregnum.stages.deliver.rules.reporting import week_number
from interregnum.stages.deliver.rules.states import AssignmentState


@dataclass(frozen=True)
class HoursLine:
    """A week of which the manager must write or mend the hours; `more`: how many other weeks of that assignment."""

    assignment: str
    client: str
    monday: date
    week: int
    more: int
    came_back: bool


@dataclass(frozen=True)
class AnswerLine:
    """A week of hours that waits for the client."""

    code: str
    number: str
    manager: str
    monday: date
    week: int
    sent_at: datetime


def hours_to_write(rows: Iterable[Assignment], *, on: date) -> tuple[HoursLine, ...]:
    """One line for each assignment that has something to write; `rows` were read with their hours."""
    lines = []
    for row in rows:
        if row.state == AssignmentState.LANDING:
            continue
        weeks = [one for one in row.hours.all() if one.manager_id == row.manager_id]
        back = {one.monday for one in weeks if one.state == HoursState.RETURNED}
        sent = [one.monday for one in weeks if one.state != HoursState.DRAFT]
        waiting = sorted(back | set(weeks_to_write(own_term(row), sent=sent, on=on)))
        if waiting:
            first = waiting[0]
            more = len(waiting) - 1
            lines.append(HoursLine(row.code, row.organisation.name, first, week_number(first), more, first in back))
    return tuple(lines)


def hours_to_answer(*, seen_by: Actor, limit: int = 5) -> tuple[AnswerLine, ...]:
    """The weeks of hours that wait for this client, oldest first."""
    rows = HoursWeek.objects.select_related("assignment", "manager")
    rows = rows.only("code", "monday", "sent_at", "assignment__number", "manager__name")
    rows = rows.filter(state=HoursState.SENT, assignment__in=visible_to(seen_by)).order_by("monday", "pk")[:limit]
    return tuple(
        AnswerLine(
            row.code,
            row.assignment.number,
            row.manager.name,
            row.monday,
            week_number(row.monday),
            row.sent_at,
        )
        for row in rows
        if row.sent_at
    )


def hours_table(*, seen_by: Actor) -> QuerySet[Assignment]:
    """Rows of the bureau's list: minutes approved and waiting, whom it `waits` for and since which `oldest` week."""
    weeks = HoursWeek.objects.filter(assignment=OuterRef("pk"))
    sent, back = weeks.filter(state=HoursState.SENT), weeks.filter(state=HoursState.RETURNED)
    waits = Case(When(Exists(sent), then=Value("client")), When(Exists(back), then=Value("manager")), default=Value(""))
    open_weeks = weeks.filter(state__in=[HoursState.SENT, HoursState.RETURNED]).order_by("monday")
    return (
        visible_to(seen_by)
        .exclude(state=AssignmentState.LANDING)
        .exclude(NEVER)
        .annotate(
            waits=waits,
            oldest=Subquery(open_weeks.values("monday")[:1]),
            last_week=Subquery(weeks.exclude(state=HoursState.DRAFT).order_by("-monday").values("monday")[:1]),
            approved=_minutes("approved"),
            waiting=_minutes("minutes", state=HoursState.SENT),
        )
    )


def _minutes(column: str, **only: object) -> Coalesce:
    rows = HoursDay.objects.filter(week__assignment=OuterRef("pk"), **only).order_by()
    sums = rows.values("week__assignment").annotate(sum=Sum(column)).values("sum")
    return Coalesce(Subquery(sums, output_field=IntegerField()), 0)


def first_missing(rows: Iterable[Assignment], *, on: date) -> dict[int, date]:
    """By key of an assignment: the oldest week of which no hours were sent. One query for a page of the list."""
    found = list(rows)
    sent = HoursWeek.objects.filter(assignment__in=[row.pk for row in found], manager=F("assignment__manager"))
    sent = sent.exclude(state=HoursState.DRAFT)
    by_row: dict[int, set[date]] = {row.pk: set() for row in found}
    for pk, monday in sent.order_by().values_list("assignment", "monday"):
        by_row[pk].add(monday)
    begun = [row for row in found if not never_began(row)]
    missing = {row.pk: weeks_to_write(own_term(row), sent=by_row[row.pk], on=on) for row in begun}
    return {pk: weeks[0] for pk, weeks in missing.items() if weeks}


def approved_minutes(*, seen_by: Actor, first: date, last: date) -> dict[tuple[str, date], int]:
    """(Code of the assignment, first day of the month) -> minutes that stand approved in days from `first` to `last`.

    A correction counts once it is approved; until then what was approved before stands.
    """
    rows = HoursDay.objects.filter(day__range=(first, last), approved__gt=0, week__assignment__in=visible_to(seen_by))
    months = rows.annotate(month=TruncMonth("day")).order_by().values_list("week__assignment__code", "month")
    return {(code, month): minutes for code, month, minutes in months.annotate(Sum("approved"))}


def months_approved(*, seen_by: Actor, before: date) -> tuple[tuple[str, str, date], ...]:
    """Assignment, client and first day of each month, before a day, of which a manager's own hours stand approved,
    also where another one went on."""
    rows = HoursDay.objects.filter(approved__gt=0, day__lt=before, week__manager__code=seen_by.manager)
    rows = rows.annotate(month=TruncMonth("day"))
    names = ("week__assignment__code", "week__assignment__organisation__name", "month")
    return tuple(rows.order_by("month", "week__assignment").values_list(*names).distinct())
