"""docs/mission.md: every promise with its page and its test, and none claimed without."""

import re
import subprocess
from pathlib import Path

import pytest

from interregnum.people.permissions import BY_ADDRESS

ROOT = Path(__file__).resolve().parents[2]
# The promises: a letter for each group, and how many it has (C and D are numbered on their own).
GROUPS = {"A": 3, "B": 3, "C": 1, "D": 8, "E": 3, "F": 3, "G": 4, "H": 3, "I": 1}
IDS = [f"{letter}{number}" for letter, count in GROUPS.items() for number in range(1, count + 1)]


def rows() -> dict[str, list[str]]:
    table = {}
    for line in (ROOT / "docs" / "mission.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.fullmatch(r"[A-I]\d", cells[0]):
            table[cells[0]] = cells[1:]
    return table


def marked() -> dict[str, set[str]]:
    """Which ids the tests are marked with, by file."""
    found: dict[str, set[str]] = {}
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "*test_*.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in listed.stdout.split():
        for ids in re.findall(r"mark\.mission\(([^)]*)\)", (ROOT / name).read_text("utf-8")):
            for one in re.findall(r"[A-I]\d", ids):
                found.setdefault(one, set()).add(name)
    return found


def test_every_promise_has_a_row():
    assert list(rows()) == IDS


@pytest.mark.parametrize("promise", IDS)
def test_what_is_claimed_has_a_page_and_a_test(promise):
    _, reached, page, test = rows()[promise]
    if reached == "–":
        assert (page, test) == ("–", "–")
        return
    assert all(address in BY_ADDRESS for address in re.findall(r"`([\w:-]+)`", page))
    named = re.findall(r"`([\w./-]+)`", test)
    assert named
    assert set(named) <= marked().get(promise, set()), f"the tests named for {promise} are not marked with it"
