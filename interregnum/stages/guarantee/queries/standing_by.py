"""H1: whether a manager stands by for a client, on the manager's own page."""

from dataclasses import dataclass
from datetime import date

from interregnum.kernel.actor import Actor
from interregnum.stages.choose.queries.rows import invitation_row
from interregnum.stages.guarantee.models import StandBy


@dataclass(frozen=True)
class StandByPage:
    """`until` is None for somebody who does not stand by."""

    code: str
    client: str
    until: date | None


def stand_by_page(candidacy: str, *, seen_by: Actor, on: date) -> StandByPage:
    """Raises Http404 for an invitation of somebody else."""
    row = invitation_row(candidacy, seen_by=seen_by)
    organisation = row.proposal.brief.request.organisation
    stands = StandBy.objects.filter(organisation=organisation, manager=row.manager, until__gte=on).first()
    name = organisation.name if organisation else row.proposal.brief.request.organisation_name
    return StandByPage(row.code, name, stands.until if stands else None)
