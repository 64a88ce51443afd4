"""A2 H2: what must be given back and ended when a manager leaves, whichever way the assignment ends."""

from datetime import date, timedelta
from enum import StrEnum

from interregnum.kernel.actor import BUREAU, Role


class Back(StrEnum):
    """What is given back, in the order of the list."""

    DATA = "data"
    COPIES = "copies"
    THINGS = "things"
    ACCESS = "access"
    POWERS = "powers"


# Whoever can know it says so: the manager gives back and deletes, the client takes in and ends.
SAID_BY: dict[Back, Role] = {
    Back.DATA: Role.MANAGER,
    Back.COPIES: Role.MANAGER,
    Back.THINGS: Role.CLIENT,
    Back.ACCESS: Role.CLIENT,
    Back.POWERS: Role.CLIENT,
}


def may_say(what: Back, role: Role) -> bool:
    """The one whose point it is, and the bureau for whoever called it.

    >>> may_say(Back.COPIES, Role.MANAGER), may_say(Back.COPIES, Role.CLIENT)
    (True, False)
    """
    return role in BUREAU or SAID_BY[what] is role


def points_of(role: Role) -> frozenset[Back]:
    """What one side has to say."""
    return frozenset(what for what, said_by in SAID_BY.items() if said_by is role)


def asked_from(last_day: date, *, before_days: int) -> date:
    """From which day on the list is there, in calendar days before the last one."""
    return last_day - timedelta(days=before_days)
