"""D3: what a number of proven cases is worth: the first counts most, the sixth completes it."""

from interregnum.stages.choose.rules.values import FULL

WORTH = (0, 400, 600, 750, 850, 925, FULL)
ENOUGH = len(WORTH) - 1


def worth(cases: int) -> int:
    """Points 0..1000 for a number of proven cases; one more never gives fewer.

    >>> worth(2)
    600
    """
    return WORTH[min(cases, ENOUGH)]
