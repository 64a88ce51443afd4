"""H1: a manager agrees beforehand to be named to a client at once, should the guarantee be invoked there."""

from datetime import datetime, timedelta
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.stages.choose.queries.rows import invitation_row
from interregnum.stages.choose.rules.states import COULD_COME
from interregnum.stages.guarantee.facts import StandByAgreed
from interregnum.stages.guarantee.models import StandBy

STANDBY_WEEKS = "guarantee.standby_weeks"


@action
def stand_by(*, candidacy: str, agrees: bool, by: Actor, at: datetime) -> Refused | None:
    """By the manager in person, for a client to whom they agreed before; for some weeks, and taken back at any time."""
    row = invitation_row(candidacy, seen_by=by)
    organisation = row.proposal.brief.request.organisation
    if organisation is None or row.answered_at is None or row.state not in COULD_COME:
        return Refused.because("guarantee.not_a_candidate")
    own: dict[str, Any] = {"organisation": organisation, "manager": row.manager}
    if agrees:
        until = local_day(at) + timedelta(weeks=value(STANDBY_WEEKS, on=local_day(at)))
        StandBy.objects.update_or_create(**own, defaults={"agreed_at": at, "until": until})
    else:
        StandBy.objects.filter(**own).delete()
    record(StandByAgreed(organisation=organisation.code, manager=row.manager.code, agreed=agrees), by=by, at=at)
    return None
