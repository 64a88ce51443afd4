"""What the hand-over tells the early warning: how many results nobody in the line owns yet."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from interregnum.stages.handover.models import AnchorCard, Handover


def quality_of(assignments: Collection[int], on: date) -> Mapping[int, Mapping[str, Any]]:
    """Two queries, however many assignments there are; nothing of one whose hand-over has not begun."""
    open_ones = Handover.objects.filter(assignment__in=assignments).values_list("assignment", "results")
    cards = AnchorCard.objects.filter(handover__assignment__in=assignments).exclude(owner="")
    owned = Counter(cards.order_by().values_list("handover__assignment", flat=True))
    return {key: {"ownerless": max(0, len(results) - owned[key])} for key, results in open_ones}
