"""Which lines of records somebody may read: the manager one's own at once, the bureau when their day has come."""

from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.http import Http404

from interregnum.kernel.actor import READERS, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.stages.learn.models import RecordLine

# A line that changed after the bureau had decided is the manager's first once more.
CONTESTED = Q(contested_at__isnull=False) & (Q(decided_at=None) | Q(decided_at__gte=F("noted_at")))
FIRM = (READERS | {Role.HOUSE}) - {Role.BACK_OFFICE}


def lines_seen(seen_by: Actor, *, at: datetime) -> QuerySet[RecordLine]:
    rows = RecordLine.objects.select_related("manager", "assignment__organisation", "decided_by")
    if seen_by.role == Role.MANAGER:
        return rows.filter(manager__code=seen_by.manager or "-")
    if seen_by.role in FIRM:
        return rows.filter(Q(shown_on__lte=local_day(at)) | CONTESTED)
    return rows.none()


def may_contest(row: RecordLine) -> bool:
    """Nobody contested it yet, or it says something else since the bureau let it stand."""
    is_new = row.decided_at is not None and row.decided_at < row.noted_at
    return not row.is_struck and (row.contested_at is None or is_new)


def line_of(code: str, *, seen_by: Actor, at: datetime) -> RecordLine:
    """Raises Http404 for a line that is not theirs to read, or not yet."""
    row = lines_seen(seen_by, at=at).filter(code=code).first()
    if row is None:
        raise Http404
    return row
