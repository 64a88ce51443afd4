"""The hard constraints: what no number of points makes good. One small question each, in a fixed order.

Each answers with the facts of what stands in the way, or with NOTHING; the name says what is wrong when it does not.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from interregnum.kernel.lists import Level
from interregnum.people.rules.screening import IMPOSSIBLE
from interregnum.stages.choose.rules.levels import steps_above
from interregnum.stages.choose.rules.organisations import same_organisation
from interregnum.stages.choose.rules.places import distance_km, known
from interregnum.stages.choose.rules.values import NOTHING, Candidate, Facts, Wanted, client_rate

NO_CEILING = 2**62


def no_consent(candidate: Candidate, wanted: Wanted) -> Facts:
    """Nobody is considered who did not agree to it."""
    return NOTHING if candidate.consents else {"consents": False}


def latest_start(wanted: Wanted) -> date:
    return wanted.starts_on + timedelta(days=wanted.slack_days)


def starts_too_late(candidate: Candidate, wanted: Wanted) -> Facts:
    """D2: free on the start date, or within the slack after it."""
    latest = latest_start(wanted)
    if candidate.available_on <= latest:
        return NOTHING
    return {"available_on": candidate.available_on.isoformat(), "latest": latest.isoformat()}


def too_few_days(candidate: Candidate, wanted: Wanted) -> Facts:
    """D1: the days a week that are asked."""
    if candidate.days_a_week >= wanted.days_a_week:
        return NOTHING
    return {"offered": candidate.days_a_week, "asked": wanted.days_a_week}


def above_ceiling(candidate: Candidate, wanted: Wanted) -> Facts:
    """What the client would pay a day, margin included, is within the client's ceiling."""
    if wanted.rate_ceiling is None or (rate := client_rate(candidate, wanted)) <= wanted.rate_ceiling:
        return NOTHING
    return {"rate": str(rate), "ceiling": str(wanted.rate_ceiling)}


def most_own_cents(wanted: Wanted) -> int:
    """The highest rate of a manager, in cents a day, that stays within the ceiling when the margin is on it.

    A ceiling of 1000.00 and a margin of 25 %: 80000, for 800.00 becomes exactly 1000.00.
    """
    if wanted.rate_ceiling is None:
        return NO_CEILING
    # The client's rate is rounded half up to the cent: what is less than half a cent too much is still within.
    return (100 * wanted.rate_ceiling.cents + 49) // (100 + wanted.margin_percent)


def screening_impossible(candidate: Candidate, wanted: Wanted) -> Facts:
    """Wft: nobody starts before a screening that is required; who cannot have it by the latest start is excluded.

    It cannot be had when it was refused or has no legal ground; and when there is none that still holds on the start,
    and too little time for a new one.
    """
    for kind, needed in wanted.screenings.items():
        stands = candidate.screenings.get(kind, "")
        if stands in IMPOSSIBLE:
            return {"screening": kind, "why": stands}
        since = screened_since(wanted, kind)
        if since and stands < since.isoformat():
            return {"screening": kind, "why": "", "passed_on": stands, "ready_on": needed.ready_on.isoformat()}
    return NOTHING


def screened_since(wanted: Wanted, kind: str) -> date | None:
    """The first day of which a decision still holds on the start; None when there is time for a new one."""
    ready_on, since = wanted.screenings[kind]
    return None if ready_on <= latest_start(wanted) else since


def language_missing(candidate: Candidate, wanted: Wanted) -> Facts:
    """Every language that is asked."""
    missing = tuple(code for code in wanted.languages if code not in candidate.languages)
    return {"missing": missing} if missing else NOTHING


def discipline_missing(candidate: Candidate, wanted: Wanted) -> Facts:
    """E3: at least one of the disciplines asked, when any is asked."""
    if not wanted.disciplines or any(code in candidate.disciplines for code in wanted.disciplines):
        return NOTHING
    return {"asked": wanted.disciplines}


def level_too_low(candidate: Candidate, wanted: Wanted) -> Facts:
    """E1: not more than one level below the level asked.

    A specialist's role asks depth, which the discipline shows, and no rank: there nobody is too low.
    """
    if has_level(candidate.level, asked=wanted.level):
        return NOTHING
    return {"offered": candidate.level.value, "asked": wanted.level.value}


def has_level(offered: Level, *, asked: Level) -> bool:
    return asked is Level.SPECIALIST or steps_above(offered, asked) >= -1


def past_with_client(candidate: Candidate, wanted: Wanted) -> Facts:
    """D5: no past with this client, or the fresh eye is not fresh."""
    return _same(candidate.former_employers, wanted.client_name)


def conflict_declared(candidate: Candidate, wanted: Wanted) -> Facts:
    """D6: no declared conflict of interest with this client."""
    return _same(candidate.conflicts, wanted.client_name)


def _same(organisations: tuple[str, ...], client: str) -> Facts:
    for name in organisations:
        if same_organisation(name, client):
            return {"organisation": name}
    return NOTHING


def wants_to_be_hired(candidate: Candidate, wanted: Wanted) -> Facts:
    """D7: no internal career goal, whatever the category.

    Points could be outweighed by other points, and then a promise of the firm would be for sale. And bridging a
    vacancy, where a manager might like to stay, is where the promise counts most. It is the manager's own
    declaration, and whoever changes his or her mind says so in the profile.
    """
    return {"wants_permanent": True} if candidate.wants_permanent else NOTHING


def too_far(candidate: Candidate, wanted: Wanted) -> Facts:
    """Within the distance that the manager travels and that the brief allows; an unknown town excludes nobody."""
    if place_unknown(candidate, wanted) or not wanted.place:
        return NOTHING
    limit = candidate.travel_km if wanted.max_km is None else min(candidate.travel_km, wanted.max_km)
    distance = distance_km(candidate.place, wanted.place)
    return {"km": distance, "limit": limit} if distance > limit else NOTHING


def place_unknown(candidate: Candidate, wanted: Wanted) -> bool:
    """Whether the distance could not be looked up: worth a note beside the points."""
    return bool(wanted.place) and not (known(wanted.place) and known(candidate.place))


CONSTRAINTS: Mapping[str, Callable[[Candidate, Wanted], Facts]] = {
    "choose.no_consent": no_consent,
    "choose.starts_too_late": starts_too_late,
    "choose.too_few_days": too_few_days,
    "choose.above_ceiling": above_ceiling,
    "choose.screening_impossible": screening_impossible,
    "choose.language_missing": language_missing,
    "choose.discipline_missing": discipline_missing,
    "choose.level_too_low": level_too_low,
    "choose.past_with_client": past_with_client,
    "choose.conflict_declared": conflict_declared,
    "choose.wants_to_be_hired": wants_to_be_hired,
    "choose.too_far": too_far,
}
