"""Whom a client has who can say what stayed, for the firm that sends the questions to somebody else."""

from dataclasses import dataclass

from django.db.models import QuerySet

from interregnum.kernel.actor import Actor, Role
from interregnum.people.models import Contact
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.deliver.queries.visible import readers_of
from interregnum.stages.keep.models import Aftercare
from interregnum.stages.keep.queries.rows import cares_of
from interregnum.stages.keep.rules.states import OPEN, CareState

WAITING = (CareState.PLANNED, *OPEN)


@dataclass(frozen=True, kw_only=True)
class WhomPage:
    """`asked` are those who get the questions now; `contacts` (code, name) who could get them. `is_over`: nothing is
    asked any more."""

    assignment: str
    number: str
    client: str
    asked: tuple[str, ...]
    contacts: tuple[tuple[str, str], ...]
    is_over: bool


def waiting_cares(assignment: str, *, seen_by: Actor) -> QuerySet[Aftercare]:
    """The looks back that are not over yet."""
    rows = cares_of(seen_by).filter(assignment__code=assignment, state__in=WAITING)
    return rows.select_related("contact").order_by("months")


def held_cares(assignment: str, *, seen_by: Actor) -> list[Aftercare]:
    """Part of an action: the same, and none of them is answered before it is done."""
    return list(waiting_cares(assignment, seen_by=seen_by).select_for_update(of=("self",)))


def contacts_of(organisation: int) -> QuerySet[Contact]:
    return Contact.objects.filter(organisation=organisation, is_active=True).exclude(email="")


def whom_page(assignment: str, *, seen_by: Actor) -> WhomPage:
    """Raises Http404 for an assignment that is not theirs."""
    about = assignment_of(assignment, seen_by=seen_by)
    row = waiting_cares(assignment, seen_by=seen_by).first()
    readers = (one.name for one in readers_of(about, Role.CLIENT))
    asked = (row.contact.name,) if row and row.contact and row.contact.is_active else tuple(readers)
    found = contacts_of(about.organisation_id).order_by("name", "pk")
    return WhomPage(
        assignment=about.code,
        number=about.number,
        client=about.organisation.name,
        asked=asked,
        contacts=tuple((one.code, one.name) for one in found),
        is_over=row is None,
    )
