"""The weeks of hours of an assignment in a list, each beside what the contract gives a week."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from interregnum.kernel.actor import Actor, Role
from interregnum.parameters.values import value
from interregnum.stages.contract.queries.room import parts_of
from interregnum.stages.contract.rules.amending import days_in_week
from interregnum.stages.deliver.models import HoursWeek, Tenure
from interregnum.stages.deliver.queries import looks
from interregnum.stages.deliver.queries.tenures import assignment_for_hours
from interregnum.stages.deliver.rules.hours import HoursState, above_contract
from interregnum.web.pieces import Badge

DAY_HOURS = "deliver.day_hours"


@dataclass(frozen=True)
class Contracted:
    """What the contract gives a week: so many days of so many hours; no day where it says nothing."""

    days: int
    day_hours: int

    @property
    def minutes(self) -> int:
        return self.days * self.day_hours * 60

    def above(self, minutes: int) -> int:
        return above_contract(minutes, contracted=self.minutes)


@dataclass(frozen=True)
class WeekLine:
    """A week in the list of an assignment; minutes, `above` those that are more than the contract gives."""

    code: str
    week: str
    monday: date
    badge: Badge
    total: int
    approved: int
    above: int = 0


@dataclass(frozen=True)
class HoursPage:
    """The hours of an assignment, week by week; `stood_before`, for the bureau: hours billed before that."""

    code: str
    number: str
    client: str
    manager: str
    weeks: tuple[WeekLine, ...]
    approved: int
    stood_before: Decimal | None
    taken_over_on: datetime | None


def contracted_of(rows: Collection[HoursWeek]) -> dict[int, Contracted]:
    """By the key of a week; of a manager who was replaced, what that manager's own contract gave."""
    gone = {row.assignment_id for row in rows if row.manager_id != row.assignment.manager_id}
    tenures = (
        Tenure.objects.filter(assignment__in=gone).values_list("assignment", "manager", "contract") if gone else ()
    )
    theirs = {(assignment, manager): contract for assignment, manager, contract in tenures}
    contracts = {row.pk: theirs.get((row.assignment_id, row.manager_id), row.assignment.contract_id) for row in rows}
    parts = parts_of(set(contracts.values()))
    return {
        row.pk: Contracted(
            days_in_week(known, row.monday) if (known := parts.get(contracts[row.pk])) else 0,
            value(DAY_HOURS, on=row.monday),
        )
        for row in rows
    }


def hours_page(code: str, *, seen_by: Actor) -> HoursPage:
    """Raises Http404 for an assignment that is not theirs. A client reads of a week once it was sent."""
    row = assignment_for_hours(code, seen_by=seen_by, along=("contract__taken_over",))
    taken = getattr(row.contract, "taken_over", None)
    own = {"manager": row.manager_id} if seen_by.role == Role.MANAGER else {}
    rows = list(row.hours.filter(**own).exclude(state=HoursState.DRAFT).prefetch_related("days"))
    contracted = contracted_of(rows)
    lines = tuple(week_line(one, contracted[one.pk]) for one in rows)
    return HoursPage(
        row.code,
        row.number,
        row.organisation.name,
        row.manager.name,
        lines,
        sum(line.approved for line in lines),
        taken.hours_billed if taken and seen_by.is_bureau else None,
        taken.taken_over_at if taken and seen_by.is_bureau else None,
    )


def week_line(row: HoursWeek, contracted: Contracted | None = None) -> WeekLine:
    days = row.days.all()
    total = sum(one.minutes for one in days)
    return WeekLine(
        row.code,
        looks.week_name(row.monday),
        row.monday,
        looks.hours_badge(row.state, is_silent=row.is_silent),
        total,
        sum(one.approved or 0 for one in days),
        contracted.above(total) if contracted else 0,
    )
