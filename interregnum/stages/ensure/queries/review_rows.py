"""One three-party review and who sits in it."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.values import value
from interregnum.people.models import Account
from interregnum.people.queries import profile_at
from interregnum.stages.ask.rules.calling import OfficeHours
from interregnum.stages.deliver.queries.visible import readers_of, visible_to
from interregnum.stages.ensure.models import Review, ReviewAction
from interregnum.stages.ensure.rules.reviews import Side

YEARS = 5
# What somebody prepared who was ready and sits there still; and of that what has a score.
READY: dict[str, Any] = {"ready_at__isnull": False, "left_at": None}
SCORED = READY | {"score__isnull": False}
DESKS = {Side.CLIENT: "client", Side.MANAGER: "manager", Side.SHADOW: "shadow"}


def reviews_seen(actor: Actor) -> QuerySet[Review]:
    """The reviews of the assignments that somebody may know of."""
    return Review.objects.filter(assignment__in=visible_to(actor).order_by())


def review_row(code: str, *, seen_by: Actor) -> Review:
    """Raises Http404 for a review that is not there, or of an assignment that is not theirs."""
    along = ("organisation", "manager", "owner", "shadow_appointment__shadow")
    rows = reviews_seen(seen_by).select_related(*(f"assignment__{name}" for name in along))
    row = rows.defer(*profile_at("assignment__manager")).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def action_row(code: str, *, seen_by: Actor) -> ReviewAction:
    """Raises Http404 for an action of a review that is not theirs."""
    rows = ReviewAction.objects.select_related("review__assignment")
    row = rows.filter(code=code, review__in=reviews_seen(seen_by).order_by()).first()
    if row is None:
        raise Http404
    return row


def people_of(assignment: Any) -> list[tuple[Side, Account]]:
    """Everybody who sits in a review: of the client there may be several."""
    appointment = getattr(assignment, "shadow_appointment", None)
    shadows = [appointment.shadow] if appointment and appointment.shadow.is_active else []
    return [
        *((Side.CLIENT, one) for one in readers_of(assignment, Role.CLIENT)),
        *((Side.MANAGER, one) for one in readers_of(assignment, Role.MANAGER)),
        *((Side.SHADOW, one) for one in shadows),
    ]


def office_on(moment: datetime, *, at: datetime) -> OfficeHours:
    """The hours of the firm now, with the holidays of the year of a moment, as far as anybody plans ahead."""
    year = min(max(moment.year, at.year), at.year + YEARS)
    return OfficeHours(**value("ask.office_hours", on=local_day(at)), closed=dutch_holidays(year))
