"""What waits in notebooks for one of the two; and what the firm may know: that there is something, and hours."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.outside.seal import SealError, unseal
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.ensure import notebook_texts as texts
from interregnum.stages.ensure.models import ReleasedEntry, Sounding
from interregnum.stages.ensure.queries.notebook_access import key_file, notebooks_of


@dataclass(frozen=True)
class Waiting:
    """A sounding on the desk of one of the two: nothing of what it is about."""

    code: str
    number: str
    client: str
    asked_at: datetime
    talk_at: datetime | None
    is_answered: bool


def soundings_waiting(*, seen_by: Actor) -> tuple[Waiting, ...]:
    """The open ones, the oldest first."""
    rows = Sounding.objects.filter(closed_at=None, notebook__in=notebooks_of(seen_by))
    rows = rows.select_related("notebook__assignment__organisation").order_by("pk")
    about = ("notebook__assignment__number", "notebook__assignment__organisation__name")
    rows = rows.only("code", "asked_at", "talk_at", "answered_at", *about)
    return tuple(
        Waiting(
            row.code,
            row.notebook.assignment.number,
            row.notebook.assignment.organisation.name,
            row.asked_at,
            row.talk_at,
            row.answered_at is not None,
        )
        for row in rows
    )


def open_soundings(assignment: Any, *, shadow: Any) -> QuerySet[Sounding]:
    """Those that were asked of one shadow manager on an assignment; nothing of what they are about."""
    rows = Sounding.objects.filter(closed_at=None, notebook__assignment=assignment, notebook__shadow=shadow)
    return rows.select_related("notebook__assignment", "notebook__manager", "notebook__shadow").order_by("pk")


@dataclass(frozen=True)
class ReleasedView:
    code: str
    assignment: str
    number: str
    reason: str
    why: str
    text: str
    who: str
    at: datetime
    was_told: bool


def released_entries(*, seen_by: Actor) -> tuple[ReleasedView, ...]:
    """What one of the two gave to the partners: for partners alone, the newest first."""
    if seen_by.role is not Role.PARTNER:
        return ()
    rows = ReleasedEntry.objects.select_related("assignment", "released_by")
    return tuple(
        ReleasedView(
            code=row.code,
            assignment=row.assignment.code,
            number=row.assignment.number,
            reason=str(texts.REASONS[row.reason]),
            why=_plain(row.sealed_why, row.code),
            text=_plain(row.sealed_text, row.code),
            who=row.released_by.name,
            at=row.released_at,
            was_told=row.was_told,
        )
        for row in rows
    )


def _plain(sealed: str, place: str) -> str:
    try:
        return unseal(sealed, key=key_file(), place=place)
    except SealError:
        return _("This cannot be opened: the key of this installation is another one.")


def soundings_rows(*, seen_by: Actor) -> QuerySet[Any]:
    """Assignments at whose sounding board something was asked, with counts and minutes and nothing else."""
    return (
        visible_to(seen_by)
        .select_related("shadow_appointment__shadow")
        .filter(notebooks__soundings__isnull=False)
        .annotate(
            times=Count("notebooks__soundings", distinct=True),
            open=Count("notebooks__soundings", filter=Q(notebooks__soundings__closed_at=None), distinct=True),
            minutes=Sum("notebooks__soundings__minutes"),
            last=Max("notebooks__soundings__asked_at"),
        )
    )
