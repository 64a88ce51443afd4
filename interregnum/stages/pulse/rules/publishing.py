"""What is published of a round when it closes: fixed then, by blocks of people that are never too small.

Groups with fewer answers than `floor` are taken together, and with the smallest other one when together they are still
too few (as commitment is told, stages/deliver/rules/groups.py); what was taken together in an earlier round stays so.
Blocks are disjoint. The figure of all is reckoned from the figures of the blocks as they are shown, so it tells no more
than they do: nothing is left to subtract.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from interregnum.stages.deliver.rules.groups import LEAST, blocks_of
from interregnum.stages.pulse.rules.figures import Figure, Step, figure_of, shown, step_of

# Of each question how many chose 1, 2, 3, 4 and 5.
type Counts = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Block:
    """Groups that are told together: how many answered, in steps, and one figure a question."""

    groups: tuple[str, ...]
    step: Step
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Published:
    """A round as everybody may read it; no blocks and no figures where fewer than `floor` answered."""

    step: Step
    figures: tuple[Figure, ...] = ()
    blocks: tuple[Block, ...] = ()


def publish(
    answered: Mapping[str, int], counts: Mapping[str, Counts], *, floor: int, merged: Sequence[frozenset[str]] = ()
) -> Published:
    """`answered` is how many did of each group. `merged` are the blocks of earlier rounds of more than one group."""
    least = max(LEAST, floor)
    people = sum(answered.values())
    blocks = blocks_of(answered, floor=least, merged=merged) if people >= least else ()
    if not blocks:
        return Published(step_of(people))
    sizes = [sum(answered.get(group, 0) for group in block) for block in blocks]
    told = [_block(block, size, counts) for block, size in zip(blocks, sizes, strict=True)]
    told.sort(key=lambda block: block.groups)
    by_block = {frozenset(block.groups): block for block in told}
    weighed = [(size, by_block[block].figures) for block, size in zip(blocks, sizes, strict=True)]
    return Published(step_of(people), whole(weighed), tuple(told))


def _block(groups: frozenset[str], people: int, counts: Mapping[str, Counts]) -> Block:
    each = [counts[group] for group in sorted(groups) if group in counts]
    questions = [[sum(column) for column in zip(*same, strict=True)] for same in zip(*each, strict=True)]
    return Block(tuple(sorted(groups)), step_of(people), tuple(figure_of(question) for question in questions))


def whole(blocks: Sequence[tuple[int, Sequence[Figure]]]) -> tuple[Figure, ...]:
    """The figures of all: of one block its own, else the mean of what is shown of each, weighed by people."""
    if len(blocks) == 1:
        return tuple(blocks[0][1])
    people = sum(size for size, _figures in blocks)
    sums = [
        sum(size * Fraction(figure.value) for size, figure in zip([size for size, _ in blocks], same, strict=True))
        for same in zip(*(figures for _size, figures in blocks), strict=True)
    ]
    return tuple(shown(Fraction(one) / people, people=people) for one in sums)


def trend(before: Published, now: Published, *, moved: int, floor: int) -> tuple[Decimal | None, ...]:
    """How each figure moved since the round before; nothing where a few people who came or left would be told of.

    `moved` is how many joined or left those who are asked. None for a question of which an end of the scale is shown.
    """
    if not (before.figures and now.figures) or 0 < moved < max(LEAST, floor):
        return ()
    pairs = zip(before.figures, now.figures, strict=True)
    return tuple(None if old.bound or new.bound else new.value - old.value for old, new in pairs)
