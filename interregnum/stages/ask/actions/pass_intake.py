"""G1: a brief is drafted once enough is known; a partner may let a request pass all the same, and says why."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.ask.facts import IntakePassed
from interregnum.stages.ask.models import Request
from interregnum.stages.ask.queries.rows import answers_of, request_of, understood_of
from interregnum.stages.ask.rules.intake import lacking
from interregnum.stages.ask.rules.states import RequestState


@action
def pass_intake(*, request: str, reason: str, by: Actor, at: datetime) -> Refused | None:
    """Let a confirmed request go on to its brief; without a reason only when nothing lacks."""
    row = request_of(request, seen_by=by)
    # Held until the end of the transaction: two people at once make one brief.
    Request.objects.select_for_update().get(pk=row.pk)
    if row.state != RequestState.CONFIRMED:
        return Refused.because("ask.not_confirmed")
    if has_brief(row):
        return Refused.because("ask.has_brief")
    missing = _lacking(row)
    if missing and not reason:
        return Refused(tuple(Reason(f"ask.lacks_{code}") for code in missing))
    if missing and by.role not in {Role.PARTNER, Role.HOUSE}:
        return Refused.because("ask.only_a_partner", "reason")
    record(IntakePassed(request=row.code, lacking=list(missing), reason=reason if missing else ""), by=by, at=at)
    return None


def pass_when_ready(code: str, *, by: Actor, at: datetime) -> None:
    """The same by itself, as soon as nothing lacks any more."""
    row = request_of(code, seen_by=by)
    if row.state == RequestState.CONFIRMED and not has_brief(row) and not _lacking(row):
        record(IntakePassed(request=row.code, lacking=[], reason=""), by=by, at=at)


def has_brief(row: Request) -> bool:
    """The table of briefs belongs to a later stage, hence it is asked by relation."""
    return Request.objects.filter(pk=row.pk, brief__isnull=False).exists()


def _lacking(row: Request) -> tuple[str, ...]:
    is_confirmed = row.triage.verdict is not None
    return lacking(understood_of(row), answers_of(row), is_confirmed=is_confirmed)
