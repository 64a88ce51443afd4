"""The client approves the version that was read, or sends it back with a remark."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.brief.facts import BriefAgreed, BriefSentBack
from interregnum.stages.brief.models import Brief
from interregnum.stages.brief.queries.rows import brief_row
from interregnum.stages.brief.rules.states import BriefState, VersionState


@action
def agree_brief(*, brief: str, version: int, by: Actor, at: datetime) -> Refused | None:
    """A1: from now on this version is what is looked for."""
    row = brief_row(brief, seen_by=by)
    refused = _answer(row, version, VersionState.APPROVED, by=by, at=at)
    if refused is not None:
        return refused
    Brief.objects.filter(pk=row.pk).update(state=BriefState.AGREED, agreed_at=at, approved=version)
    record(BriefAgreed(brief=row.code, request=row.request.code, version=version), by=by, at=at)
    return None


@action
def send_back_brief(*, brief: str, version: int, remark: str, by: Actor, at: datetime) -> Refused | None:
    """The bureau reads the remark and writes the next version; what was approved before goes on holding."""
    row = brief_row(brief, seen_by=by)
    if not remark.strip():
        return Refused.because("brief.remark_missing", "remark")
    refused = _answer(row, version, VersionState.SENT_BACK, remark=remark.strip(), by=by, at=at)
    if refused is not None:
        return refused
    Brief.objects.filter(pk=row.pk).update(state=BriefState.DRAFT)
    record(BriefSentBack(brief=row.code, request=row.request.code, version=version), by=by, at=at)
    return None


def _answer(
    row: Brief, version: int, state: VersionState, *, by: Actor, at: datetime, remark: str = ""
) -> Refused | None:
    """Only the version that lies with the client takes an answer, and one: the filter carries its state."""
    waiting = row.versions.filter(number=version, state=VersionState.OFFERED)
    answerer = Account.objects.filter(code=by.code).first()
    if waiting.update(state=state, answered_at=at, answered_by=answerer, remark=remark):
        return None
    is_other = row.versions.filter(state=VersionState.OFFERED).exists()
    return Refused.because("brief.other_version" if is_other else "brief.already_answered")
