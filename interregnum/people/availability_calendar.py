"""D2: the days on which managers are away, said by themselves; whoever looks for somebody free reads them here."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import Period, local_day
from interregnum.kernel.refused import Refused
from interregnum.people.availability_facts import AwaySaid
from interregnum.people.models import Away, Manager
from interregnum.people.rules.away import check_away


@dataclass(frozen=True)
class AwayLine:
    code: str
    days: Period
    note: str


def days_away(managers: Collection[str], *, within: Period) -> dict[str, tuple[Period, ...]]:
    """When these managers (by code) are away, as far as it touches `within`, the first days first; one query.

    Who is never away in it has no entry. The periods are whole: they may begin before `within` and end after it.
    """
    rows = Away.objects.filter(manager__code__in=managers, first_on__lte=within.last, last_on__gte=within.first)
    found: dict[str, tuple[Period, ...]] = {}
    for code, first, last in rows.order_by("first_on", "pk").values_list("manager__code", "first_on", "last_on"):
        found[code] = (*found.get(code, ()), Period(first, last))
    return found


def away_of(manager: str, *, seen_by: Actor, on: date) -> tuple[AwayLine, ...]:
    """The days away of one manager that are not over; for the bureau, and for whoever they are of."""
    if not (seen_by.is_bureau or (seen_by.role is Role.MANAGER and seen_by.manager == manager)):
        return ()
    rows = Away.objects.filter(manager__code=manager, last_on__gte=on)
    return tuple(AwayLine(row.code, Period(row.first_on, row.last_on), row.note) for row in rows)


@action
def say_away(*, first_on: date, last_on: date, note: str, by: Actor, at: datetime) -> Refused | None:
    """The manager says which days they are away."""
    return write_away(Manager.objects.get(code=by.manager), first_on, last_on, note, by=by, at=at)


def write_away(manager: Manager, first: date, last: date, note: str, *, by: Actor, at: datetime) -> Refused | None:
    """Within an action: write the days down and say so."""
    on = local_day(at)
    rows = Away.objects.select_for_update().filter(manager=manager, last_on__gte=on)
    days = check_away(first, last, known=[Period(row.first_on, row.last_on) for row in rows], on=on)
    if isinstance(days, Refused):
        return days
    Away.objects.create(manager=manager, first_on=days.first, last_on=days.last, note=note)
    record(AwaySaid(manager=manager.code), by=by, at=at)
    return None


@action
def take_away(*, code: str, by: Actor, at: datetime) -> Refused | None:
    """The manager is there on these days after all."""
    gone, _rows = Away.objects.filter(code=code, manager__code=by.manager).delete()
    if not gone:
        return Refused.because("people.away_gone")
    record(AwaySaid(manager=by.manager, is_gone=True), by=by, at=at)
    return None
