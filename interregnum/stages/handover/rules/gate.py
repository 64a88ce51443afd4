"""A2: the exit gate: no manager leaves before the change stands, unless client and shadow manager both say so."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from interregnum.kernel.period import Period
from interregnum.stages.handover.rules.states import OverrideSide


class Shut(StrEnum):
    INDEX = "index"
    OWNER = "owner"
    DOCUMENT = "document"


@dataclass(frozen=True)
class ExitGate:
    """`shut` is why it is shut by itself; `wanted_by` who of the two said that it may open in spite of that."""

    shut: tuple[Shut, ...]
    wanted_by: frozenset[OverrideSide] = frozenset()

    @property
    def is_overridden(self) -> bool:
        return bool(self.shut) and self.wanted_by == frozenset(OverrideSide)

    @property
    def is_open(self) -> bool:
        return not self.shut or self.is_overridden


def exit_gate(
    total: int, *, least: int, ownerless: int, is_accepted: bool, wanted_by: Collection[OverrideSide] = ()
) -> ExitGate:
    """`is_accepted`: client and successor accepted the hand-over document.

    >>> exit_gate(70, least=70, ownerless=0, is_accepted=True).is_open
    True
    >>> exit_gate(95, least=70, ownerless=1, is_accepted=False).shut
    (<Shut.OWNER: 'owner'>, <Shut.DOCUMENT: 'document'>)
    """
    found = ((Shut.INDEX, total < least), (Shut.OWNER, ownerless > 0), (Shut.DOCUMENT, not is_accepted))
    return ExitGate(tuple(why for why, is_so in found if is_so), frozenset(wanted_by))


def middle_of(term: Period) -> date:
    """The day from which the hand-over is prepared: half of the term is over."""
    return term.first + timedelta(days=((term.last - term.first).days + 1) // 2)


def last_part_of(term: Period, *, percent: int) -> date:
    """The first day of the last so many percent of a term.

    >>> str(last_part_of(Period(date(2026, 3, 1), date(2026, 6, 8)), percent=20))
    '2026-05-20'
    """
    days = (term.last - term.first).days + 1
    return term.last - timedelta(days=days * percent // 100 - 1)
