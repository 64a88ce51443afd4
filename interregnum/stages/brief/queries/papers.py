"""The versions of a brief as papers of an assignment."""

from datetime import datetime

from interregnum.stages.brief.models import BriefVersion
from interregnum.stages.brief.rules.states import VersionState


def approved_versions(brief: str) -> tuple[tuple[int, datetime | None], ...]:
    """Number and moment of approval of each version that a client approved, the newest first."""
    rows = BriefVersion.objects.filter(brief__code=brief, state=VersionState.APPROVED)
    return tuple(rows.order_by("-number").values_list("number", "answered_at"))
