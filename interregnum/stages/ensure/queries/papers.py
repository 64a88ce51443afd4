"""Three-party reviews as papers of their assignment: those that all three signed."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.stages.contract.queries.paper_sources import EVERYBODY, Paper, desk_of, link_of
from interregnum.stages.deliver.queries.tenures import assignments_under
from interregnum.stages.ensure.models import Review
from interregnum.stages.ensure.review_texts import KINDS
from interregnum.stages.ensure.rules.reviews import ReviewState


def papers_of(contract: str, seen_by: Actor) -> Iterator[Paper]:
    theirs = assignments_under(contract, seen_by=seen_by).order_by().values("pk")
    for row in Review.objects.filter(assignment__in=theirs, state=ReviewState.SIGNED).order_by("starts_at", "pk"):
        yield Paper(
            what=_("Three-party review"),
            at=row.starts_at,
            seen_by=EVERYBODY,
            url=link_of(seen_by.role, f"{desk_of(seen_by.role)}:ensure-review", row.code),
            note=KINDS[row.kind],
        )
