"""A triage as plain values, for a table or a line of JSON."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from interregnum.kernel.lists import Need
from interregnum.stages.ask.rules.values import Triage

# What a reader without our finer words would call it: a leader, an adviser, or not clear.
_BROADLY: Mapping[Need, str] = {
    Need.MANAGER: "manager",
    Need.ADVISER: "adviser",
    Need.ADVICE_FIRST: "adviser",
    Need.OUT_OF_SCOPE: "unclear",
}
_NOT_OURS = (Need.OUT_OF_SCOPE, Need.PERMANENT)


def as_values(understood: Triage) -> dict[str, Any]:
    """A triage as plain values for the table; evidence as [field, code, quote, start, end]."""
    values = {name: value for name, value in asdict(understood).items() if name != "evidence"}
    values["starts"] = understood.starts.isoformat() if understood.starts else None
    values["rate"] = str(understood.rate) if understood.rate else None
    values["evidence"] = [[row.field, row.code, row.quote, row.start, row.end] for row in understood.evidence]
    return values


def as_answer(understood: Triage) -> dict[str, Any]:
    """A triage in the codes by which requests are judged by readers, best category first; evidence as quotes."""
    named = ("level", "disciplines", "reasons", "grounds", "context", "urgency", "weeks", "days_a_week", "questions")
    maybe = ("sector", "place", "language")
    values = as_values(understood)
    return {
        "category": [code for code in (understood.category, understood.second) if code],
        "confidence": understood.confidence,
        "need": _BROADLY.get(understood.need, "unclear"),
        "need_detail": understood.need,
        "out_of_scope": understood.need in _NOT_OURS,
        **{name: values[name] for name in (*named, "starts", "rate")},
        **{name: values[name] or None for name in maybe},
        "evidence": list(dict.fromkeys(row.quote for row in understood.evidence)),
        "evidence_of": quotes_of(understood),
    }


def quotes_of(understood: Triage) -> dict[str, list[str]]:
    """For each field its quotes."""
    found: dict[str, list[str]] = {}
    for row in understood.evidence:
        quotes = found.setdefault(row.field, [])
        if row.quote not in quotes:
            quotes.append(row.quote)
    return found
