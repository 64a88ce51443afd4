"""A2: what is done about a result that slips: a person of the firm confirms what is proposed, or decides otherwise."""

from collections.abc import Mapping
from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.keep.facts import RelapseDecided
from interregnum.stages.keep.models import Aftercare, ResultCheck
from interregnum.stages.keep.queries.rows import care_row
from interregnum.stages.keep.rules.states import Proposal

TEMPLATE = "mail/relapse_decided.txt"


@action
def decide_relapse(
    *, care: str, decisions: Mapping[str, Proposal], why: str, by: Actor, at: datetime
) -> Refused | None:
    """By result. Of two who decide at once the first one stands; client and manager are told, each once."""
    row = care_row(care, seen_by=by)
    checks = {one.result.code: one for one in row.checks.select_related("result") if one.result.code in decisions}
    otherwise = [code for code, one in checks.items() if decisions[code] != one.proposal]
    if otherwise and not why.strip():
        return Refused.because("keep.why_needed", "why")
    done = [_decide(row, one, decisions[code], why.strip(), by=by, at=at) for code, one in checks.items()]
    if not any(done):
        return Refused.because("keep.decided")
    for role, desk in ((Role.CLIENT, "client"), (Role.MANAGER, "manager")):
        tell(row.assignment, role, template=TEMPLATE, address=f"{desk}:keep-page")
    return None


def _decide(row: Aftercare, check: ResultCheck, decision: Proposal, why: str, *, by: Actor, at: datetime) -> bool:
    told = {"decided": decision, "decided_why": why, "decided_at": at}
    told_by = {"decided_by": Account.objects.get(code=by.code)}
    if not ResultCheck.objects.filter(pk=check.pk, decided_at=None).update(**told, **told_by):
        return False
    about = {"assignment": row.assignment.code, "result": check.result.code, "decision": decision.value}
    same = decision == check.proposal
    record(RelapseDecided(**about, months=row.months, is_as_proposed=same), by=by, at=at)
    return True
