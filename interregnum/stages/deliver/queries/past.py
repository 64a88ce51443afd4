"""What later stages learn of assignments that are over, or that went on with another manager: a few queries for all."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Q

from interregnum.kernel.period import local_day
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.deliver.models import Assignment, Decision, Measurement, Tenure, WeeklyReport
from interregnum.stages.deliver.models import Result as ResultRow
from interregnum.stages.deliver.queries.never import NEVER
from interregnum.stages.deliver.rules.measured import reached_since
from interregnum.stages.deliver.rules.progress import way_percent
from interregnum.stages.deliver.rules.states import DecisionState

WEEK = timedelta(days=6)
THERE = 100
MIX = ("operational", "adviser", "coach", "change")


@dataclass(frozen=True)
class Turn:
    """The time of one manager, by keys."""

    manager: int
    manager_code: str
    first: date
    last: date
    is_replaced: bool


@dataclass(kw_only=True)
class Past:
    """One assignment: its brief by key, and what was told of it, each with its day.

    `ends_on` is its last day, `led` the first and last day of each manager; what a week measured is known on the last
    day of work in it.
    """

    code: str
    number: str
    brief: int
    category: str
    offered: RoleMix
    starts_on: date
    ends_on: date
    turns: list[Turn] = field(default_factory=list)
    led: list[tuple[date, date]] = field(default_factory=list)
    results: dict[int, tuple[Decimal, Decimal]] = field(default_factory=dict)
    measured: list[tuple[date, int, Decimal]] = field(default_factory=list)
    mixes: list[tuple[date, RoleMix]] = field(default_factory=list)
    taken: list[tuple[date, int]] = field(default_factory=list)

    def reached(self, *, on: date) -> int:
        """How many results stood at their target by what was last measured until a day."""
        last = {result: value for day, result, value in self.measured if day <= on}
        known = ((result, value) for result, value in last.items() if result in self.results)
        return sum(way_percent(*self.results[result], value=value) >= THERE for result, value in known)

    def first_reached_on(self) -> date | None:
        """The day by which a result was first measured at its target; what the plan promised of it proves nothing."""
        there = (
            day
            for day, result, value in self.measured
            if result in self.results and way_percent(*self.results[result], value=value) >= THERE
        )
        return min(there, default=None)

    def all_reached_on(self) -> date | None:
        """The day by which all results were at their target, from where none fell back; None while one is not."""
        figures: dict[int, list[tuple[date, Decimal]]] = {result: [] for result in self.results}
        for day, result, value in self.measured:
            if result in figures and day <= self.ends_on:
                figures[result].append((day, value))
        days = [reached_since(*self.results[result], told) for result, told in figures.items()]
        return max((day for day in days if day), default=None) if all(days) else None


def ended_since(day: date, *, on: date) -> list[int]:
    """Keys of the assignments that ended from a day until yesterday, and of those that went on with another one."""
    ended = Q(ends_on__gte=day, ends_on__lt=on) | Q(tenures__last_on__gte=day, tenures__last_on__lt=on)
    return list(Assignment.objects.filter(ended).exclude(NEVER).order_by("pk").values_list("pk", flat=True).distinct())


def ended_before(day: date) -> list[int]:
    """Keys of the assignments whose last day was before a day, the newest first."""
    rows = Assignment.objects.filter(ends_on__lt=day).exclude(NEVER)
    return list(rows.order_by("-ends_on", "-pk").values_list("pk", flat=True))


def led_by(assignments: Collection[int]) -> Mapping[int, set[int]]:
    """By key of the assignment, the keys of all managers who led it; two queries."""
    found: dict[int, set[int]] = {key: set() for key in assignments}
    for rows, name in (
        (Assignment.objects.filter(pk__in=found), "pk"),
        (Tenure.objects.filter(assignment__in=found), "assignment"),
    ):
        for key, manager in rows.values_list(name, "manager"):
            found[key].add(manager)
    return found


def past_of(assignments: Collection[int], *, on: date) -> Mapping[int, Past]:
    """Six queries, however many there are."""
    rows = Assignment.objects.filter(pk__in=assignments).select_related("contract").defer("problem", "result_wanted")
    found = {row.pk: _past(row) for row in rows}
    _turns(found, on)
    for key, pk, *goal in ResultRow.objects.filter(assignment__in=found).values_list(
        "assignment", "pk", "baseline", "target"
    ):
        if goal[0] != goal[1]:
            found[key].results[pk] = (goal[0], goal[1])
    measured = Measurement.objects.filter(report__assignment__in=found, value__isnull=False)
    for key, monday, result, value in measured.order_by("report__monday").values_list(
        "report__assignment", "report__monday", "result", "value"
    ):
        found[key].measured.append((_known_on(monday, found[key].led), result, value or Decimal(0)))
    for key, monday, *mix in WeeklyReport.objects.filter(assignment__in=found).values_list(
        "assignment", "monday", *MIX
    ):
        found[key].mixes.append((monday, RoleMix(*mix)))
    _decisions(found)
    return found


def _known_on(monday: date, led: Collection[tuple[date, date]]) -> date:
    """The last day of a week on which anybody led: whoever leaves on a Friday reached what that week's report tells."""
    sunday = monday + WEEK
    lasts = [last for first, last in led if first <= sunday and last >= monday]
    return min(sunday, max(lasts, default=sunday))


def _past(row: Assignment) -> Past:
    return Past(
        code=row.code,
        number=row.number,
        brief=row.contract.brief_id,
        category=row.category,
        offered=row.role_mix,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
    )


def _turns(found: Mapping[int, Past], on: date) -> None:
    names = ("assignment", "manager", "manager__code", "first_on", "last_on")
    for key, manager, code, first, last in Tenure.objects.filter(assignment__in=found).values_list(*names):
        found[key].turns.append(Turn(manager, code, first, last, True))
        found[key].led.append((first, last))
    now = ("pk", "manager", "manager__code", "manager_since", "starts_on", "ends_on")
    for key, manager, code, since, starts_on, ends_on in Assignment.objects.filter(pk__in=found).values_list(*now):
        found[key].led.append((since or starts_on, ends_on))
        if ends_on < on:
            found[key].turns.append(Turn(manager, code, since or starts_on, ends_on, False))


def _decisions(found: Mapping[int, Past]) -> None:
    """Each decision that was taken: on which day, and how many days past the one by which it was asked."""
    rows = Decision.objects.filter(assignment__in=found, state=DecisionState.TAKEN)
    waits: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for key, due_on, answered_at in rows.values_list("assignment", "due_on", "answered_at"):
        if answered_at:
            waits[key].append((local_day(answered_at), (local_day(answered_at) - due_on).days))
    for key, taken in waits.items():
        found[key].taken += taken
