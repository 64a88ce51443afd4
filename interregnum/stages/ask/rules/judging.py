"""A person's word on each field of a proposal: kept beside it, and counted to see where the rules are weak."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

# In the order in which a person reads them: what changes most first.
FIELDS = (
    "need", "category", "second", "reasons", "grounds", "level", "disciplines", "context", "sector", "urgency",
    "starts", "weeks", "days_a_week", "place", "rate", "role_mix",
)  # fmt: skip
SEVERAL = frozenset({"reasons", "grounds", "disciplines"})
# A field of the proposal bears the evidence of one or more kinds of hits.
EVIDENCE_OF = {
    "second": ("category",),
    "reasons": ("reason", "reasons"),
    "grounds": ("ground", "grounds"),
    "disciplines": ("discipline", "disciplines"),
    "starts": ("starts", "start"),
    "role_mix": ("role",),
}


class Outcome(StrEnum):
    """What a person did to a field: left it, changed it, or filled in what the rules had left empty."""

    KEPT = "kept"
    CORRECTED = "corrected"
    FILLED = "filled"


def outcome(proposed: Any, chosen: Any) -> Outcome:
    """Nothing said and nothing chosen are the same; the order of a list says nothing."""
    if _same(proposed) == _same(chosen):
        return Outcome.KEPT
    return Outcome.CORRECTED if proposed else Outcome.FILLED


def proposed_of(proposal: Mapping[str, Any], field: str) -> Any:
    """What the rules said of a field, as a person says it: a rate with what it is paid for.

    >>> proposed_of({"rate": "1100.00", "rate_per": "day"}, "rate")
    '1100.00 day'
    """
    value = proposal.get(field)
    if field == "rate" and value:
        return f"{value} {proposal.get('rate_per') or 'day'}"
    return value


def _same(value: Any) -> Any:
    return sorted(value) if isinstance(value, list | tuple) and value else value or None


def overlaid(*layers: Mapping[str, Any] | None) -> dict[str, Any]:
    """What holds when each layer goes over the ones before it: the rules, then the client, then a person of the firm.

    >>> overlaid({"level": None, "weeks": 8}, {"level": "senior"}, None)
    {'level': 'senior', 'weeks': 8}
    """
    found: dict[str, Any] = {}
    for layer in layers:
        found.update(layer or {})
    return found


def toggled(chosen: list[str], code: str) -> list[str]:
    """A list with a code put in, or taken out when it was there."""
    return [each for each in chosen if each != code] if code in chosen else [*chosen, code]
