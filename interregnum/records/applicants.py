"""Who signed up as an interim manager: what of them is kept for which term, and how it goes."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from interregnum.people.cvs import forget_cv
from interregnum.people.models import Application
from interregnum.people.rules.applications import ApplicationState

STAYING = Q(state=ApplicationState.DECLINED, wants_to_stay=True)


def leaving() -> QuerySet[Application]:
    """Decided about or never confirmed, without consent to stay; whoever waits for an answer is kept until then."""
    return _since(Application.objects.exclude(STAYING).exclude(state=ApplicationState.WAITING))


def staying() -> QuerySet[Application]:
    """Declined, and kept with consent."""
    return _since(Application.objects.filter(STAYING))


def _since(rows: QuerySet[Application]) -> QuerySet[Application]:
    return rows.annotate(since=Coalesce("decided_at", "sent_at"))


def drop_application(row: Application, at: datetime) -> None:
    """With the CV that came along, as far as nobody took anything of it over."""
    if row.cv and row.cv.settled_at is None and row.cv.manager_id is None:
        forget_cv(row.cv)
    row.delete()
