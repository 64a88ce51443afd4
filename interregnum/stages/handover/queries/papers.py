"""The hand-over document as a paper of its assignment: a draft is its manager's alone."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.stages.contract.queries.paper_sources import EVERYBODY, MANAGER, Paper, desk_of, link_of
from interregnum.stages.deliver.queries.tenures import assignments_under
from interregnum.stages.handover.models import Handover
from interregnum.stages.handover.queries.documents import shown_document
from interregnum.stages.handover.rules.states import PaperState
from interregnum.stages.handover.texts import PAPERS


def papers_of(contract: str, seen_by: Actor) -> Iterator[Paper]:
    rows = Handover.objects.filter(assignment__in=assignments_under(contract, seen_by=seen_by).order_by().values("pk"))
    for row in rows.select_related("assignment").prefetch_related("documents"):
        shown = shown_document(row, seen_by)
        if shown is not None:
            yield Paper(
                what=_("Hand-over document, version %(number)s") % {"number": shown.number},
                at=shown.sent_at or shown.written_at,
                seen_by=(MANAGER,) if shown.state == PaperState.DRAFT else EVERYBODY,
                url=link_of(seen_by.role, f"{desk_of(seen_by.role)}:handover-document", row.assignment.code),
                note=PAPERS[shown.state].text,
            )
