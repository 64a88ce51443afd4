"""The record of a list: what it was drawn from and what came out, sealed line by line and as a whole."""

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from interregnum.stages.choose.models import Listed, Shortlist
from interregnum.stages.choose.rules.record import seal_of

# Beside the criteria.
RULES = ("concepts", "eligibility", "levels", "numbers", "organisations", "places", "shortlist", "values")


def record_of(lines: Sequence[Listed], *, limit: int, step: int, token: str) -> dict[str, Any]:
    """What a list is drawn with besides the brief and the weights; `step` and `token` name the state of the pool."""
    seals = [seal_of_line(line) for line in lines]
    return {"rules": mark_of_rules(), "limit": limit, "step": step, "token": token, "seals": seals}


def seal_of_line(line: Listed) -> str:
    """One manager's line. The chance in `read` keeps anybody from guessing a profile by its seal once it is erased."""
    return seal_of([line.manager.code, line.position, line.total, line.points, line.read])


def seal_of_list(row: Shortlist) -> str:
    """Who was set aside by name is not in it, for names go after a term; how many are left after each constraint is."""
    return seal_of([row.code, row.wanted, row.weights, row.pool, row.funnel, row.record])


@cache
def mark_of_rules() -> str:
    """A hash over the text of the rules that make a list: another one says that they may say something else now."""
    digest = hashlib.sha256()
    rules = resources.files("interregnum.stages.choose.rules")
    found = [(f"{name}.py", (rules / f"{name}.py").read_bytes()) for name in RULES]
    for name, text in sorted(found + _texts(rules / "criteria")):
        digest.update(f"{name}\n{len(text)}\n".encode() + text)
    return digest.hexdigest()[:16]


def _texts(folder: Traversable) -> list[tuple[str, bytes]]:
    return [(each.name, each.read_bytes()) for each in folder.iterdir() if each.name.endswith(".py")]
