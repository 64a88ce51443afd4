"""The manager writes beside a line of the record, or contests it; the bureau decides with a reason, and both stay."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.people.post import write_to, write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.learn.actions.keep_record import remake, settle_proof
from interregnum.stages.learn.facts import RecordContestDecided, RecordLineCommented, RecordLineContested
from interregnum.stages.learn.models import RecordLine
from interregnum.stages.learn.queries.rows import line_of, may_contest


@action
def comment(*, line: str, words: str, by: Actor, at: datetime) -> Refused | None:
    """By the manager: it stands beside the line for whoever reads it; written again it replaces what was there."""
    row = line_of(line, seen_by=by, at=at)
    RecordLine.objects.filter(pk=row.pk).update(comment=words.strip(), commented_at=at)
    record(RecordLineCommented(manager=row.manager.code, line=row.code), by=by, at=at)
    return None


@action
def contest(*, line: str, words: str, by: Actor, at: datetime) -> Refused | None:
    """By the manager, once a line and once more when it changed since the bureau decided: the bureau reads it from then
    on, for it must decide. What was said of the line before stands above the new words.
    """
    row = line_of(line, seen_by=by, at=at)
    if not may_contest(row):
        return Refused.because("learn.contested")
    said = "\n\n".join(part for part in (row.contest, row.verdict, words.strip()) if part)
    told = {"contest": said, "contested_at": at, "verdict": "", "decided_at": None, "decided_by": None}
    as_read = RecordLine.objects.filter(pk=row.pk, contested_at=row.contested_at, decided_at=row.decided_at)
    if not as_read.update(**told):
        return Refused.because("learn.contested")
    record(RecordLineContested(manager=row.manager.code, line=row.code), by=by, at=at)
    write_to_bureau(
        by=by,
        template="mail/record_contested.txt",
        about=(row.manager.code,),
        name_once=f"record_contested {row.code} {at.isoformat()}",
        link=link_to("bureau:learn-line", row.code),
    )
    return None


@action
def decide_contest(*, line: str, is_struck: bool, why: str, by: Actor, at: datetime) -> Refused | None:
    """By the bureau: a line that is struck counts no more, for the record and for the next match; both words stay."""
    row = line_of(line, seen_by=by, at=at)
    told = {"is_struck": is_struck, "verdict": why.strip(), "decided_at": at}
    open_one = RecordLine.objects.filter(pk=row.pk, contested_at__isnull=False, decided_at=None)
    if not open_one.update(**told, decided_by=Account.objects.get(code=by.code)):
        return Refused.because("learn.decided")
    record(RecordContestDecided(manager=row.manager.code, line=row.code, is_struck=is_struck), by=by, at=at)
    remake([row.manager_id], at=at)
    settle_proof(row.manager_id, row.assignment_id, at=at)
    write_to(
        email=row.manager.email,
        language="nl",
        template="mail/record_decided.txt",
        about=row.manager.code,
        name=row.manager.name,
        link=link_to("manager:learn-line", row.code),
    )
    return None
