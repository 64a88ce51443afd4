"""A framework agreement that is not signed: asked for again, lapsed with time, taken back or followed by another."""

from collections.abc import Callable
from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.fact import Fact
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.models import Organisation
from interregnum.stages.contract.actions.framework_mails import ask_framework, tell_framework
from interregnum.stages.contract.facts import FrameworkLapsed, FrameworkReplaced, FrameworkWithdrawn
from interregnum.stages.contract.models import Framework
from interregnum.stages.contract.queries.framework_access import (
    framework_row,
    is_late,
    late_frameworks,
    waiting_frameworks,
    why_not_theirs,
)
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
    return _end_lapsed(framework_row(code, seen_by=HOUSE), at=at)


@action
def withdraw_framework(*, framework: str, reason: str, by: Actor, at: datetime) -> Refused | None:
    """The bureau takes it back before it is signed, and says why; whoever may sign it is told."""
    row = framework_row(framework, seen_by=by)
    if (refused := why_not_theirs(row, by=by)) is not None:
        return refused
    if not reason.strip():
        return Refused.because("contract.framework_reason_empty", "reason")
    template = "mail/framework_withdrawn.txt"
    if not _end(row, FrameworkWithdrawn, template=template, by=by, at=at, end_reason=reason.strip()):
        return Refused.because("contract.framework_not_open")
    return None


def make_room(organisation: Organisation, *, by: Actor, at: datetime) -> Refused | None:
    """Part of the drawing of another: what waits ends, and whoever may sign it is told that nobody needs to any more.

    What was not signed in time has lapsed, also before the night's work: it is nobody's to keep.
    """
    on = local_day(at)
    waiting = list(waiting_frameworks().filter(organisation=organisation).select_related("contact", "drawn_by"))
    for row in waiting:
        if not is_late(row, on=on) and (refused := why_not_theirs(row, by=by)) is not None:
            return refused
    for row in waiting:
        if is_late(row, on=on):
            _end_lapsed(row, at=at)
        else:
            _end(row, FrameworkReplaced, template="mail/framework_replaced.txt", by=by, at=at)
    return None


def _end_lapsed(row: Framework, *, at: datetime) -> bool:
    return _end(row, FrameworkLapsed, template="mail/framework_lapsed.txt", by=HOUSE, at=at, is_lapsed=True)


def _end(row: Framework, fact: Callable[..., Fact], *, template: str, by: Actor, at: datetime, **ended: object) -> bool:
    """The filter carries the old state: of a signature and an end at once, one counts."""
    if not waiting_frameworks().filter(pk=row.pk).update(withdrawn_at=at, **ended):
        return False
    record(fact(organisation=row.organisation.code, number=row.number), by=by, at=at)
    tell_framework(row, template)
    return True
