"""The kinds of sheets that can be imported: what a row may hold, and what takes rows over."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from interregnum.kernel.actor import Actor
from interregnum.people import client_import, roster
from interregnum.people.rules.consent import Consent
from interregnum.people.rules.importing import Fields, ImportKind, Line, Outcome
from interregnum.people.rules.roster import FIELDS


class Taker(Protocol):
    """One passage through a file."""

    def checked(self, lines: Iterable[Line]) -> Iterator[Line]:
        """The same rows, with those refused that do not go with the others or with the tables."""

    def take(self, lines: Sequence[Line], *, is_trial: bool, by: Actor, at: datetime) -> list[Outcome]:
        """What each of these good rows does; unless it is a trial they are written."""


@dataclass(frozen=True)
class Kind:
    fields: Callable[[], Fields]
    # Given what was noted of consent to stay.
    taker: Callable[[Consent], Taker]


KINDS: Mapping[ImportKind, Kind] = {
    ImportKind.CLIENTS: Kind(client_import.fields, lambda _consent: client_import.Clients()),
    ImportKind.ROSTER: Kind(lambda: FIELDS, roster.Roster),
}
