"""D2: which screenings the law asks before the first day, as far as it can be told from a brief."""

from collections.abc import Mapping
from datetime import date, timedelta

from interregnum.people.rules.screening import ScreeningKind
from interregnum.stages.ask.rules.path import Wanted, screened, tested

# The dated parameter that says in how many days a new one is there: the same as on the critical path.
TAKES: Mapping[str, str] = {
    "conduct": "ask.path.screening",
    "employment": "ask.path.screening",
    "suitability": "ask.path.regulator",
}


def asked_by_law(*, level: str, sector: str) -> tuple[ScreeningKind, ...]:
    """Wft: what is certain of the critical path; where it depends on the seat, the client says so."""
    known = Wanted(level=level, sector=sector)
    found = [ScreeningKind.CONDUCT, ScreeningKind.EMPLOYMENT] if screened(known) else []
    return (*found, ScreeningKind.SUITABILITY) if tested(known) else tuple(found)


def in_time(
    kinds: tuple[ScreeningKind, ...], *, days: Mapping[str, int], on: date, starts_on: date
) -> tuple[ScreeningKind, ...]:
    """Those that a manager who never had one can still get before the start; `days` by the names in TAKES."""
    return tuple(kind for kind in kinds if on + timedelta(days=days[TAKES[kind]]) <= starts_on)
