"""What later stages may know of who was proposed and chosen."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from interregnum.kernel.money import Money
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState


@dataclass(frozen=True, kw_only=True)
class CandidacyFacts:
    """A manager in a proposal. Rates are euros a day excl. VAT: never show `manager_rate` to a client, nor
    `client_rate` to a manager."""

    candidacy: str
    proposal: str
    brief: str
    manager: str
    manager_name: str
    manager_email: str
    client_rate: Money
    manager_rate: Money
    starts_on: date
    state: CandidacyState


def waiting_candidacies(*, manager: str = "", proposal: str = "") -> tuple[tuple[str, str], ...]:
    """Codes of candidacy and manager, of those who stand in a proposal that waits for the client's choice."""
    rows = Candidacy.objects.filter(
        proposal__state=ProposalState.SENT, state__in=[CandidacyState.AGREED, CandidacyState.TAKEN]
    )
    rows = rows.filter(manager__code=manager) if manager else rows.filter(proposal__code=proposal)
    return tuple(rows.order_by("pk").values_list("code", "manager__code"))


def candidacy_facts(candidacy_code: str) -> CandidacyFacts:
    """For later stages, which check by their own objects who may look. Raises Http404 for an unknown one."""
    row = Candidacy.objects.select_related("proposal__brief", "manager").filter(code=candidacy_code).first()
    if row is None:
        raise Http404
    return CandidacyFacts(
        candidacy=row.code,
        proposal=row.proposal.code,
        brief=row.proposal.brief.code,
        manager=row.manager.code,
        manager_name=row.manager.name,
        manager_email=row.manager.email,
        client_rate=row.client_rate,
        manager_rate=row.manager_rate,
        starts_on=row.starts_on,
        state=row.state,
    )
