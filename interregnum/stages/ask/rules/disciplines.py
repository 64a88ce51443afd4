"""E3: the discipline of the seat that is asked for, of at most two."""

from collections.abc import Iterable
from dataclasses import replace

from interregnum.kernel.lists import Level
from interregnum.stages.ask.rules.finding import Hit, Reading
from interregnum.stages.ask.rules.points import points, ranked

GENERAL = "general_management"
OTHER = "other"
_MOST = 2
# A discipline within so many words of the title of the seat is part of its name.
_BESIDE = 3
_IN_THE_NAME = 3


def disciplines_of(reading: Reading, level: Level | None, codes: Iterable[str]) -> tuple[str, ...]:
    """E3: at most two, the second at least half as strong as the first.

    Who leads the whole has general management. A seat below the top of which no discipline is said has another one.
    """
    heavy = in_the_name(reading)
    hits = reading.of("discipline")
    total = points(_heavier(hit) if hit in heavy else replace(hit, asked=False) for hit in hits)
    named = {hit.concept.code for hit in heavy}
    if len(total) > 1:
        # A finance director has finance; who leads the whole has general management, whatever the house makes.
        total.pop(OTHER if level is Level.EXECUTIVE and not named - {GENERAL} else GENERAL, None)
    found = ranked(total, codes)
    if not found:
        return (GENERAL,) if level is Level.EXECUTIVE else ()
    return tuple(code for code, count in found[:_MOST] if count * 2 >= found[0][1])


def in_the_name(reading: Reading) -> tuple[Hit, ...]:
    """The disciplines that stand in the name of a seat that is asked for."""
    seats = [hit for hit in reading.of("level") if hit.asked]
    return tuple(hit for hit in reading.of("discipline") if _in_the_name(reading, hit, seats))


def _in_the_name(reading: Reading, hit: Hit, seats: list[Hit]) -> bool:
    sentence = reading.words[hit.first].sentence
    return any(
        hit.first - seat.last <= _BESIDE and seat.first - hit.last <= _BESIDE
        for seat in seats
        if reading.words[seat.first].sentence == sentence
    )


def _heavier(hit: Hit) -> Hit:
    return replace(hit, concept=replace(hit.concept, weight=hit.concept.weight * _IN_THE_NAME), asked=False)
