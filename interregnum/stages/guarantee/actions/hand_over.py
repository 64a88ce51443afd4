"""H1: what the first manager hands over to the second, on days that the firm pays."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import Period, local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.contract.queries.replaced import agreed_end
from interregnum.stages.guarantee.actions.carry_out import about
from interregnum.stages.guarantee.facts import HandOverTaken, HandOverWritten
from interregnum.stages.guarantee.models import HandOver
from interregnum.stages.guarantee.queries.rows import case_row, firm_days_of, writer_case
from interregnum.stages.guarantee.rules.days import fault_of_handover
from interregnum.stages.guarantee.rules.states import REPLACEMENT


@dataclass(frozen=True, kw_only=True)
class Handed:
    """What is handed over; `version` is that of what was read when it was typed."""

    document: str
    contacts: str
    decisions: str
    version: int = 0


@action
def write_hand_over(*, complaint: str, handed: Handed, by: Actor, at: datetime) -> Refused | None:
    """By the manager who leaves, or by shadow manager or bureau in the place of one who cannot; written as often as
    needed until the successor took over."""
    row = writer_case(complaint, seen_by=by)
    if row.state not in REPLACEMENT:
        return Refused.because("guarantee.not_replacing")
    kept, _is_new = HandOver.objects.get_or_create(complaint=row)
    told = {name: getattr(handed, name).strip() for name in ("document", "contacts", "decisions")}
    if not told["document"]:
        return Refused.because("guarantee.words_needed", "document")
    writer = Account.objects.get(code=by.code)
    seen = HandOver.objects.filter(pk=kept.pk, version=handed.version, taken_at=None)
    if not seen.update(**told, version=handed.version + 1, written_at=at, written_by=writer):
        return Refused.because("guarantee.hand_over_taken" if kept.taken_at else "guarantee.hand_over_changed")
    record(HandOverWritten(**about(row)), by=by, at=at)
    return None


@action
def set_hand_over_days(*, complaint: str, days: Collection[date], by: Actor, at: datetime) -> Refused | None:
    """By the bureau: on which days both are there, for the account of the firm; never more than the clause says."""
    row = case_row(complaint, seen_by=by)
    if row.state not in REPLACEMENT:
        return Refused.because("guarantee.not_replacing")
    term = Period(local_day(row.complained_at), agreed_end(row.contract))
    if (fault := fault_of_handover(days, most=firm_days_of(row), term=term)) is not None:
        return fault
    kept, _is_new = HandOver.objects.get_or_create(complaint=row)
    HandOver.objects.filter(pk=kept.pk).update(days=[day.isoformat() for day in sorted(set(days))])
    record(HandOverWritten(**about(row)), by=by, at=at)
    return None


@action
def take_over_work(*, complaint: str, by: Actor, at: datetime) -> Refused | None:
    """By the successor: I have it all."""
    row = case_row(complaint, seen_by=by)
    written = HandOver.objects.filter(complaint=row)
    if not written.exclude(document="").exists():
        return Refused.because("guarantee.hand_over_empty")
    if not written.filter(taken_at=None).update(taken_at=at):
        return Refused.because("guarantee.hand_over_taken")
    record(HandOverTaken(**about(row)), by=by, at=at)
    return None
