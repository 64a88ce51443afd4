"""H1 H2: the clause as signed is carried out: a contract ends for its manager, on the day that the client says."""

from datetime import date, datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.stages.choose.actions.release_choice import end_choice, release_choice
from interregnum.stages.contract.actions.hold import withdraw_amendments
from interregnum.stages.contract.facts import GuaranteeHonoured
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.lasting import kept_terms
from interregnum.stages.contract.rules.absence import days_over
from interregnum.stages.contract.rules.ending import BY_GUARANTEE, Leaving
from interregnum.stages.contract.rules.states import ContractState

# With what of a contract its successor goes on, word for word: the same terms as signed.
AS_SIGNED = ("notice_days", "payment_days", "guarantee", "framework", "brief_version")


@action
def honour_guarantee(*, contract: str, leaving: Leaving, last_day: date, by: Actor, at: datetime) -> bool:
    """For the stage that checked it may be done, and from which day on: where the clause as signed keeps the notice,
    `last_day` comes after it; no other term stands in the way.

    A manager who could not go on any more has left already: the earlier of two days holds. Ended may still follow
    replaced, never the other way round; the day of the ending holds then, also a later one.
    """
    row = Contract.objects.select_related("candidacy__proposal", "brief__request", "organisation", "manager").get(
        code=contract
    )
    open_to = Contract.objects.filter(pk=row.pk, state=ContractState.SIGNED).exclude(leaving=Leaving.ENDED)
    if leaving == Leaving.REPLACED:
        open_to = open_to.exclude(leaving__in=BY_GUARANTEE)
    until = last_day if row.leaving == Leaving.REPLACED else min(last_day, row.runs_until or last_day)
    over = days_over(until, on=local_day(at))
    if not open_to.update(left_at=row.left_at or at, leaving=leaving, runs_until=until, **over):
        return False
    withdraw_amendments(row, by=by, at=at)
    release_choice(row.candidacy.code)
    end_choice(row.candidacy.proposal.code, by=by, at=at)
    fact = GuaranteeHonoured(
        contract=row.code,
        request=row.brief.request.code,
        organisation=row.organisation.code,
        manager=row.manager.code,
        last_day=until.isoformat(),
        is_replaced=leaving == Leaving.REPLACED,
    )
    record(fact, by=by, at=at)
    return True


def as_signed(before: Contract, drawn: dict[str, Any]) -> dict[str, Any]:
    """H1 H3: what a successor's contract holds: the terms of the one that it replaces, under the same version of the
    brief. A contract on paper keeps no clauses: those of today then say the same values."""
    return drawn | {
        **{name: getattr(before, name) for name in AS_SIGNED},
        "clauses": before.clauses or drawn["clauses"],
        "terms": drawn["terms"] | kept_terms(before),
        "replaces": before,
    }
