"""When a pulse asks for attention: by what was published alone, so that the signal tells no more than the page.

Source: signal 8 of the early-warning model in the field (a fall of 0.3 or 0.6 of 5; under a half or a third answered).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from interregnum.stages.pulse.rules.figures import LARGEST_OF_STEP, Step


class Alarm(StrEnum):
    NONE = "none"
    NOTICE = "notice"
    LARGE = "large"


@dataclass(frozen=True)
class Bounds:
    """From which value on something is worth a word (`notice`), and from which much is the matter (`large`)."""

    notice: int
    large: int


def fall(moved: Sequence[Decimal | None], *, bounds: Bounds) -> Alarm:
    """`moved` is how each figure moved since the round before; `bounds` are tenths of a point, over all questions.

    >>> fall((Decimal("-0.4"), None, Decimal("-0.2")), bounds=Bounds(3, 6))
    <Alarm.NOTICE: 'notice'>
    """
    tenths = tenths_fallen(moved)
    if tenths is None:
        return Alarm.NONE
    if tenths >= bounds.large:
        return Alarm.LARGE
    return Alarm.NOTICE if tenths >= bounds.notice else Alarm.NONE


def tenths_fallen(moved: Sequence[Decimal | None]) -> float | None:
    """How many tenths of a point all questions together fell; below nought when they rose, None while nobody knows.

    >>> tenths_fallen((Decimal("-0.4"), None, Decimal("-0.2")))
    3.0
    """
    known = [change for change in moved if change is not None]
    return float(-10 * sum(known) / len(known)) if known else None


def most_answered(step: Step, *, asked: int) -> float | None:
    """Percent of who was asked that answered at most, as far as the step is certain; None for a step without an end.

    >>> most_answered(Step.SOME, asked=40)
    22.5
    """
    most = LARGEST_OF_STEP[step]
    return None if most is None or not asked else (1000 * most // asked) / 10


def silence(step: Step, *, asked: int, bounds: Bounds) -> Alarm:
    """`bounds` are percent of those who were asked; only what is certain from the step counts.

    >>> silence(Step.SOME, asked=40, bounds=Bounds(50, 35))
    <Alarm.LARGE: 'large'>
    """
    most = LARGEST_OF_STEP[step]
    if most is None or 100 * most >= bounds.notice * asked:
        return Alarm.NONE
    return Alarm.LARGE if 100 * most < bounds.large * asked else Alarm.NOTICE
