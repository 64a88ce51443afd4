"""E1: how far a manager's level lies above or below the level asked."""

from interregnum.kernel.lists import Level

RANK = {
    Level.SUPERVISORY: 5,
    Level.EXECUTIVE: 4,
    Level.SENIOR: 3,
    # A programme manager leads people across the line, much like a senior manager within it.
    Level.PROGRAMME: 3,
    Level.MIDDLE: 2,
    Level.TEAM: 1,
    # A specialist leads no people: in the line that is one step below a head of department.
    Level.SPECIALIST: 1,
}


def steps_above(offered: Level, asked: Level) -> int:
    """Levels between the manager and the role: 1 = one level above it, -1 = one below.

    >>> steps_above(Level.EXECUTIVE, Level.SENIOR)
    1
    """
    return RANK[offered] - RANK[asked]
