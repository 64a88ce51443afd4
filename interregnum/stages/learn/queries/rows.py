"""Which lines of records somebody may read: the manager one's own at once, the bureau when their day has come."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.http import Http404

from interregnum.kernel.actor import READERS, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.stages.learn.models import RecordLine

FIRM = (READERS | {Role.HOUSE}) - {Role.BACK_OFFICE}


def lines_seen(seen_by: Actor, *, at: datetime) -> QuerySet[RecordLine]:
    rows = RecordLine.objects.select_related("manager", "assignment__organisation", "decided_by")
    if seen_by.role == Role.MANAGER:
        return rows.filter(manager__code=seen_by.manager or "-")
    if seen_by.role in FIRM:
        return rows.filter(Q(shown_on__lte=local_day(at)) | Q(contested_at__isnull=False))
    return rows.none()


def line_of(code: str, *, seen_by: Actor, at: datetime) -> RecordLine:
    """Raises Http404 for a line that is not theirs to read, or not yet."""
    row = lines_seen(seen_by, at=at).filter(code=code).first()
    if row is None:
        raise Http404
    return row
