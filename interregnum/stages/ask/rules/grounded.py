"""Every field that was filled rests on words of the text, and says how sure it is."""

from collections.abc import Iterator, Mapping, Set

from interregnum.stages.ask.rules.finding import Reading
from interregnum.stages.ask.rules.values import Evidence, Triage

# The field of the proposal -> that of its evidence, where the names differ.
EVIDENCE_OF = {"reasons": "reason", "grounds": "ground", "disciplines": "discipline", "role_mix": "role"}
FIELDS = (
    "category", "need", "reasons", "grounds", "level", "disciplines", "context", "sector", "urgency", "starts", "weeks",
    "days_a_week", "place", "rate", "role_mix",
)  # fmt: skip
# A field that follows from another one rests on the words for that.
_LENDERS = ("category", "level", "discipline", "need", "reason", "urgency")
_FOLLOWS = 40
_READ = 90
_CERTAIN = 100
_NUMBERS = frozenset({"starts", "weeks", "days_a_week", "place", "rate"})
_FEW_WORDS = 8


def missing_evidence(found: Triage, reading: Reading, *, beside: Set[str]) -> Iterator[Evidence]:
    """A borrowed quote for each filled field without one of its own; what stood `beside` the text rests on no words."""
    own = {row.field for row in found.evidence}
    for name in filled(found):
        field = EVIDENCE_OF.get(name, name)
        if name not in beside and field not in own and (lender := _lender(found, reading)):
            yield Evidence(field, _code(found, name), lender.quote, lender.start, lender.end, 1)


def confidences(found: Triage, own: Mapping[str, Mapping[str, int]], *, beside: Set[str]) -> dict[str, int]:
    """0 to 100 for each filled field: the share of its points that speak for what was chosen; less when it follows."""
    sure = {}
    for name in filled(found):
        points = own.get(EVIDENCE_OF.get(name, name), {})
        whole = sum(points.values())
        chosen = sum(points.get(code, 0) for code in _codes(found, name))
        sure[name] = chosen * 100 // whole if whole and chosen else _READ if name in _NUMBERS else _FOLLOWS
    if found.category:
        sure["category"] = found.confidence
    sure |= dict.fromkeys(beside, _CERTAIN)
    return sure


def filled(found: Triage) -> list[str]:
    """The fields that hold something; a need that is not clear holds nothing."""
    return [name for name in FIELDS if getattr(found, name) and getattr(found, name) != "unclear"]


def _codes(found: Triage, name: str) -> tuple[str, ...]:
    value = getattr(found, name)
    return tuple(value) if isinstance(value, tuple) and name != "role_mix" else (str(value),)


def _code(found: Triage, name: str) -> str:
    return _codes(found, name)[0] if name != "role_mix" else ""


def _lender(found: Triage, reading: Reading) -> Evidence | None:
    chosen = {code for name in filled(found) for code in _codes(found, name)}
    for field in _LENDERS:
        rows = [row for row in found.evidence if row.field == field]
        for row in (*(row for row in rows if row.code in chosen), *rows):
            return row
    said = reading.of("ask") or reading.of("wanted")
    if said:
        start, end = reading.quote(said[0])
    elif reading.words:
        start, end = reading.words[0].start, reading.words[:_FEW_WORDS][-1].end
    else:
        return None
    return Evidence("ask", "", reading.text[start:end], start, end, 1)
