"""The hours of an assignment: as its manager writes them, and as a week is read and answered."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Sum
from django.http import Http404

from interregnum.kernel.actor import Actor
from interregnum.kernel.period import Period
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.values import value
from interregnum.people.queries import profile_at
from interregnum.stages.contract.queries.room import parts_of
from interregnum.stages.contract.rules.amending import days_in_week
from interregnum.stages.deliver.models import Assignment, HoursDay, HoursWeek
from interregnum.stages.deliver.queries import looks
from interregnum.stages.deliver.queries.hours_silence import last_day_to_answer
from interregnum.stages.deliver.queries.hours_weeks import DAY_HOURS, Contracted, WeekLine, contracted_of, week_line
from interregnum.stages.deliver.queries.tenures import assignment_for_hours, weeks_seen
from interregnum.stages.deliver.queries.visible import own_term
from interregnum.stages.deliver.rules.hours import (
    DayHours,
    HoursState,
    as_before,
    as_contracted,
    days_of,
    open_days,
    weeks_to_write,
)
from interregnum.stages.deliver.rules.reporting import may_report, week_shown
from interregnum.web.pieces import Badge


@dataclass(frozen=True)
class Change:
    """One line of the trail; `before` is `after` where a day came back and was left as it was."""

    day: date
    before: int
    after: int
    reason: str
    who: str
    at: datetime


@dataclass(frozen=True)
class DayLine:
    """`was` are the minutes approved before, where a correction waits."""

    day: date
    minutes: int
    state: HoursState
    badge: Badge
    was: int | None
    is_holiday: bool
    is_open: bool

    @property
    def waits(self) -> bool:
        return self.state == HoursState.SENT


@dataclass(frozen=True)
class HoursWeekPage:
    """A week to be read or answered; minutes. `silent_after` is set where silence after that day approves."""

    code: str
    version: int
    assignment: str
    number: str
    client: str
    manager: str
    week: str
    monday: date
    sunday: date
    state: HoursState
    badge: Badge
    total: int
    approved: int
    contracted: Contracted
    days: tuple[DayLine, ...]
    changes: tuple[Change, ...]
    returned_why: str
    sent_at: datetime | None
    answered_at: datetime | None
    answered_by: str
    is_silent: bool
    silent_after: date | None

    @property
    def above(self) -> int:
        return self.contracted.above(self.total)


@dataclass(frozen=True)
class WriteHoursPage:
    """Everything to write the hours of a week; `own` is what stands, `filled` what the form begins with, `elsewhere`
    the minutes that the same manager wrote of each day in other assignments: nobody else reads them."""

    code: str
    number: str
    client: str
    week: str
    monday: date
    sunday: date
    days: tuple[DayLine, ...]
    own: HoursWeekPage | None
    version: int
    filled: dict[date, int]
    days_a_week: int
    day_hours: int
    elsewhere: dict[date, int]
    before: WeekLine | None
    missing: tuple[tuple[str, date], ...]
    has_begun: bool
    total: int

    @property
    def is_sent(self) -> bool:
        return self.own is not None and self.own.state != HoursState.DRAFT


def week_of(code: str, *, seen_by: Actor) -> HoursWeek:
    """Raises Http404 for a week that is not there, of another's assignment, or that its manager has not sent."""
    rows = HoursWeek.objects.select_related(
        "assignment__organisation", "assignment__manager", "assignment__contract", "manager", "sent_by", "answered_by"
    ).defer(*profile_at("assignment__manager"), *profile_at("manager"))
    row = rows.filter(code=code, **weeks_seen(seen_by)).exclude(state=HoursState.DRAFT).first()
    if row is None:
        raise Http404
    return row


def days_as_they_stand(week: HoursWeek) -> dict[date, DayHours]:
    return {row.day: DayHours(row.minutes, row.state, row.approved) for row in week.days.all()}


def minutes_elsewhere(row: Assignment, monday: date) -> dict[date, int]:
    """What the same manager wrote of these days in other assignments, sent or not."""
    rows = HoursDay.objects.filter(week__manager=row.manager_id, day__in=days_of(monday))
    rows = rows.exclude(week__assignment=row.pk).order_by()
    return dict(rows.values("day").annotate(sum=Sum("minutes")).values_list("day", "sum"))


def hours_week_page(code: str, *, seen_by: Actor) -> HoursWeekPage:
    row = week_of(code, seen_by=seen_by)
    return page_of(row, contracted_of([row])[row.pk])


