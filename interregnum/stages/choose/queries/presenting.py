"""What is looked at before and after candidates go to a client: conflicts on that day, and what makes a choice slow."""

from collections.abc import Mapping
from datetime import date

from interregnum.kernel.period import local_day
from interregnum.parameters.values import values
from interregnum.stages.brief.queries.facts import facts_of
from interregnum.stages.choose.engine.profiles import candidates
from interregnum.stages.choose.models import Proposal
from interregnum.stages.choose.queries.pool import wanted_of
from interregnum.stages.choose.rules.presenting import Limits, clash, warnings
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState
from interregnum.stages.choose.rules.values import Exclusion
from interregnum.stages.choose.texts import WARNINGS

LIMITS = ("choose.warn_candidates", "choose.warn_rounds", "choose.decision_days")


def clashes_of(row: Proposal, *, on: date) -> Mapping[int, Exclusion]:
    """By the key of a candidacy: what stands today between a manager who agreed and this client."""
    agreed = dict(row.candidacies.filter(state=CandidacyState.AGREED).values_list("manager", "pk"))
    wanted = wanted_of(facts_of(row.brief), on=on)
    found = {agreed[key]: clash(candidate, wanted) for key, candidate in candidates(agreed).items()}
    return {pk: each for pk, each in found.items() if each}


def warnings_of(row: Proposal, *, candidates: int, on: date) -> tuple[str, ...]:
    """In words, for the bureau."""
    limits = values(*LIMITS, on=on)
    codes = warnings(
        candidates=candidates,
        rounds=Proposal.objects.filter(brief=row.brief, pk__lte=row.pk).count(),
        sent_on=local_day(row.sent_at) if row.sent_at else None,
        is_open=row.state == ProposalState.SENT,
        on=on,
        limits=Limits(*(limits[name] for name in LIMITS)),
    )
    said = {name.rpartition(".")[2]: number for name, number in limits.items()}
    return tuple(str(WARNINGS[code]) % said for code in codes)
