"""Managers as the rules see them, read from the profiles: few at a time, for who is on a list or has been changed."""

from collections.abc import Collection, Iterator
from typing import Any

from interregnum.kernel.role_mix import RoleMix
from interregnum.people.models import Manager
from interregnum.people.screening import standings
from interregnum.stages.choose.rules.concepts import concepts_in
from interregnum.stages.choose.rules.values import Candidate

LISTS = ("disciplines", "sectors", "languages", "former_employers", "conflicts")
MIX = ("operational", "adviser", "coach", "change")
AS_IS = (
    "code", "name", "place", "travel_km", "available_on", "days_a_week", "day_rate", "level", "categories", "reasons",
    "first_result_weeks", "deadlocks_broken", "cases_with_referee", "wants_permanent",
)  # fmt: skip


def candidates(keys: Collection[int]) -> dict[int, Candidate]:
    """Key -> manager without address and telephone; one query, no model objects. Who is not there is left out."""
    return {key: candidate for key, candidate, _active in profiles(keys)}


def profiles(keys: Collection[int]) -> Iterator[tuple[int, Candidate, bool]]:
    """Key, manager, and whether he or she is in the pool."""
    rows = Manager.objects.filter(pk__in=keys).order_by("pk").values("pk", "is_active", "summary", *AS_IS, *LISTS, *MIX)
    screened = standings(keys)
    for row in rows:
        lists: dict[str, Any] = {name: tuple(row[name]) for name in LISTS}
        mix = RoleMix(*(row[name] for name in MIX))
        known = {name: row[name] for name in AS_IS}
        beside: dict[str, Any] = {"concepts": concepts_in(row["summary"]), "screenings": screened.get(row["pk"], {})}
        candidate = Candidate(**known, **lists, role_mix=mix, **beside)
        yield row["pk"], candidate, row["is_active"]
