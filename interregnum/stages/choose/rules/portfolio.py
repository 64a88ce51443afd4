"""All open briefs at once: what each gets, and what that means beside its own list. Values are points in a million."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from interregnum.stages.choose.rules.values import FULL

MILLION = 1_000_000
type Lists = Sequence[Sequence[tuple[int, int]]]


@dataclass(frozen=True)
class Share:
    """What one brief gets: the place on its own list (0 is the first, -1 nobody), how much less that is than its first,
    and the briefs that have those higher up on its list."""

    place: int
    less: int
    instead: tuple[int, ...]


def value_of(total: int, *, weights: int) -> int:
    """A total as a part of a million of all points that could be had, so that briefs with other weights compare.

    >>> value_of(50_000, weights=100)
    500000
    """
    return total * MILLION // (FULL * weights)


def shares(lists: Lists, places: Sequence[int]) -> tuple[Share, ...]:
    """`lists` hold (manager, value), best first; `places` says which of them each brief gets."""
    holder = {one[place][0]: brief for brief, (one, place) in enumerate(zip(lists, places, strict=True)) if place >= 0}
    return tuple(_share(one, place, holder) for one, place in zip(lists, places, strict=True))


def _share(one: Sequence[tuple[int, int]], place: int, holder: dict[int, int]) -> Share:
    mine = one[place][1] if place >= 0 else 0
    higher = one[:place] if place >= 0 else one
    taken = dict.fromkeys(holder[manager] for manager, value in higher if value > mine and manager in holder)
    return Share(place, one[0][1] - mine if one else 0, tuple(taken))


def total_of(lists: Lists, places: Sequence[int]) -> int:
    return sum(one[place][1] for one, place in zip(lists, places, strict=True) if place >= 0)


def cost_to_others(lists: Lists, places: Sequence[int], brief: int, *, solve: Callable[[Lists], list[int]]) -> int:
    """How much better all other briefs together would do if this one were not there: what its choice costs them."""
    if places[brief] < 0:
        return 0
    without = [() if place == brief else one for place, one in enumerate(lists)]
    mine = lists[brief][places[brief]][1]
    return total_of(without, solve(without)) - (total_of(lists, places) - mine)


def assign(lists: Lists) -> list[int]:
    """For each brief the place on its list of who is best for all together, -1 for nobody; each manager once.

    One brief after the other comes in, and whoever was there moves on where that is worth more in all: so it is exact,
    and quick enough for some tens of briefs. For more there is a solver, and this is its oracle.
    """
    places = [-1] * len(lists)
    for brief in range(len(lists)):
        for moved, place in _best_moves(lists, places, brief):
            places[moved] = place
    return places


def _best_moves(lists: Lists, places: list[int], new: int) -> list[tuple[int, int]]:
    """Who takes whom when `new` comes in: the chain of moves that is worth most, down to somebody who is free."""
    holder = {lists[brief][place][0]: brief for brief, place in enumerate(places) if place >= 0}
    gain, by_way_of = {new: 0}, {new: (-1, -1)}
    waiting = [new]
    while waiting:
        brief = waiting.pop(0)
        for place, (manager, value) in enumerate(lists[brief]):
            other = holder.get(manager)
            if other is None or other == brief:
                continue
            reached = gain[brief] + value - lists[other][places[other]][1]
            if other not in gain or reached > gain[other]:
                gain[other], by_way_of[other] = reached, (brief, place)
                waiting.append(other)
    ends = [(gain[brief] + _free(lists[brief], holder)[1], -brief) for brief in gain]
    last = -max(ends)[1]
    return _chain(by_way_of, last, _free(lists[last], holder)[0])


def _free(one: Sequence[tuple[int, int]], holder: dict[int, int]) -> tuple[int, int]:
    """Place and value of the first on a list whom nobody holds; nobody is worth nothing."""
    return next(((place, value) for place, (who, value) in enumerate(one) if who not in holder), (-1, 0))


def _chain(by_way_of: dict[int, tuple[int, int]], last: int, free: int) -> list[tuple[int, int]]:
    """The moves from the end back to the beginning: each brief takes the one whom the next one gave up."""
    moves, place = [], free
    while last >= 0:
        moves.append((last, place))
        last, place = by_way_of[last]
    return moves
