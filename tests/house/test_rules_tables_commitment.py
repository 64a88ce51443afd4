"""Runs the worked tables of docs/rules/commitment.md: what the prose promises is what the rules do."""

from pathlib import Path

import pytest

from interregnum.kernel.lists import Category
from interregnum.parameters.first_values import first_values
from interregnum.stages.deliver.rules.groups import bands_of
from interregnum.stages.deliver.rules.readiness import OddsBounds, OddsPart, Step, barrier, odds_total, outlook
from interregnum.stages.deliver.rules.resistance import Approach, Cause, suggestions

PAGE = Path(__file__).parents[2] / "docs" / "rules" / "commitment.md"
NOTHING = "-"


def rows(heading: str) -> list[list[str]]:
    """The cells of each row of the table under a heading."""
    table = PAGE.read_text(encoding="utf-8").split(f"## Worked table: {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("row", rows("bands"), ids=" ".join)
def test_groups_are_told_as_the_page_says(row: list[str]) -> None:
    *counts, told = row
    floor = first_values()["deliver.group_floor"]
    bands = bands_of([int(count) for count in counts], floor=floor)
    words = [
        f"{band.first + 1}{'' if band.first == band.last else f'-{band.last + 1}'}: {band.people}" for band in bands
    ]
    assert ", ".join(words) == told


@pytest.mark.mission("F2")
@pytest.mark.parametrize("row", rows("odds"), ids=" ".join)
def test_the_odds_are_as_the_page_says(row: list[str]) -> None:
    *scores, total, expected = row
    found = odds_total({part: int(score) for part, score in zip(OddsPart, scores, strict=True)})
    assert (found, outlook(found, OddsBounds(**first_values()["deliver.odds_above"]))) == (int(total), expected)


@pytest.mark.parametrize("row", rows("readiness"), ids=" ".join)
def test_a_group_begins_where_the_page_says(row: list[str]) -> None:
    *scores, expected = row
    known = {step: int(score) for step, score in zip(Step, scores, strict=True)}
    assert (barrier(known, low=first_values()["deliver.readiness_low"]) or NOTHING) == expected


@pytest.mark.mission("F1")
@pytest.mark.parametrize("row", rows("suggestions"), ids=" ".join)
def test_what_is_suggested_is_what_the_page_says(row: list[str]) -> None:
    cause, category, failed, expected = row
    tried = set() if failed == NOTHING else {Approach(failed)}
    found = suggestions(Cause(cause), Category(category), without_effect=tried)
    assert ", ".join(one.approach for one in found) == expected
    assert all(one.rules for one in found)
