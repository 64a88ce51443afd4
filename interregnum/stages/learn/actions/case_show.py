"""Up to a few cases stand with a proposal: the bureau chooses among those that fit, and the client reads them."""

from collections.abc import Collection
from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.stages.choose.queries.rows import proposals_of
from interregnum.stages.learn.case_facts import ProposalCasesChosen
from interregnum.stages.learn.models import Case, CaseShown
from interregnum.stages.learn.queries.case_proposals import fitting, open_proposal

MOST = "learn.cases_a_proposal"


@action
def choose_cases(*, proposal: str, cases: Collection[str], by: Actor, at: datetime) -> Refused | None:
    """In place of those that stood there. Only what may be shown today, and does not tell of this very client."""
    row = open_proposal(proposal, seen_by=by)
    if row is None:
        return Refused.because("learn.case_decided")
    most = value(MOST, on=local_day(at))
    if len(set(cases)) > most:
        return Refused.because("learn.case_many", "cases", most=most)
    found = {one.code: one for one in fitting(row, on=local_day(at))}
    if set(cases) - set(found):
        return Refused.because("learn.case_gone", "cases")
    # Of two who choose at once the second one replaces what the first one chose.
    proposals_of(by).select_for_update(of=("self",)).get(pk=row.pk)
    CaseShown.objects.filter(proposal=row).delete()
    keys = dict(Case.objects.filter(code__in=cases).values_list("code", "pk"))
    chosen = [code for code in found if code in set(cases)]
    for place, code in enumerate(chosen):
        told = {"shares": list(found[code].shares), "position": place, "added_at": at}
        CaseShown.objects.create(proposal=row, case_id=keys[code], **told)
    record(ProposalCasesChosen(proposal=proposal, cases=len(chosen)), by=by, at=at)
    return None
