"""Who was named in a hand-over: owners in the line, sponsors and the successor."""

from interregnum.stages.handover.models import AnchorCard, ClosedResult, Handover


def named_in(assignment: str) -> frozenset[str]:
    """Names or functions, as they were typed; three queries."""
    cards = AnchorCard.objects.filter(handover__assignment__code=assignment).values_list("owner", "deputy", "sponsor")
    results = ClosedResult.objects.filter(handover__assignment__code=assignment).values_list("owner", flat=True)
    people = Handover.objects.filter(assignment__code=assignment).values_list("successor", flat=True)
    return frozenset({*(name for card in cards for name in card), *results, *people}) - {""}
