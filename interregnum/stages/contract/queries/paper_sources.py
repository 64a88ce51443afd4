"""Papers of an assignment, and what later stages tell of theirs: they say here how to ask it (apps.py of each)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from interregnum.kernel.actor import Actor, Role
from interregnum.people.permissions import BY_ADDRESS
from interregnum.stages.contract.queries.access import SIDE_OF

BUREAU, CLIENT, MANAGER, SHADOW = "bureau", "client", "manager", "shadow"
EVERYBODY = (BUREAU, CLIENT, MANAGER, SHADOW)


@dataclass(frozen=True, kw_only=True)
class Paper:
    """`seen_by`: the desks whose people may read it; `url` is "" where the reader has no page for it."""

    what: object
    at: datetime | date | None
    seen_by: tuple[str, ...]
    url: str
    note: object = ""


# The code of a contract that the reader may see, and the reader -> what may be listed of it.
type Source = Callable[[str, Actor], Iterable[Paper]]
_SOURCES: dict[str, Source] = {}


def tell_of_papers(name: str, source: Source) -> None:
    """Said twice, it is still one."""
    _SOURCES[name] = source


def papers_beside(contract: str, *, seen_by: Actor) -> Iterable[Paper]:
    for source in _SOURCES.values():
        yield from source(contract, seen_by)


def desk_of(role: Role) -> str:
    """The desk on which somebody reads the papers."""
    return str(SIDE_OF.get(role, BUREAU))


def link_of(role: Role, address: str, *args: str) -> str:
    """The address of a page that this role may open, else ""."""
    row = BY_ADDRESS.get(address)
    return reverse(address, args=args) if row and row.allows(role, "GET") else ""
