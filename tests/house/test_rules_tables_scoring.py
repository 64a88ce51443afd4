"""docs/rules/scoring.md says how points come about; here its tables are worked out."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from interregnum.kernel.lists import Category, Context, Level, Reason
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.eligibility import CONSTRAINTS
from interregnum.stages.choose.rules.explain import CHANGES
from interregnum.stages.choose.tests.rules_world import a_brief, a_manager

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "rules" / "scoring.md").read_text(encoding="utf-8")
Row = dict[str, str]


def table(heading: str) -> list[Row]:
    """The first table under a heading, a row as a mapping of column to cell."""
    section = re.split(r"^#+ ", PAGE.partition(f"# {heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line[:1] == "|"]
    header, _rule, *rows = lines
    return [dict(zip(header, row, strict=True)) for row in rows]


def words(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(part.strip() for part in cell.split(","))


def numbers(cell: str) -> dict[str, int]:
    return {name: int(number) for name, number in (part.split(":") for part in words(cell))}


def value_of(field: str, cell: str) -> Any:
    """A cell as the field of a brief or a manager wants it."""
    match field:
        case "brief.starts_on" | "manager.available_on":
            return date.fromisoformat(cell)
        case "brief.reasons":
            return tuple(map(Reason, words(cell)))
        case "manager.reasons":
            return {Reason(name): number for name, number in numbers(cell).items()}
        case "manager.categories":
            return {Category(name): number for name, number in numbers(cell).items()}
        case "brief.role_mix" | "manager.role_mix":
            return RoleMix(*map(int, cell.split("/")))
    return closed_or_plain(field.partition(".")[2], cell)


def closed_or_plain(name: str, cell: str) -> Any:
    match name:
        case "category":
            return Category(cell)
        case "level":
            return Level(cell)
        case "context":
            return None if cell == "-" else Context(cell)
        case "disciplines" | "sectors" | "concepts" | "market" | "former_employers":
            return words(cell)
        case "sector":
            return cell
    return None if cell == "-" else int(cell)


def worked_examples() -> Iterator[Any]:
    for code in CRITERIA:
        for row in table(code):
            yield pytest.param(code, row, id=f"{code}: {' | '.join(row.values())}")


@pytest.mark.mission("B3", "D1", "D2", "D3", "D4", "D5", "D8", "E1", "E3")
@pytest.mark.parametrize(("code", "row"), list(worked_examples()))
def test_the_points_are_as_the_page_says(code: str, row: Row) -> None:
    given = {field: value_of(field, cell) for field, cell in row.items() if field != "points"}
    brief = a_brief(**{field[6:]: value for field, value in given.items() if field.startswith("brief.")})
    manager = a_manager(**{field[8:]: value for field, value in given.items() if field.startswith("manager.")})
    assert CRITERIA[code](manager, brief).points == int(row["points"])


def test_the_page_names_every_constraint_in_order() -> None:
    assert [row["constraint"] for row in table("Who is excluded")] == list(CONSTRAINTS)


def test_the_weights_on_the_page_cover_every_criterion_and_add_up_to_100() -> None:
    rows = table("The weights")
    assert [row["criterion"] for row in rows] == list(CRITERIA)
    assert {category: sum(int(row[category]) for row in rows) for category in Category} == dict.fromkeys(Category, 100)


def test_the_totals_on_the_page_add_up() -> None:
    weights = {row["criterion"]: int(row["change"]) for row in table("The weights")}
    *rows, total = table("One total, by hand")
    for name in ("Max", "Otto"):
        assert sum(weights[row["criterion"]] * int(row[name]) for row in rows) == int(total[name])


def test_the_page_names_every_change_that_can_be_offered() -> None:
    assert all(f"`{code}`" in PAGE for code, _ in CHANGES.values())
