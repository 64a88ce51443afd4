"""Who signs up as an interim manager: states, and the signs of a form that nobody filled in."""

import re
from dataclasses import dataclass
from enum import StrEnum

from interregnum.kernel.lists import Level

LINK = re.compile(r"https?:|www\.|\[url|<a\s", re.IGNORECASE)
# Nobody reads seven fields and fills them in any quicker.
QUICK_SECONDS = 5


class ApplicationState(StrEnum):
    UNCONFIRMED = "unconfirmed"
    HELD = "held"
    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"


DECIDED = (ApplicationState.ACCEPTED, ApplicationState.DECLINED)


@dataclass(frozen=True, kw_only=True)
class Applied:
    """What somebody says of themselves to come on the roster."""

    name: str
    email: str
    phone: str
    city: str
    discipline: str
    level: Level
    languages: tuple[str, ...]
    language: str
    wants_to_stay: bool


def signs_of_spam(words: str, *, trap: str, seconds: float | None) -> tuple[str, ...]:
    """Any of them and a person looks first; `seconds` is how long the form stood open, None when it never was.

    >>> signs_of_spam("Nora Nieuw Utrecht", trap="", seconds=60)
    ()
    """
    found = {
        "trap": bool(trap.strip()),
        "quick": seconds is not None and seconds < QUICK_SECONDS,
        "no_form": seconds is None,
        "link": bool(LINK.search(words)),
    }
    return tuple(name for name, is_there in found.items() if is_there)
