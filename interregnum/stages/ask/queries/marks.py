"""The text of a request with the words marked that something was understood from."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from interregnum.stages.ask.rules.judging import EVIDENCE_OF
from interregnum.stages.ask.rules.mix import ROLES
from interregnum.stages.ask.texts import FIELDS, in_words
from interregnum.web.words import ROLE_MIX

# The colour of each field, the same in the text and beside it; kinds that belong together share one.
TINTS = {
    "need": 1,
    "category": 2,
    "reason": 3,
    "reasons": 3,
    "ground": 4,
    "grounds": 4,
    "level": 5,
    "discipline": 6,
    "disciplines": 6,
    "context": 7,
    "sector": 7,
    "urgency": 8,
    "starts": 8,
    "weeks": 8,
    "days_a_week": 8,
}
OTHER_TINT = 9


@dataclass(frozen=True)
class Marked:
    """A stretch of the text; `labels` say what it is evidence for: "Level: executive board". None: for nothing."""

    text: str
    labels: tuple[str, ...] = ()
    tint: int = 0

    @property
    def title(self) -> str:
        return " · ".join(self.labels)


def tint_of(field: str) -> int:
    return TINTS.get(field, OTHER_TINT)


def marked(
    text: str,
    evidence: list[list[Any]],
    *,
    disciplines: Mapping[str, str],
    sectors: Mapping[str, str],
) -> tuple[Marked, ...]:
    """The text cut where evidence begins and ends; evidence is [field, code, quote, start, end].

    Where several overlap, the colour is that of the first field in the order of the page; the label names all.
    """
    edges = sorted({0, len(text), *(row[3] for row in evidence), *(row[4] for row in evidence)})
    pieces = []
    for start, end in pairwise(edges):
        here = sorted({(tint_of(row[0]), row[0], row[1]) for row in evidence if row[3] <= start and end <= row[4]})
        labels = dict.fromkeys(_label(field, code, disciplines, sectors) for _tint, field, code in here)
        pieces.append(Marked(text[start:end], tuple(labels), here[0][0] if here else 0))
    return tuple(pieces)


def quotes_of(field: str, evidence: list[list[Any]], *, code: str | None = None) -> tuple[str, ...]:
    """The words that a field of the proposal rests on, each once, in the order of the text; of one code when given."""
    kinds = EVIDENCE_OF.get(field, (field,))
    rows = [row for row in evidence if row[0] in kinds and (code is None or row[1] == code)]
    return tuple(dict.fromkeys(row[2] for row in rows))


def _label(field: str, code: str, disciplines: Mapping[str, str], sectors: Mapping[str, str]) -> str:
    if field in ("rate", "place"):
        # The words that are marked are the value itself.
        return str(FIELDS[field])
    if field == "role":
        shares = dict(zip(ROLES, ROLE_MIX, strict=True))
        return f"{FIELDS['role_mix']}: {str(shares.get(code, code)).lower()}"
    name = str(FIELDS.get(field, field))
    plural = {"reason": "reasons", "ground": "grounds", "discipline": "disciplines"}.get(field, field)
    value = in_words(plural, [code] if plural != field else code, disciplines, sectors) if code else ""
    return f"{name}: {value.lower()}" if value else name
