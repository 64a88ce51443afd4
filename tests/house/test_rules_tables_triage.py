"""Runs the worked table of docs/rules/triage.md: what the prose promises is what the rules do."""

from datetime import date
from pathlib import Path

import pytest

from interregnum.stages.ask.lexicon import shipped_lexicon
from interregnum.stages.ask.rules.triage import Problem, triage

PAGE = Path(__file__).parents[2] / "docs" / "rules" / "triage.md"
NOTHING = "-"


def rows() -> list[list[str]]:
    """The cells of each row under the heading "Worked table"."""
    table = PAGE.read_text(encoding="utf-8").split("## Worked table")[1]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def listed(cell: str, separator: str) -> list[str]:
    return [] if cell == NOTHING else [part.strip() for part in cell.split(separator)]


def test_the_page_has_a_table() -> None:
    assert len(rows()) >= 20


@pytest.mark.mission("A3", "B1", "C1")
@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0][:40])
def test_the_client_is_understood_as_the_page_says(row: list[str]) -> None:
    text, category, reasons, need, evidence = row
    found = triage(Problem(text), lexicon=shipped_lexicon(), on=date(2026, 9, 1))
    assert (found.category or NOTHING, found.need) == (category, need)
    assert [str(reason) for reason in found.reasons] == listed(reasons, ",")
    assert set(listed(evidence, ";")) <= {piece.quote for piece in found.evidence}
