"""The words of a clause: paragraphs with an empty line between, and merge fields such as {notice}; nothing else."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from interregnum.kernel.refused import Reason
from interregnum.stages.contract.rules.kinds import BLOCKS, ClauseKind

# Some three pages of A4: a longer clause is one that nobody reads.
LONGEST = 8000
_FIELD = re.compile(r"\{([^{}\n]*)\}")
_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True)
class Paragraph:
    """Words of the clause; `quote` is text of somebody else, shown as it is."""

    text: str
    quote: str = ""


def paragraphs(text: str) -> tuple[str, ...]:
    """
    >>> paragraphs("One.\\r\\n\\r\\n\\r\\nTwo,\\nstill two.")
    ('One.', 'Two,\\nstill two.')
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return tuple(part.strip() for part in _EMPTY_LINES.split(plain) if part.strip())


def filled(text: str, values: Mapping[str, str]) -> tuple[Paragraph, ...]:
    """Every paragraph with its fields filled in. One whose quotation is empty is left out.

    Raises KeyError for a field without a value.

    >>> filled("Within {notice}.\\n\\nThe problem:\\n{problem}", {"notice": "30 days", "problem": "Late."})
    (Paragraph(text='Within 30 days.', quote=''), Paragraph(text='The problem:', quote='Late.'))
    """
    return tuple(found for part in paragraphs(text) if (found := _filled(part, values)))


def _filled(part: str, values: Mapping[str, str]) -> Paragraph | None:
    block = next((name for name in fields_in(part) if name in BLOCKS), "")
    if block and not values[block].strip():
        return None
    words = _FIELD.sub(lambda found: "" if found[1] in BLOCKS else values[found[1]], part)
    return Paragraph(" ".join(words.split()), values[block] if block else "")


def fields_in(text: str) -> tuple[str, ...]:
    """The names between braces, in order of reading."""
    return tuple(_FIELD.findall(text))


def faults(kind: ClauseKind, text: str, *, place: str) -> tuple[Reason, ...]:
    """Every reason why these cannot be the words of this clause; `place` is the form field that holds them."""
    if not text.strip():
        return () if kind.may_be_empty else (Reason("contract.clause_empty", place),)
    if len(text) > LONGEST:
        return (Reason("contract.clause_too_long", place, {"length": len(text), "longest": LONGEST}),)
    return (*_loose_braces(text, place), *_wrong_fields(kind, text, place), *_misplaced(text, place))


def _loose_braces(text: str, place: str) -> Iterator[Reason]:
    rest = _FIELD.sub(lambda found: " " * len(found[0]), text)
    if (at := re.search(r"[{}]", rest)) is not None:
        near = " ".join(text[max(at.start() - 20, 0) : at.start() + 20].split())
        yield Reason("contract.clause_brace", place, {"near": near})


def _wrong_fields(kind: ClauseKind, text: str, place: str) -> Iterator[Reason]:
    found = fields_in(text)
    for name in dict.fromkeys(found):
        if name not in kind.fields:
            known = ", ".join(f"{{{each}}}" for each in kind.fields)
            yield Reason("contract.clause_field_unknown", place, {"field": name[:40], "known": known})
    for name in kind.bound:
        if name not in found:
            yield Reason("contract.clause_field_missing", place, {"field": name})


def _misplaced(text: str, place: str) -> Iterator[Reason]:
    """A quotation is the last of its paragraph, and the only one."""
    for part in paragraphs(text):
        quoted = [name for name in fields_in(part) if name in BLOCKS]
        if quoted and (len(quoted) > 1 or not part.endswith(f"{{{quoted[0]}}}")):
            yield Reason("contract.clause_quote_place", place, {"field": quoted[0]})
