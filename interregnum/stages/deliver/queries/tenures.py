"""H1: the hours of whoever was replaced stay theirs to write and to see; and so does nothing else of the assignment."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from interregnum.kernel.actor import Actor, Role
from interregnum.people.queries import profile_at
from interregnum.stages.deliver.models import Assignment, HoursDay, Tenure
from interregnum.stages.deliver.queries.visible import assignment_of, visible_to
from interregnum.stages.deliver.rules.hours import HoursState


def assignment_for_hours(code: str, *, seen_by: Actor, along: tuple[str, ...] = ()) -> Assignment:
    """The assignment; for a manager who was replaced as it was until the last day: the row is to be read, not saved.

    Raises Http404 for anybody else's.
    """
    try:
        return assignment_of(code, seen_by=seen_by, along=along)
    except Http404:
        tenure = tenure_of(code, seen_by=seen_by)
        if tenure is None:
            raise
    row = tenure.assignment
    row.manager, row.contract, row.manager_since = tenure.manager, tenure.contract, None
    row.starts_on, row.ends_on = tenure.first_on, tenure.last_on
    return row


def assignments_under(contract: str, *, seen_by: Actor) -> QuerySet[Assignment]:
    """What somebody may know of, where this contract holds now, or held until its manager was replaced."""
    gone = Tenure.objects.filter(contract__code=contract).values("assignment")
    return visible_to(seen_by).filter(Q(contract__code=contract) | Q(pk__in=gone))


def own_assignments(actor: Actor) -> list[Assignment]:
    """Those on which a manager works or worked, also where another one went on; the latest first."""
    if actor.role != Role.MANAGER or not actor.manager:
        return []
    gone = Tenure.objects.filter(manager__code=actor.manager).values("assignment")
    rows = Assignment.objects.filter(Q(pk__in=gone) | Q(manager__code=actor.manager)).select_related("organisation")
    return list(rows.order_by("-starts_on", "-pk"))


def weeks_seen(actor: Actor) -> dict[str, Any]:
    """By which weeks of hours are read: a manager's own stay theirs when the assignment went on with another one, and
    nobody else's become so."""
    if actor.role == Role.MANAGER:
        return {"manager__code": actor.manager}
    return {"assignment__in": visible_to(actor)}


def tenure_of(assignment: str, *, seen_by: Actor) -> Tenure | None:
    """The time of this manager on an assignment that went on with another one."""
    if seen_by.role != Role.MANAGER or not seen_by.manager:
        return None
    along = ("assignment__organisation", "manager", "contract")
    rows = Tenure.objects.select_related(*along).defer(*profile_at("manager"))
    return rows.filter(assignment__code=assignment, manager__code=seen_by.manager).order_by("-pk").first()


def tenures_of(assignment: str) -> list[Tenure]:
    """Everybody who was replaced on it, in their order; for a later stage, which checks who may look."""
    rows = Tenure.objects.select_related("manager", "contract").defer(*profile_at("manager"))
    return list(rows.filter(assignment__code=assignment))


def worked_days(assignment: str) -> list[tuple[str, date, int, int | None]]:
    """Manager, day, minutes that were sent and minutes that stand approved, of each day with any; one query."""
    rows = HoursDay.objects.filter(week__assignment__code=assignment).exclude(week__state=HoursState.DRAFT)
    rows = rows.filter(Q(minutes__gt=0) | Q(approved__gt=0)).order_by("day", "week__manager__code")
    return list(rows.values_list("week__manager__code", "day", "minutes", "approved"))


def days_worked(manager: str = "", *, since: date = date.min) -> dict[tuple[str, str], int]:
    """How many days were sent since a day, by assignment and manager; for a later stage, which checks who may look."""
    rows = HoursDay.objects.exclude(week__state=HoursState.DRAFT).filter(Q(minutes__gt=0) | Q(approved__gt=0))
    rows = rows.filter(day__gte=since)
    if manager:
        rows = rows.filter(week__manager__code=manager)
    names = ("week__assignment__code", "week__manager__code")
    return {(code, who): count for code, who, count in rows.order_by().values_list(*names).annotate(Count("pk"))}


def tenures_of_all(assignments: Collection[int]) -> dict[int, list[Tenure]]:
    """The same of many assignments, by their key, in one query."""
    rows = Tenure.objects.select_related("manager", "contract").defer(*profile_at("manager"))
    found: dict[int, list[Tenure]] = {key: [] for key in assignments}
    for row in rows.filter(assignment__in=assignments):
        found[row.assignment_id].append(row)
    return found


def worked_days_of_all(assignments: Collection[int]) -> dict[int, list[tuple[str, date, int, int | None]]]:
    rows = HoursDay.objects.filter(week__assignment__in=assignments).exclude(week__state=HoursState.DRAFT)
    rows = rows.filter(Q(minutes__gt=0) | Q(approved__gt=0)).order_by("day", "week__manager__code")
    found: dict[int, list[tuple[str, date, int, int | None]]] = {key: [] for key in assignments}
    wanted = ("week__assignment", "week__manager__code", "day", "minutes", "approved")
    for key, manager, day, minutes, approved in rows.values_list(*wanted):
        found[key].append((manager, day, minutes, approved))
    return found


def approved_days(last: date) -> QuerySet[HoursDay]:
    """Every day with approved minutes up to a day, of all assignments; for a later stage, which asks who may look."""
    return HoursDay.objects.filter(approved__gt=0, day__lte=last).exclude(week__state=HoursState.DRAFT)
