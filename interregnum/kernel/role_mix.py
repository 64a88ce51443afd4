"""B3: four roles at once, as shares that add up to 100 %."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class RoleMix:
    """Percent of the week as operational manager, adviser, coach and change manager; together exactly 100.

    Raises ValueError when a share is negative or the four do not add up.
    """

    operational: int
    adviser: int
    coach: int
    change: int

    def __post_init__(self) -> None:
        if min(self) < 0 or sum(self) != 100:
            raise ValueError("the four roles add up to 100 percent")

    def __iter__(self) -> Iterator[int]:
        return iter((self.operational, self.adviser, self.coach, self.change))

    def distance(self, other: "RoleMix") -> int:
        """How far two mixes lie apart, in points 0 (the same) to 200 (nothing in common).

        >>> RoleMix(40, 20, 20, 20).distance(RoleMix(20, 20, 20, 40))
        40
        """
        return sum(abs(mine - theirs) for mine, theirs in zip(self, other, strict=True))
