"""B3: with which role mix the talk begins: that of the category, moved towards the roles that the client asks for."""

from collections.abc import Mapping

from interregnum.kernel.lists import Category
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.ask.rules.category import ROLE_MIX
from interregnum.stages.ask.rules.finding import Reading

ROLES = ("operational", "adviser", "coach", "change")
_MOVED = 10


def wanted_mix(
    mix: Mapping[str, int] | None, category: Category | None, *, read_for: Category | None
) -> RoleMix | None:
    """The mix that somebody asked for or confirmed; None when it is but that of the category, or there is none.

    `read_for` is the category under which the rules read it, None when a person gave it: what was read for another
    category than the one that holds says nothing.
    """
    found = RoleMix(**mix) if mix and read_for in (None, category) else None
    return found if found and category and tuple(found) != tuple(ROLE_MIX[category]) else None


def mix_of(reading: Reading, category: Category | None) -> RoleMix | None:
    """Each role that was asked for gets ten more, from the largest that was not; None without a category."""
    if category is None:
        return None
    shares = list(ROLE_MIX[category])
    said = {ROLES.index(hit.concept.code) for hit in reading.of("role")}
    others = [at for at in range(len(ROLES)) if at not in said]
    for at in sorted(said) if others else ():
        largest = max(others, key=lambda other: shares[other])
        moved = min(_MOVED, shares[largest])
        shares[largest] -= moved
        shares[at] += moved
    return RoleMix(*shares)
