"""Hand a sheet to the process that reads it, and take its rows or its refusal back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from interregnum.outside.apart import opened_apart

# More than the seconds of work that it may take: a busy machine makes it wait.
PATIENCE = 120


@dataclass(frozen=True)
class Sheet:
    """Headings, and the rows below them: a line of JSON for each, [line, [cell, …]]; empty ones are left out."""

    headings: list[str]
    rows: bytes
    total: int


@dataclass(frozen=True)
class Refused:
    """Why a file was not read; the words for `code` stand in people/texts.py."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def read_sheet(content: bytes) -> Sheet | Refused:
    """Read a CSV or XLSX file of whatever origin."""
    with opened_apart("interregnum.outside.sheets.parse", content, patience=PATIENCE) as (found, target):
        if found is None:
            return Refused("sheet.too_heavy")
        if "refused" in found:
            return Refused(found["refused"], found.get("facts", {}))
        return Sheet(found["headings"], target.read_bytes(), found["total"])
