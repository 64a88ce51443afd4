"""The lists of what is given back: for whoever leaves, the client and the firm; the manager reads only their own."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import Coalesce
from django.http import Http404

from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.handover.models import GivenBack, GivingBack
from interregnum.stages.handover.rules.giving_back import SAID_BY, Back, may_say, points_of
from interregnum.stages.handover.texts import BACK, BACK_SIDES

TERMS = "handover.giving_back"


@dataclass(frozen=True)
class Point:
    """`said_by` is empty while it is open."""

    what: Back
    words: object
    side: object
    said_by: str
    said_at: datetime | None
    may_say: bool


@dataclass(frozen=True, kw_only=True)
class GivingBackPage:
    """`assignment` is empty for a manager who was replaced on it and reads nothing else of it."""

    code: str
    assignment: str
    number: str
    client: str
    manager: str
    last_day: date
    points: tuple[Point, ...]
    done: int


@dataclass(frozen=True)
class BackLine:
    """A list with points that wait for this reader; for the firm, for anybody."""

    code: str
    client: str
    manager: str
    left: int
    is_late: bool


@dataclass(frozen=True)
class BackDone:
    """How far a list is, for the page of the hand-over."""

    code: str
    manager: str
    done: int
    most: int


def _seen(actor: Actor) -> Any:
    rows = GivingBack.objects.select_related("assignment__organisation", "contract__manager")
    rows = rows.annotate(last_day=Coalesce("contract__runs_until", "contract__ends_on"))
    match actor.role:
        case Role.MANAGER:
            return rows.filter(contract__manager__code=actor.manager)
        case Role.DELEGATE | Role.SHADOW:
            return rows.none()
    return rows.filter(assignment__in=visible_to(actor).order_by().values("pk"))


def giving_back_row(code: str, *, seen_by: Actor) -> GivingBack:
    """Raises Http404 for a list that is not theirs."""
    row: GivingBack | None = _seen(seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def open_lists() -> Any:
    """All of the firm with points left, each with its `last_day`."""
    return _left(_seen(HOUSE), frozenset(Back)).prefetch_related("given")


def _left(rows: Any, points: frozenset[Back]) -> Any:
    done = Count("given", filter=Q(given__what__in=points))
    return rows.annotate(left=len(points) - done).filter(left__gt=0).order_by("contract__runs_until", "pk")


def assignment_then(row: GivingBack) -> Any:
    """The assignment with the manager who leaves, also where another one went on: to be read, not saved."""
    about: Any = row.assignment
    about.manager = row.contract.manager
    return about


def giving_back_page(code: str, *, seen_by: Actor) -> GivingBackPage:
    """Raises Http404 for a list that is not theirs."""
    row: Any = giving_back_row(code, seen_by=seen_by)
    given = {Back(one.what): one for one in row.given.select_related("said_by")}
    is_theirs = visible_to(seen_by).filter(pk=row.assignment_id).exists()
    return GivingBackPage(
        code=row.code,
        assignment=row.assignment.code if is_theirs else "",
        number=row.assignment.number,
        client=row.assignment.organisation.name,
        manager=row.contract.manager.name,
        last_day=row.last_day,
        points=tuple(_point(what, given.get(what), seen_by) for what in Back),
        done=len(given),
    )


def _point(what: Back, given: GivenBack | None, seen_by: Actor) -> Point:
    said_by, said_at = (given.said_by.name, given.said_at) if given else ("", None)
    return Point(what, BACK[what], BACK_SIDES[SAID_BY[what]], said_by, said_at, may_say(what, seen_by.role))


def lists_waiting(*, seen_by: Actor, at: datetime, limit: int = 5) -> tuple[BackLine, ...]:
    """Manager and client read what waits for them; the firm, once the last day is over, what waits for anybody."""
    on, points = local_day(at), points_of(seen_by.role) or frozenset(Back)
    rows = _left(_seen(seen_by), points)
    if seen_by.role not in (Role.MANAGER, Role.CLIENT):
        rows = rows.filter(last_day__lt=on)
    told = rows.values_list("code", "assignment__organisation__name", "contract__manager__name", "left", "last_day")
    return tuple(
        BackLine(code, client, manager, left, is_late=last_day < on)
        for code, client, manager, left, last_day in told[:limit]
    )


def lists_of(assignment: str, *, seen_by: Actor) -> tuple[BackDone, ...]:
    """Those of one assignment, the first one who left before."""
    rows = _seen(seen_by).filter(assignment__code=assignment).annotate(done=Count("given"))
    return tuple(BackDone(row.code, row.contract.manager.name, row.done, len(Back)) for row in rows)
