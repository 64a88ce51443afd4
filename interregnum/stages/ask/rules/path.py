"""D2: the critical path from a request to the first day, with what the law and the market ask in between."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta

from interregnum.kernel.lists import Category, Level
from interregnum.stages.ask.rules.calling import next_working_day

# The dated parameters that this needs: days on the calendar, except the last, which is weeks.
TERMS = ("proposal", "choice", "contract", "screening", "works_council", "regulator", "long_assignment")
# Wft: employers there assess staff in integrity-sensitive posts before they start, temporary ones as well.
_SCREENED = frozenset({"bank", "insurer", "pension", "asset_manager", "intermediary", "mortgage", "payments"})
# DNB and AFM test (co-)policymakers and supervisors of these; at banks and insurers the second echelon too.
_SUPERVISED = _SCREENED
_SECOND_ECHELON = frozenset({"bank", "insurer"})
_OUTSIDE = frozenset({"leasing", "other"})
_TOP = frozenset({Level.SUPERVISORY, Level.EXECUTIVE})
_LINE = frozenset({Level.EXECUTIVE, Level.SENIOR, Level.MIDDLE, Level.TEAM})


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the path depends on, as far as it is known; "" or None is not said yet."""

    level: str = ""
    sector: str = ""
    category: str = ""
    weeks: int | None = None
    starts: date | None = None


@dataclass(frozen=True)
class Leg:
    """One step; `is_certain` is false where it depends on what is not known yet."""

    code: str
    begins: date
    ends: date
    is_certain: bool = True


@dataclass(frozen=True)
class Path:
    """The legs in the order in which they begin; `slowest` is the one that decides the first day.

    `late_days`: how many days the first day lies after the start that was wished.
    """

    legs: tuple[Leg, ...]
    first_day: date
    slowest: str
    late_days: int
    advises_on_contract: bool


def critical_path(wanted: Wanted, *, called_on: date, terms: Mapping[str, int], closed: Set[date]) -> Path:
    """D2: when an interim manager can start at the earliest, and what that waits for."""
    proposed = called_on + timedelta(days=terms["proposal"])
    chosen = proposed + timedelta(days=terms["choice"])
    legs = [Leg("proposal", called_on, proposed), Leg("choice", proposed, chosen)]
    legs.append(Leg("contract", chosen, chosen + timedelta(days=terms["contract"])))
    # A certificate of conduct is asked for as soon as the names are known, not at the contract.
    begins = {"screening": proposed, "works_council": chosen, "regulator": chosen}
    for code, applies in (
        ("screening", screened(wanted)),
        ("works_council", advised(wanted)),
        ("regulator", tested(wanted)),
    ):
        if applies is not False:
            legs.append(Leg(code, begins[code], begins[code] + timedelta(days=terms[code]), applies is True))
    slowest = max((leg for leg in legs if leg.is_certain), key=lambda leg: leg.ends)
    first_day = next_working_day(slowest.ends + timedelta(days=1), closed=closed)
    late = (first_day - wanted.starts).days if wanted.starts else 0
    return Path(tuple(legs), first_day, slowest.code, max(0, late), _is_long(wanted, terms["long_assignment"]))


def screened(wanted: Wanted) -> bool | None:
    """domain: banks must assess integrity-sensitive staff before they start; None while the sector is not known."""
    if wanted.sector in _OUTSIDE:
        return False
    return True if wanted.sector in _SCREENED else None


def advised(wanted: Wanted) -> bool | None:
    """WOR 30: the works council advises on whoever directs; the function counts, not the duration."""
    if wanted.level == Level.EXECUTIVE:
        return True
    # WOR 25: a change may itself be a decision that needs advice.
    is_unknown = not wanted.level or (wanted.category == Category.CHANGE and wanted.level == Level.SENIOR)
    return None if is_unknown else False


def tested(wanted: Wanted) -> bool | None:
    """Wft: nobody is a policymaker of a supervised firm before the regulator has decided; None while not known."""
    if wanted.sector in _OUTSIDE or (wanted.level and wanted.level not in _TOP | {Level.SENIOR}):
        return False
    if wanted.sector not in _SUPERVISED or not wanted.level:
        return None
    if wanted.level in _TOP:
        return True
    # Only those directly under the board who bear on the risk: the client knows which seats those are.
    return None if wanted.sector in _SECOND_ECHELON else False


def _is_long(wanted: Wanted, most_weeks: int) -> bool:
    """DBA: a regular seat filled for long looks like employment, whatever the paper says."""
    in_line = wanted.category == Category.BRIDGING or wanted.level in _LINE
    return in_line and (wanted.weeks or 0) > most_weeks
