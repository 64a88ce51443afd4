"""Results of a round between the table, where they stand as plain values, and the rules."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from interregnum.stages.pulse.models import Round
from interregnum.stages.pulse.rules.figures import Bound, Figure, Step
from interregnum.stages.pulse.rules.publishing import Block, Published


def kept(result: Published) -> dict[str, Any]:
    """As the table keeps it."""
    blocks = [
        {"groups": list(block.groups), "step": str(block.step), "figures": _plain(block.figures)}
        for block in result.blocks
    ]
    return {"step": str(result.step), "figures": _plain(result.figures), "blocks": blocks}


def read(result: Mapping[str, Any]) -> Published:
    blocks = tuple(
        Block(tuple(block["groups"]), Step(block["step"]), _figures(block["figures"])) for block in result["blocks"]
    )
    return Published(Step(result["step"]), _figures(result["figures"]), blocks)


def _plain(figures: Sequence[Figure]) -> list[list[str]]:
    return [[str(part) for part in asdict(figure).values()] for figure in figures]


def _figures(plain: Sequence[Sequence[str]]) -> tuple[Figure, ...]:
    return tuple(Figure(Decimal(value), Bound(bound)) for value, bound in plain)


def merged_before(row: Round) -> tuple[frozenset[str], ...]:
    """What the newest round with figures took together: that stays together."""
    earlier = row.survey.rounds.filter(number__lt=row.number).filter(result__isnull=False).order_by("-number")
    for one in earlier:
        if blocks := read(one.result or {}).blocks:
            return tuple(frozenset(block.groups) for block in blocks if len(block.groups) > 1)
    return ()