def page_of(row: HoursWeek, contracted: Contracted) -> HoursWeekPage:
    closed, term = dutch_holidays(row.monday.year), own_term(row.assignment)
    days = tuple(_day(day, one, closed=closed, is_open=day in term) for day, one in days_as_they_stand(row).items())
    return HoursWeekPage(
        code=row.code,
        version=row.version,
        assignment=row.assignment.code,
        number=row.assignment.number,
        client=row.assignment.organisation.name,
        manager=row.manager.name,
        week=looks.week_name(row.monday),
        monday=row.monday,
        sunday=row.monday + timedelta(days=6),
        state=row.state,
        badge=looks.hours_badge(row.state, is_silent=row.is_silent),
        total=sum(day.minutes for day in days),
        approved=sum(one.approved or 0 for one in row.days.all()),
        contracted=contracted,
        days=days,
        changes=tuple(
            Change(one.day, one.before, one.after, one.reason, one.made_by.name, one.made_at)
            for one in row.corrections.select_related("made_by")
        ),
        returned_why=row.returned_why,
        sent_at=row.sent_at,
        answered_at=row.answered_at,
        answered_by=row.answered_by.name if row.answered_by else "",
        is_silent=row.is_silent,
        silent_after=last_day_to_answer(row),
    )


def _day(day: date, one: DayHours, *, closed: frozenset[date], is_open: bool) -> DayLine:
    was = one.approved if one.state != HoursState.APPROVED and one.approved is not None else None
    return DayLine(day, one.minutes, one.state, looks.hours_badge(one.state), was, day in closed, is_open)


def write_hours_page(code: str, *, week: date | None, fill: str, seen_by: Actor, on: date) -> WriteHoursPage:
    """The hours of a week, the oldest to write unless one is named. Raises Http404 for a strange week or assignment."""
    row = assignment_for_hours(code, seen_by=seen_by, along=("contract",))
    written = row.hours.filter(manager=row.manager_id).select_related("manager").prefetch_related("days")
    term, rows = own_term(row), {one.monday: one for one in written}
    sent = [monday for monday, one in rows.items() if one.state != HoursState.DRAFT]
    missing = weeks_to_write(term, sent=sent, on=on)
    monday = week or next(iter(missing), week_shown(term, on=on))
    if week is not None and may_report(term, week, on=on) is not None:
        raise Http404
    own = rows.get(monday)
    parts = parts_of([row.contract.pk]).get(row.contract.pk)
    days_a_week = days_in_week(parts, monday) if parts else row.contract.days_a_week
    day_hours = value(DAY_HOURS, on=on)
    page = page_of(own, Contracted(days_a_week, day_hours)) if own else None
    earlier = next((rows[day] for day in sorted(rows, reverse=True) if day < monday), None)
    days = page.days if page else tuple(_empty(monday, term))
    filled = _filled(fill, page, earlier, row=row, days_a_week=days_a_week, monday=monday, on=on)
    return WriteHoursPage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        week=looks.week_name(monday),
        monday=monday,
        sunday=monday + timedelta(days=6),
        days=days,
        own=page,
        version=own.version if own else 0,
        filled=filled,
        days_a_week=days_a_week,
        day_hours=day_hours,
        elsewhere=minutes_elsewhere(row, monday),
        before=week_line(earlier) if earlier else None,
        missing=tuple((looks.week_name(day), day) for day in missing if day != monday),
        has_begun=may_report(term, monday, on=on) is None,
        total=sum(filled.values()),
    )


def _empty(monday: date, term: Period) -> list[DayLine]:
    closed, nothing = dutch_holidays(monday.year), DayHours(0, HoursState.DRAFT)
    return [_day(day, nothing, closed=closed, is_open=day in term) for day in days_of(monday)]


def _filled(
    fill: str,
    page: HoursWeekPage | None,
    earlier: HoursWeek | None,
    *,
    row: Assignment,
    days_a_week: int,
    monday: date,
    on: date,
) -> dict[date, int]:
    """What the form begins with: what stands, or what one press fills in."""
    days, closed = open_days(monday, term=own_term(row), on=on), dutch_holidays(monday.year)
    if fill == "contract":
        minutes = value(DAY_HOURS, on=on) * 60
        return as_contracted(days, days_a_week=days_a_week, day_minutes=minutes, closed=closed)
    if fill == "before" and earlier:
        before = {one.day: one.minutes for one in earlier.days.all()}
        return as_before(days, before=before, closed=closed)
    return {day.day: day.minutes for day in page.days} if page else {}
