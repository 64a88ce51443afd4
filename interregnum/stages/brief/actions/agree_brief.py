"""Client and firm agree on what is looked for; from then on the brief does not change."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.brief.facts import BriefAgreed
from interregnum.stages.brief.models import Brief
from interregnum.stages.brief.queries.rows import brief_row, values_of
from interregnum.stages.brief.rules.completeness import missing
from interregnum.stages.brief.rules.states import BriefState


@action
def agree_brief(*, brief: str, by: Actor, at: datetime) -> Refused | None:
    """A1: nobody is looked for on a brief that lacks what is essential."""
    row = brief_row(brief, seen_by=by)
    lacking = [each for each in missing(values_of(row)) if each.is_essential]
    if lacking:
        return Refused(tuple(Reason(f"brief.missing_{each.code}", each.code) for each in lacking))
    # The filter carries the old state: of two people at once, one is first.
    if not Brief.objects.filter(pk=row.pk, state=BriefState.DRAFT).update(state=BriefState.AGREED, agreed_at=at):
        return Refused.because("brief.already_agreed")
    record(BriefAgreed(brief=row.code, request=row.request.code), by=by, at=at)
    return None
