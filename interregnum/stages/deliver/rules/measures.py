"""Early warning: what is measured of an assignment. Each measure is a number, or none while nothing is known.

After the early-warning model of the practice (eighteen signals) and a few of the house. A measure judges nothing: from
which number on it is amber or red is said by dated bounds (rules/signals.py), so that the past can be judged anew.
"""

from collections.abc import Callable, Sequence

from interregnum.kernel.months import months_later
from interregnum.stages.deliver.rules.seen import Measured, Seen, Who
from interregnum.stages.deliver.rules.states import PlanState

type Measure = Callable[[Seen], Measured]


def sponsor_silent(seen: Seen) -> Measured:
    """Days since the client last had time for it; from the start on as soon as anybody says how much that was."""
    known = [day for day in seen.met_on if day <= seen.on]
    since = max(known, default=seen.starts_on if seen.says_sponsor else None)
    days = None if since is None else (seen.on - since).days
    return Measured(days, Who.CLIENT, {"days": days})


def sponsor_cancels(seen: Seen) -> Measured:
    return Measured(seen.cancels, Who.CLIENT, {"count": seen.cancels})


def sponsor_short(seen: Seen) -> Measured:
    """The average of the last weeks against what the brief asks, in percent."""
    if not seen.sponsor_asked or not seen.sponsor:
        return Measured(None, Who.CLIENT)
    mean = sum(seen.sponsor) // len(seen.sponsor)
    return Measured(100 * mean // seen.sponsor_asked, Who.CLIENT, {"minutes": mean, "asked": seen.sponsor_asked})


def mandate_unannounced(seen: Seen) -> Measured:
    is_told = seen.announced_on is not None and seen.announced_on <= seen.on
    return Measured(0 if is_told else seen.day, Who.CLIENT, {"days": seen.day})


def plan_late(seen: Seen) -> Measured:
    """Whoever has the plan on the desk must act."""
    who = Who.CLIENT if seen.plan_state == PlanState.PROPOSED else Who.MANAGER
    return Measured(0 if seen.plan_state == PlanState.AGREED else seen.day, who, {"days": seen.day})


def deviation_days(seen: Seen) -> Measured:
    days = max(seen.deviations, default=0)
    return Measured(days, Who.BUREAU, {"days": days})


def deviation_count(seen: Seen) -> Measured:
    return Measured(len(seen.deviations), Who.BUREAU, {"count": len(seen.deviations)})


def score_gap(seen: Seen) -> Measured:
    client, manager = seen.client_score, seen.manager_score
    if client is None or manager is None:
        return Measured(None, Who.SHADOW)
    return Measured(abs(client - manager), Who.SHADOW, {"client": client, "manager": manager})


def score_low(seen: Seen) -> Measured:
    return Measured(seen.client_score, Who.MANAGER, {"client": seen.client_score})


def score_drop(seen: Seen) -> Measured:
    client, before = seen.client_score, seen.score_before
    if client is None or before is None:
        return Measured(None, Who.MANAGER)
    return Measured(max(0, before - client), Who.MANAGER, {"before": before, "client": client})


def result_behind(seen: Seen) -> Measured:
    """The result that runs most points behind the time."""
    late = [one for one in seen.behind if not one.is_overdue]
    if not late:
        return Measured(0, Who.MANAGER)
    worst = max(late, key=lambda one: one.points)
    return Measured(worst.points, Who.MANAGER, {"title": worst.title, "points": worst.points})


def result_overdue(seen: Seen) -> Measured:
    late = [one for one in seen.behind if one.is_overdue]
    return Measured(len(late), Who.MANAGER, {"title": late[0].title} if late else {})


def decision_open(seen: Seen) -> Measured:
    """The one that is open longest speaks for all."""
    if not seen.decisions:
        return Measured(0, Who.CLIENT)
    worst = max(seen.decisions, key=lambda one: one.days)
    return Measured(worst.days, Who.CLIENT, {"what": worst.what, "days": worst.days}, worst.whom)


def decision_overdue(seen: Seen) -> Measured:
    """Days that a decision waits past the day that was asked."""
    late = [one for one in seen.decisions if one.late > 0]
    if not late:
        return Measured(0, Who.CLIENT)
    worst = max(late, key=lambda one: one.late)
    return Measured(worst.late, Who.CLIENT, {"what": worst.what, "days": worst.late}, worst.whom)


def commitment_falls(seen: Seen) -> Measured:
    return Measured(seen.fallen, Who.MANAGER, {"count": seen.fallen})


def against_change(seen: Seen) -> Measured:
    return Measured(seen.against, Who.MANAGER, {"count": seen.against})


def pulse_fall(seen: Seen) -> Measured:
    """Tenths of a point that the pulse fell since the round before."""
    fall = seen.pulse_fall
    return Measured(fall, Who.MANAGER, {} if fall is None else {"points": max(0, fall) / 10})


def pulse_silent(seen: Seen) -> Measured:
    return Measured(seen.pulse_answered, Who.MANAGER, {"percent": seen.pulse_answered})


def attendance_low(seen: Seen) -> Measured:
    return Measured(seen.attendance, Who.MANAGER, {"percent": seen.attendance})


def old_way(seen: Seen) -> Measured:
    return Measured(seen.old_days, Who.CLIENT, {"days": seen.old_days})


def missed_reports(seen: Seen) -> Measured:
    return Measured(seen.missed, Who.MANAGER, {"count": seen.missed})


def missed_reviews(seen: Seen) -> Measured:
    return Measured(seen.reviews_missed, Who.SHADOW, {"count": seen.reviews_missed})


def reviews_moved(seen: Seen) -> Measured:
    return Measured(seen.reviews_moved, Who.SHADOW, {"count": seen.reviews_moved})


def reviews_unprepared(seen: Seen) -> Measured:
    return Measured(seen.reviews_unprepared, Who.SHADOW, {"sides": list(seen.unprepared)})


def heirless(seen: Seen) -> Measured:
    """Percent of the term that has passed without anybody who inherits the work."""
    passed = _passed(seen)
    return Measured(0 if seen.has_heir else passed, Who.CLIENT, {"percent": passed})


def ownerless(seen: Seen) -> Measured:
    """Percent of the term that has passed while a result has no owner in the line."""
    if seen.ownerless is None:
        return Measured(None, Who.CLIENT)
    passed = _passed(seen)
    return Measured(passed if seen.ownerless else 0, Who.CLIENT, {"percent": passed, "count": seen.ownerless})


def budget_unused(seen: Seen) -> Measured:
    return Measured(seen.budget, Who.CLIENT, {"percent": seen.budget})


def load_long(seen: Seen) -> Measured:
    """Weeks in a row, up to the newest, of more than five days."""
    weeks = _run([days > 5 for days in seen.worked]) if seen.worked else None
    return Measured(weeks, Who.MANAGER, {"weeks": weeks})


def isolation(seen: Seen) -> Measured:
    """Whole weeks without a talk of manager and shadow manager, where there is one."""
    if not seen.is_guarded:
        return Measured(None, Who.SHADOW)
    since = max(seen.spoke_on or seen.starts_on, seen.starts_on)
    weeks = max(0, (seen.on - since).days // 7)
    return Measured(weeks, Who.SHADOW, {"weeks": weeks})


def undeclared(seen: Seen) -> Measured:
    return Measured(seen.undeclared, Who.BUREAU, {"count": seen.undeclared})


def declared_late(seen: Seen) -> Measured:
    return Measured(seen.declared_late, Who.BUREAU, {"count": seen.declared_late})


def past_end(seen: Seen) -> Measured:
    days = max(0, (seen.on - seen.ends_on).days)
    return Measured(days, Who.BUREAU, {"days": days})


def long_running(seen: Seen) -> Measured:
    """Days beyond the months after which going on is a decision of its own, since it was last decided."""
    from_day = months_later(seen.starts_on, seen.long_months)
    since = max(from_day, seen.redecided_on or from_day)
    days = max(0, (seen.on - since).days)
    return Measured(days, Who.BUREAU, {"days": days, "months": seen.long_months})


def staff_leaving(seen: Seen) -> Measured:
    return Measured(seen.leavers, Who.CLIENT, {"count": seen.leavers})


def odds_low(seen: Seen) -> Measured:
    return Measured(seen.odds, Who.MANAGER, {"total": seen.odds})


def role_drift(seen: Seen) -> Measured:
    if seen.drift is None:
        return Measured(None, Who.BUREAU)
    return Measured(seen.drift.distance, Who.BUREAU, {"role": seen.drift.grew, "by": seen.drift.by})


def cause_stays(seen: Seen) -> Measured:
    """Days since it was found that a replacement had its cause with the organisation, while that is not mended."""
    return Measured(seen.cause_days, Who.BUREAU, {"days": seen.cause_days})


def hours_unapproved(seen: Seen) -> Measured:
    days = max(0, seen.hours_days)
    return Measured(days, Who.CLIENT, {"days": days})


def resistance_unmet(seen: Seen) -> Measured:
    days = max(seen.unmet, default=None)
    return Measured(days, Who.MANAGER, {"days": days})


def effect_unseen(seen: Seen) -> Measured:
    days = max(seen.unseen, default=None)
    return Measured(days, Who.MANAGER, {"days": days})


def readiness_low(seen: Seen) -> Measured:
    if not seen.ready:
        return Measured(None, Who.MANAGER)
    worst = min(seen.ready, key=lambda one: one.lowest)
    return Measured(worst.lowest, Who.MANAGER, {"who": worst.who, "score": worst.lowest})


def _passed(seen: Seen) -> int:
    days = max(1, (seen.ends_on - seen.starts_on).days + 1)
    return min(100, max(0, 100 * (seen.day + 1) // days))


def _run(marks: Sequence[bool]) -> int:
    """How many at the end are so, without a break."""
    return next((place for place, mark in enumerate(reversed(marks)) if not mark), len(marks))
