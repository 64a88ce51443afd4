"""B3: with which role mix the talk begins: that of the category, moved towards the roles that the client asks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from interregnum.kernel.lists import Category
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.ask.rules.category import ROLE_MIX
from interregnum.stages.ask.rules.finding import Reading

ROLES = ("operational", "adviser", "coach", "change")
_MOVED = 10
_SHARE = re.compile(
    r"(\d{1,3})\s*(?:%|procent|percent)\s*(?:(?:als|as|een|an?)\s+){0,2}"
    r"(?:(operation)|(advi[es])|(coach)|(verander|change))\w*",
    re.IGNORECASE,
)


def wanted_mix(
    mix: Mapping[str, int] | None, category: Category | None, *, read_for: Category | None
) -> RoleMix | None:
    """The mix that somebody asked for or confirmed; None when it is but that of the category, or there is none.

    `read_for` is the category under which the rules read it, None when a person gave it: what was read for another
    category than the one that holds says nothing.
    """
    found = RoleMix(**mix) if mix and read_for in (None, category) else None
    return found if found and category and tuple(found) != tuple(ROLE_MIX[category]) else None


@dataclass(frozen=True)
class ToldShare:
    """A role with the percent of the week that the client itself gives it; text[start:end] says so."""

    role: str
    percent: int
    start: int
    end: int


def told_shares(text: str) -> tuple[ToldShare, ...]:
    """The shares that the client gives the roles itself: two or more that make 100 %, else none.

    >>> [(share.role, share.percent) for share in told_shares("Zo'n 60% operationeel en 40 procent als coach.")]
    [('operational', 60), ('coach', 40)]
    """
    said = tuple(
        ToldShare(ROLES[share.lastindex - 2], int(share[1]), share.start(), share.end())
        for share in _SHARE.finditer(text)
        if share.lastindex
    )
    is_whole = sum(share.percent for share in said) == 100 and 1 < len(said) == len({share.role for share in said})
    return said if is_whole else ()


def mix_of(reading: Reading, category: Category | None) -> RoleMix | None:
    """The shares that the client gives the roles itself. Else that of the category; None without one.

    Each role that was asked for then gets ten more, from the largest that was not.
    """
    if told := told_shares(reading.text):
        return RoleMix(**dict.fromkeys(ROLES, 0) | {share.role: share.percent for share in told})
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
