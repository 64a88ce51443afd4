"""A framework agreement that is not signed: asked for again, lapsed with time, or taken back by the bureau."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.stages.contract.actions.framework_mails import ask_framework, tell_framework
from interregnum.stages.contract.facts import FrameworkLapsed, FrameworkWithdrawn
from interregnum.stages.contract.models import Framework
from interregnum.stages.contract.queries.frameworks import framework_row, late_frameworks, waiting_frameworks
from interregnum.stages.contract.rules.turns import reminder


@action
def remind_to_sign_frameworks(at: datetime) -> int:
    """Mail whoever may sign and did not, once for each step; returns how many a step has come for."""
    on, due = local_day(at), 0
    steps = value("contract.remind_days", on=on)
    rows = waiting_frameworks().exclude(document=None).exclude(pk__in=late_frameworks(on)).order_by("pk")
    for row in rows.select_related("organisation", "contact"):
        if step := reminder(local_day(row.drawn_at), steps=steps, on=on):
            due += 1
            ask_framework(row, "mail/framework_remind.txt", name_once=f"framework_remind {row.code} {step}", at=at)
    return due


def lapse_frameworks(at: datetime) -> int:
    """What was not signed in time holds no more; returns how many lapsed."""
    codes = late_frameworks(local_day(at)).order_by("pk").values_list("code", flat=True)
    return sum(_lapse(code, at) for code in codes)


@action
def _lapse(code: str, at: datetime) -> bool:
    row = framework_row(code, seen_by=HOUSE)
    if not _end(row, withdrawn_at=at, is_lapsed=True):
        return False
    record(FrameworkLapsed(organisation=row.organisation.code, number=row.number), by=HOUSE, at=at)
    tell_framework(row, "mail/framework_lapsed.txt")
    return True


@action
def withdraw_framework(*, framework: str, reason: str, by: Actor, at: datetime) -> Refused | None:
    """The bureau takes it back before it is signed, and says why; whoever may sign it is told."""
    row = framework_row(framework, seen_by=by)
    if not reason.strip():
        return Refused.because("contract.framework_reason_empty", "reason")
    if not _end(row, withdrawn_at=at, end_reason=reason.strip()):
        return Refused.because("contract.framework_not_open")
    record(FrameworkWithdrawn(organisation=row.organisation.code, number=row.number), by=by, at=at)
    tell_framework(row, "mail/framework_withdrawn.txt")
    return None


def _end(row: Framework, **ended: object) -> bool:
    """The filter carries the old state: of a signature and an end at once, one counts."""
    return bool(waiting_frameworks().filter(pk=row.pk).update(**ended))
