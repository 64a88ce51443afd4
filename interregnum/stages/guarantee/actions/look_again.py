"""H1: nobody of those asked is left: the client widens what is looked for, and the clock runs on."""

from datetime import date, datetime

from interregnum.journal.record import action
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.calendar import dutch_holidays
from interregnum.stages.ask.rules.calling import is_working_day
from interregnum.stages.choose.actions.hold import hold_proposal
from interregnum.stages.contract.queries.replaced import agreed_end
from interregnum.stages.guarantee.actions.carry_out import seek, seek_no_more
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.clock import named_moments
from interregnum.stages.guarantee.queries.rows import case_row
from interregnum.stages.guarantee.queries.seeking import may_look_again


def keep_names(row: Complaint) -> None:
    """Part of an action by which others come in their place: the clock keeps the names that stood on the screen."""
    row.named_before = [*row.named_before, *(one.isoformat() for one in named_moments(row))]
    row.proposal = None
    row.save(update_fields=["named_before", "proposal"])


@action
def look_again(*, complaint: str, starts_on: date, by: Actor, at: datetime) -> Refused | None:
    """Draw again, with the first day that the client can live with."""
    row = case_row(complaint, seen_by=by)
    # Of two people at once the second waits here, and then sees what the first did; the proposal first, as a pick does.
    hold_proposal(row.proposal_id)
    Complaint.objects.select_for_update().get(pk=row.pk)
    row = case_row(complaint, seen_by=by)
    if not may_look_again(row):
        return Refused.because("guarantee.not_looking")
    if starts_on <= local_day(at) or not is_working_day(starts_on, closed=dutch_holidays(starts_on.year)):
        return Refused.because("guarantee.starts_past", "starts_on")
    if starts_on > agreed_end(row.contract):
        return Refused.because("guarantee.starts_late", "starts_on")
    seek_no_more(row, by=by, at=at)
    keep_names(row)
    seek(row, starts_on, by=by, at=at)
    return None
