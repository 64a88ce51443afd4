"""A partner writes the next version of a clause; what was drawn or signed keeps its own."""

from collections.abc import Mapping
from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.people.models import Account
from interregnum.stages.contract.facts import ClauseWritten
from interregnum.stages.contract.models import ClauseVersion
from interregnum.stages.contract.queries.clause_pages import LANGUAGES, faults_of
from interregnum.stages.contract.rules.states import Deed

WORDS = ("title_nl", "text_nl", "title_en", "text_en")


@action
def write_clause(
    *,
    deed: Deed,
    clause: str,
    words: Mapping[str, str],
    valid_from: date,
    note: str,
    seen: int,
    by: Actor,
    at: datetime,
) -> int | Refused:
    """Keep the words as a version that holds from a day on; returns its number. `seen`: the version on the page."""
    last = ClauseVersion.objects.filter(deed=deed, clause=clause).order_by("version").last()
    if last is None or last.version != seen:
        return Refused.because("contract.clause_meanwhile", number=last.version if last else 0)
    reasons = [reason for language in LANGUAGES for reason in faults_of(deed, clause, words, language)]
    if valid_from < local_day(at):
        reasons.append(Reason("contract.clause_too_early", "valid_from"))
    if all(getattr(last, name) == words[name] for name in WORDS):
        reasons.append(Reason("contract.clause_same"))
    if reasons:
        return Refused(tuple(reasons))
    row, is_new = ClauseVersion.objects.get_or_create(
        deed=deed,
        clause=clause,
        version=seen + 1,
        defaults={
            **{name: words[name] for name in WORDS},
            "valid_from": valid_from,
            "note": note,
            "changed_by": Account.objects.get(code=by.code),
            "changed_at": at,
        },
    )
    if not is_new:
        return Refused.because("contract.clause_meanwhile", number=row.version)
    record(
        ClauseWritten(deed=deed, clause=clause, version=row.version, valid_from=valid_from.isoformat()), by=by, at=at
    )
    return row.version
