"""What a later stage learns of the briefs of assignments that are over."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from interregnum.stages.ask.rules.states import ENDED
from interregnum.stages.brief.models import Brief


@dataclass(frozen=True)
class Asked:
    request: int
    received_at: datetime
    reasons: tuple[str, ...]
    disciplines: tuple[str, ...]
    level: str


def asked_of(briefs: Collection[int]) -> Mapping[int, Asked]:
    """By key; one query."""
    names = ("pk", "request", "request__received_at", "reasons", "disciplines", "level")
    rows = Brief.objects.filter(pk__in=briefs).values_list(*names)
    return {
        key: Asked(request, received_at, tuple(reasons), tuple(disciplines), level or "")
        for key, request, received_at, reasons, disciplines, level in rows
    }


def unfilled_since(moment: datetime) -> Mapping[int, str]:
    """By key: the category of briefs whose request was asked since then and ended without a contract; one query."""
    rows = Brief.objects.filter(request__received_at__gte=moment, request__state__in=ENDED, contracts=None)
    return dict(rows.values_list("pk", "category"))
