"""E1 E2: the level of the seat that is asked for, and where in the organisation it stands."""

from interregnum.kernel.lists import Context, Level
from interregnum.stages.ask.rules.finding import Hit, Reading
from interregnum.stages.ask.rules.points import points, ranked

# Whoever gets a seat at one of these levels leads people, a line or a project.
WITH_AUTHORITY = frozenset(set(Level) - {Level.SPECIALIST})

_NEAR = 2
_NEXT_TO_INTERIM = 3


def level_of(reading: Reading) -> Level | None:
    """E1: the title nearest to what is asked; a title that stands next to "interim" counts threefold.

    Other titles in a text are those of colleagues, of who left and of who asks.
    """
    found = _by_title(reading)
    return Level(found[0][0]) if found else None


def _by_title(reading: Reading) -> list[tuple[str, int]]:
    hits = reading.of("level")
    total = points(hits)
    interim = tuple(hit for hit in reading.of("interim") if hit.concept.name == "interim_title")
    for code in {hit.concept.code for hit in hits if _beside(hit, interim)}:
        total[code] *= _NEXT_TO_INTERIM
    return ranked(total, Level)


def _beside(hit: Hit, interim: tuple[Hit, ...]) -> bool:
    return any(abs(hit.first - at.last) <= _NEAR or abs(at.first - hit.last) <= _NEAR for at in interim)


def seats_asked(reading: Reading) -> set[str]:
    """The levels of the seats that are asked for, not of those who are only mentioned."""
    return {hit.concept.code for hit in reading.of("level") if hit.asked}


def context_of(reading: Reading) -> Context | None:
    """E2: a project, a supporting process or a primary one, by the words for it."""
    found = ranked(points(reading.of("context")), (Context.PROJECT, Context.SUPPORTING, Context.PRIMARY))
    return Context(found[0][0]) if found else None
