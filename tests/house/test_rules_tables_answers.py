"""Runs the worked table of docs/rules/answers.md: what the prose promises is what the rules do."""

from pathlib import Path

import pytest

from interregnum.stages.ask.answers import knowledge, shipped_entries
from interregnum.stages.ask.rules.answer import answer

PAGE = Path(__file__).parents[2] / "docs" / "rules" / "answers.md"
NOTHING = "-"


def rows() -> list[list[str]]:
    """The cells of each row under the heading "Worked table"."""
    table = PAGE.read_text(encoding="utf-8").split("## Worked table")[1]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_page_has_a_table() -> None:
    assert len(rows()) >= 20


@pytest.mark.mission("I1")
@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0][:40])
def test_the_visitor_is_answered_as_the_page_says(row: list[str]) -> None:
    question, answers, clues = row
    found = answer(question, entries=shipped_entries(), knowledge=knowledge())
    assert found.codes[0] == answers
    if clues != NOTHING:
        named = {ground.clue for ground in found.found[0].grounds}
        assert {clue.strip() for clue in clues.split(";")} <= named
