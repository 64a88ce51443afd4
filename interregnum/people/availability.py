"""D2: from when a manager is free, kept true by asking: "still from 1 March, four days?", answered by a link."""

import hashlib
from datetime import date, datetime, timedelta

from django.db.models import Q

from interregnum.journal.record import action, record
from interregnum.kernel.actor import VISITOR, Actor
from interregnum.kernel.period import Period, local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_token
from interregnum.parameters.values import values
from interregnum.people.availability_calendar import days_away, write_away
from interregnum.people.availability_facts import AvailabilityMoved, AvailabilitySaid
from interregnum.people.models import Availability, Manager, Seat
from interregnum.people.post import write_to
from interregnum.people.site import link_to

WEEKS = "people.availability_weeks"


def ask_availability(at: datetime) -> int:
    """Ask whoever has an account and has not said for some weeks from when they are free; returns how many."""
    before = at - timedelta(weeks=values(WEEKS, on=local_day(at))[WEEKS])
    silent = Q(availability=None) | Q(availability__said_at=None) | Q(availability__said_at__lt=before)
    unasked = Q(availability=None) | Q(availability__asked_at=None) | Q(availability__asked_at__lt=before)
    rows = Manager.objects.filter(silent, unasked, is_active=True, seats__account__is_active=True)
    codes = list(rows.order_by().values_list("code", flat=True).distinct())
    for code in codes:
        ask_one(manager=code, at=at)
    return len(codes)


@action
def ask_one(*, manager: str, at: datetime) -> None:
    """Mail one manager a link that says from when they are free; an earlier link is over."""
    row, token = Manager.objects.get(code=manager), new_token()
    fresh = {"asked_at": at, "token_hash": _hash(token)}
    Availability.objects.update_or_create(manager=row, defaults=fresh)
    seat = Seat.objects.filter(manager=row).select_related("account").first()
    write_to(
        email=row.email,
        language=seat.account.language if seat else "nl",
        template="mail/availability.txt",
        about=row.code,
        is_secret=True,
        name=row.name,
        available_on=row.available_on,
        days=row.days_a_week,
        link=link_to("front:availability", token),
    )


def manager_of_link(token: str) -> Manager | None:
    """Whose link this is; None when it is over."""
    row = Availability.objects.select_related("manager").filter(token_hash=_hash(token)).first()
    return row.manager if row else None


def away_by_link(token: str, *, on: date) -> tuple[Period, ...]:
    """The days away to come of whoever this link is of."""
    manager = manager_of_link(token)
    known = days_away([manager.code], within=Period(on, on + timedelta(days=365))) if manager else {}
    return known[manager.code] if manager and known else ()


def own_profile(by: Actor) -> Manager:
    return Manager.objects.get(code=by.manager)


@action
def say_by_link(
    *, token: str, available_on: date, days_a_week: int, away: tuple[date, date] | None = None, at: datetime
) -> Refused | None:
    """The answer to a mail, with days away where there are any; the link is over after it."""
    row = Availability.objects.select_related("manager").filter(token_hash=_hash(token)).first()
    if row is None:
        return Refused.because("people.link_over")
    _say(row.manager, available_on, days_a_week, by=VISITOR, at=at)
    return write_away(row.manager, *away, "", by=VISITOR, at=at) if away else None


@action
def say_availability(*, available_on: date, days_a_week: int, by: Actor, at: datetime) -> None:
    """The manager says so on their own page."""
    _say(own_profile(by), available_on, days_a_week, by=by, at=at)


def _say(manager: Manager, available_on: date, days_a_week: int, *, by: Actor, at: datetime) -> None:
    Manager.objects.filter(pk=manager.pk).update(available_on=available_on, days_a_week=days_a_week)
    fresh = {"said_at": at, "token_hash": ""}
    Availability.objects.update_or_create(manager=manager, defaults=fresh)
    record(AvailabilitySaid(manager=manager.code), by=by, at=at)


def offered_by(manager: str) -> tuple[date, int]:
    """From which day a manager is free, and how many days a week. Raises Manager.DoesNotExist."""
    return Manager.objects.values_list("available_on", "days_a_week").get(code=manager)


@action
def move_availability(*, manager: str, available_on: date, by: Actor, at: datetime) -> None:
    """An assignment takes a manager's days, so they are free later than they said."""
    if Manager.objects.filter(code=manager, available_on__lt=available_on).update(available_on=available_on):
        record(AvailabilityMoved(manager=manager, available_on=available_on.isoformat()), by=by, at=at)


def said_at(manager: str) -> datetime | None:
    """When a manager said it the last time."""
    return Availability.objects.filter(manager__code=manager).values_list("said_at", flat=True).first()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
