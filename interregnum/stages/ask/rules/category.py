"""A3: the category and its runner-up, each with a share of the points; never forced."""

from collections.abc import Set
from dataclasses import dataclass, replace

from interregnum.kernel.lists import Category, Level
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.ask.rules.finding import Hit, Reading
from interregnum.stages.ask.rules.level import WITH_AUTHORITY, seats_asked
from interregnum.stages.ask.rules.points import points, ranked

# Ties go to the form that asks least of the client's mandate.
_ORDER = (Category.BRIDGING, Category.CHANGE, Category.PROJECT, Category.EXPERTISE, Category.CRISIS)
_ENOUGH = 3
_CRISIS_PROOF = 4
_GRAVE = 7
_CHANGE_TASK = 4
# A seat in the line with nothing said of its task is a shop to mind.
_LINE = frozenset({Level.EXECUTIVE, Level.SENIOR, Level.MIDDLE, Level.TEAM})
_SEAT_IN_LINE = 4

# B3: shares of the week to begin the talk with; the brief sets the real ones. Operational, adviser, coach, change.
ROLE_MIX = {
    Category.CHANGE: RoleMix(30, 15, 20, 35),
    Category.BRIDGING: RoleMix(70, 10, 15, 5),
    Category.PROJECT: RoleMix(55, 10, 10, 25),
    Category.CRISIS: RoleMix(60, 15, 5, 20),
    Category.EXPERTISE: RoleMix(30, 45, 20, 5),
}


@dataclass(frozen=True)
class Verdict:
    """The category and its runner-up with their shares of all points in percent; None when too little was said."""

    category: Category | None = None
    confidence: int = 0
    second: Category | None = None
    second_confidence: int = 0


def categorise(reading: Reading) -> Verdict:
    """A3: weighs the categories. Crisis needs positive evidence; an explicit task of change beats the empty seat."""
    seats = seats_asked(reading)
    total = points(_weighed(reading.of("category"), seats))
    if seats & _LINE and not _asks_for_change(reading.of("category")):
        total[Category.BRIDGING] = total.get(Category.BRIDGING, 0) + _SEAT_IN_LINE
    if max(total.values(), default=0) < _ENOUGH:
        total = {}
    found = ranked(total, _ORDER)
    if not found:
        return Verdict()
    whole = sum(count for _, count in found)
    first, second = found[0], (*found, ("", 0))[1]
    return Verdict(
        Category(first[0]),
        first[1] * 100 // whole,
        Category(second[0]) if second[0] else None,
        second[1] * 100 // whole,
    )


def _weighed(hits: tuple[Hit, ...], seats: Set[str]) -> tuple[Hit, ...]:
    """The hits that count, with what they count for.

    Survival, a breach of trust or a supervisor that steps in set the task, wherever in the text they stand: proven
    crisis counts as asked, unproven not at all, and beside a grave one nothing else does.
    """
    crisis = _gravity(hits)
    unasked = set(Category) if crisis >= _GRAVE else _only_why(hits, seats)
    proven = [hit for hit in hits if crisis >= _CRISIS_PROOF or hit.concept.code != Category.CRISIS]
    return tuple(_seen(hit, unasked) for hit in proven)


def _only_why(hits: tuple[Hit, ...], seats: Set[str]) -> set[Category]:
    """The categories whose words tell only the occasion or the means.

    Where change is asked, the empty seat is why. Who gets a seat in the line or a project has authority, so that
    knowledge is a means; who is asked as a specialist has none, whatever the project.
    """
    why = {Category.BRIDGING} if _asks_for_change(hits) else set()
    if seats & WITH_AUTHORITY:
        why.add(Category.EXPERTISE)
    elif Level.SPECIALIST in seats:
        why |= {Category.PROJECT, Category.BRIDGING, Category.CHANGE}
    return why


def _seen(hit: Hit, unasked: Set[Category]) -> Hit:
    if hit.concept.code == Category.CRISIS:
        return replace(hit, asked=True)
    return replace(hit, asked=hit.asked and hit.concept.code not in unasked)


def _gravity(hits: tuple[Hit, ...]) -> int:
    """How much of a crisis the text proves: each sign once."""
    return sum({hit.concept.name: hit.concept.weight for hit in hits if hit.concept.code == Category.CRISIS}.values())


def _asks_for_change(hits: tuple[Hit, ...]) -> bool:
    """A task to redesign or improve among what is asked, not only a hint of development."""
    tasks = {hit.concept.name: hit.concept.weight for hit in hits if hit.asked and hit.concept.code == Category.CHANGE}
    return sum(tasks.values()) >= _CHANGE_TASK
