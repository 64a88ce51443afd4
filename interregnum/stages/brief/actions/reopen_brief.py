"""The bureau takes a version back, or changes what was agreed: the next version needs a new approval."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.brief.facts import BriefReopened
from interregnum.stages.brief.models import Brief
from interregnum.stages.brief.queries.rows import brief_row
from interregnum.stages.brief.rules.states import BriefState, VersionState


@action
def reopen_brief(*, brief: str, by: Actor, at: datetime) -> Refused | None:
    """What was approved goes on holding until the client approves the next version."""
    row = brief_row(brief, seen_by=by)
    taken_back = row.versions.filter(state=VersionState.OFFERED)
    # The filter carries the old state: an approval at the same moment makes this the change of what was agreed.
    if taken_back.update(state=VersionState.TAKEN_BACK, answered_at=at):
        Brief.objects.filter(pk=row.pk).update(state=BriefState.DRAFT)
    elif not Brief.objects.filter(pk=row.pk, state=BriefState.AGREED).update(state=BriefState.DRAFT):
        return Refused.because("brief.is_draft")
    number = row.versions.values_list("number", flat=True).first() or 0
    record(BriefReopened(brief=row.code, request=row.request.code, version=number), by=by, at=at)
    return None
