"""What a manager who was replaced handed over, as a paper of both contracts."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.stages.contract.queries.paper_sources import EVERYBODY, MANAGER, Paper, desk_of, link_of
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.rows import cases_of


def papers_of(contract: str, seen_by: Actor) -> Iterator[Paper]:
    both = Q(contract__code=contract) | Q(successor__code=contract)
    rows = cases_of(seen_by).filter(both, hand_over__written_at__isnull=False).select_related("hand_over")
    for row in rows.order_by("pk"):
        yield Paper(
            what=_("Hand-over to the next manager"),
            at=row.hand_over.written_at,
            seen_by=EVERYBODY,
            url=link_of(seen_by.role, _page(row, seen_by), row.code),
        )


def _page(row: Complaint, seen_by: Actor) -> str:
    """Each manager has a page of the own part."""
    desk = desk_of(seen_by.role)
    if desk != MANAGER:
        return f"{desk}:guarantee-case"
    return "manager:guarantee-own" if row.manager.code == seen_by.manager else "manager:guarantee-take-over"
