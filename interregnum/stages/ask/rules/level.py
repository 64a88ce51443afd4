"""E1 E2: the level of the seat that is asked for, and where in the organisation it stands."""

from collections.abc import Iterable

from interregnum.kernel.lists import Category, Context, Level
from interregnum.stages.ask.rules.finding import Hit, Reading
from interregnum.stages.ask.rules.points import points, ranked

# Whoever gets a seat at one of these levels leads people, a line or a project.
WITH_AUTHORITY = frozenset(set(Level) - {Level.SPECIALIST})

_NEAR = 2
_NEXT_TO_INTERIM = 3
# Where no seat is named, the kind of work tells the level.
_LEVEL_OF_WORK = {Category.EXPERTISE: Level.SPECIALIST, Category.PROJECT: Level.PROGRAMME}
_SUPPORTING = frozenset({"finance", "human_resources", "marketing"})
_PRIMARY = frozenset({"general_management", "back_office", "sales", "product_management"})


def level_of(reading: Reading, category: Category | None, *, advice: bool) -> Level | None:
    """E1: the title that is asked for, or stands next to "interim"; else the level that belongs to the work.

    Other titles in a text are those of colleagues, of who left and of who asks; they count when nothing else does.
    """
    found = _best(seats(reading))
    if found:
        return found
    if advice:
        return Level.SPECIALIST
    if category in _LEVEL_OF_WORK:
        return _LEVEL_OF_WORK[category]
    others = [hit for hit in _titles(reading) if not _asks(reading, hit)]
    return _best(others) or (Level.EXECUTIVE if category is Category.CRISIS else None)


def _best(hits: Iterable[Hit]) -> Level | None:
    found = ranked(points(hits), Level)
    return Level(found[0][0]) if found else None


def seats(reading: Reading) -> list[Hit]:
    """The titles asked for and those beside "interim"; the latter alone when there are any."""
    interim = tuple(hit for hit in reading.of("interim") if hit.concept.name == "interim_title")
    titles = _titles(reading)
    return [hit for hit in titles if _beside(hit, interim)] or [hit for hit in titles if hit.asked]


def _titles(reading: Reading) -> list[Hit]:
    """The titles in the text, whole ones: who is director of personnel leads a function, not the firm."""
    titles, whole, furthest = reading.of("level"), set(), -1
    for first, last in sorted({(hit.first, hit.last) for hit in titles}, key=lambda span: (span[0], -span[1])):
        if last > furthest:
            whole.add((first, last))
            furthest = last
    return [hit for hit in titles if (hit.first, hit.last) in whole]


def _asks(reading: Reading, hit: Hit) -> bool:
    """True for the title of who asks: a word of asking follows it in the same sentence."""
    sentence = reading.words[hit.first].sentence
    return any(
        asking.first > hit.last and reading.words[asking.first].sentence == sentence for asking in reading.of("wanted")
    )


def _beside(hit: Hit, interim: tuple[Hit, ...]) -> bool:
    return any(abs(hit.first - at.last) <= _NEAR or abs(at.first - hit.last) <= _NEAR for at in interim)


def seats_asked(reading: Reading) -> set[str]:
    """The levels of the seats that are asked for, not of those who are only mentioned."""
    return {hit.concept.code for hit in reading.of("level") if hit.asked}


def context_of(
    reading: Reading, category: Category | None, level: Level | None, disciplines: tuple[str, ...]
) -> Context | None:
    """E2: a project by its leader or category; else by the discipline of the seat, else by the words for it."""
    if level is Level.PROGRAMME or category is Category.PROJECT:
        return Context.PROJECT
    if disciplines and disciplines[0] in _SUPPORTING:
        return Context.SUPPORTING
    if disciplines and disciplines[0] in _PRIMARY:
        return Context.PRIMARY
    found = ranked(points(reading.of("context")), (Context.SUPPORTING, Context.PRIMARY, Context.PROJECT))
    return Context(found[0][0]) if found else None
