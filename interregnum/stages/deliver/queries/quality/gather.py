"""What is known of many assignments at once: as many queries for one as for five hundred.

For each table one function: keys and day -> of each assignment, values of Seen.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery

from interregnum.kernel.period import Period, local_day
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.brief.rules.states import VersionState
from interregnum.stages.contract.queries.amendments import amendments_since
from interregnum.stages.deliver.models import (
    Assignment,
    Decision,
    GateAnswer,
    HoursWeek,
    Measurement,
    PlanDeviation,
    PlanVersion,
    Result,
    WeeklyReport,
)
from interregnum.stages.deliver.queries.quality.people import PEOPLE
from interregnum.stages.deliver.queries.quality.sources import sources
from interregnum.stages.deliver.rules.decisions import days_open
from interregnum.stages.deliver.rules.deviations import DeviationAnswer
from interregnum.stages.deliver.rules.drift import drift, mean_mix
from interregnum.stages.deliver.rules.gates import Answer, Gate
from interregnum.stages.deliver.rules.hours import HoursState
from interregnum.stages.deliver.rules.progress import way_percent
from interregnum.stages.deliver.rules.reporting import WEEK, late_weeks, own_part
from interregnum.stages.deliver.rules.seen import Behind, Seen, Waiting
from interregnum.stages.deliver.rules.states import DecisionState

type Found = dict[int, dict[str, Any]]
ROWS = frozenset(
    name for name in ("met_on", "sponsor", "deviations", "worked", "unmet", "unseen", "ready", "behind", "decisions")
)


def gather(rows: Collection[Assignment], *, windows: Mapping[str, int], on: date) -> dict[int, Seen]:
    """By key; `rows` were read with their brief. About twenty queries, however many there are."""
    by_key = {row.pk: row for row in rows}
    found: Found = {key: _own(row, on) for key, row in by_key.items()}
    for part in (_reports, _results, _decisions, _deviations, _hours, _heirs, *PEOPLE):
        _add(found, part(by_key, windows, on))
    for source in sources():
        _add(found, source(by_key.keys(), on))
    return {key: Seen(**known) for key, known in found.items()}


def _add(found: Found, more: Mapping[int, Mapping[str, Any]]) -> None:
    for key, known in more.items():
        for name, value in known.items():
            rows = name in ROWS and name in found[key]
            found[key][name] = (*found[key][name], *value) if rows else value


def _own(row: Assignment, on: date) -> dict[str, Any]:
    return {
        "on": on,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "plan_state": row.plan_state,
        "announced_on": row.announced_on,
        "sponsor_asked": 60 * (row.contract.brief.sponsor_hours or 0),
    }


def _reports(rows: Mapping[int, Assignment], windows: Mapping[str, int], on: date) -> Found:
    """Which weeks lack, the client's time, the role mix of the last weeks, and the newest word about the budget."""
    mixes = ("operational", "adviser", "coach", "change")
    asked = WeeklyReport.objects.filter(assignment__in=rows, monday__lte=on).order_by("monday")
    told: dict[int, list[Any]] = defaultdict(list)
    for key, *report in asked.values_list("assignment", "monday", "sponsor_minutes", "budget_percent", *mixes):
        told[key].append(report)
    return {key: _of_reports(row, told[key], windows, on) for key, row in rows.items()}


def _of_reports(row: Assignment, told: list[Any], windows: Mapping[str, int], on: date) -> dict[str, Any]:
    term = own_part(Period(row.starts_on, max(row.starts_on, row.ends_on)), row.manager_since)
    said = [(monday, minutes) for monday, minutes, *_rest in told if minutes is not None]
    budgets = [budget for _monday, _minutes, budget, *_mix in told if budget is not None]
    mixes = [RoleMix(*mix) for _monday, _minutes, _budget, *mix in told[-windows["drift_weeks"] :]]
    return {
        "missed": len(late_weeks(term, reported={monday for monday, *_rest in told}, on=on)),
        "sponsor": tuple(minutes for _monday, minutes in said[-windows["sponsor_weeks"] :]),
        "says_sponsor": bool(said),
        # Somewhere in that week: its Friday stands for it.
        "met_on": tuple(min(on, monday + timedelta(days=4)) for monday, minutes in said if minutes),
        "budget": budgets[-1] if budgets else None,
        # Bounds do not matter here: the distance alone is measured.
        "drift": drift(row.role_mix, mean_mix(mixes), notice=0, large=0) if mixes else None,
    }


def _results(rows: Mapping[int, Assignment], windows: Mapping[str, int], on: date) -> Found:
    last = Measurement.objects.filter(result=OuterRef("pk"), value__isnull=False, report__monday__lte=on)
    newest = Subquery(last.order_by("-report__monday").values("value")[:1])
    asked = Result.objects.filter(assignment__in=rows).order_by("position", "pk").annotate(last=newest)
    found: Found = defaultdict(lambda: {"behind": ()})
    for one in asked:
        behind = _behind(one, rows[one.assignment_id], on)
        found[one.assignment_id]["behind"] += (behind,) if behind else ()
    return found


def _behind(one: Any, row: Assignment, on: date) -> Behind | None:
    """Not a result that was reached, nor one of which nothing was measured before its day."""
    term = Period(row.starts_on, max(row.starts_on, one.due_on))
    is_overdue = on > one.due_on
    if one.last is None:
        return Behind(one.title, 100, is_overdue=True) if is_overdue else None
    way = way_percent(one.baseline, one.target, value=one.last)
    points = max(0, term.elapsed_percent(on) - way)
    return Behind(one.title, points, is_overdue) if way < 100 and points else None


def _decisions(rows: Mapping[int, Assignment], windows: Mapping[str, int], on: date) -> Found:
    asked = Decision.objects.filter(assignment__in=rows, state=DecisionState.OPEN).order_by("due_on", "pk")
    names = ("assignment", "what", "asked_on", "due_on", "contact__name", "named", "assignment__organisation__name")
    found: Found = defaultdict(lambda: {"decisions": ()})
    for key, what, asked_on, due_on, contact, named, client in asked.values_list(*names):
        days, late = days_open(asked_on, on=on), max(0, (on - due_on).days)
        found[key]["decisions"] += (Waiting(what, contact or named or client, days, late),)
    return found


def _deviations(rows: Mapping[int, Assignment], windows: Mapping[str, int], on: date) -> Found:
    """Departures from the contract that the client has not answered, or wants in it while no amendment was drawn."""
    newest = PlanVersion.objects.filter(assignment=OuterRef("version__assignment")).order_by("-number").values("pk")
    drawn = amendments_since(OuterRef("version__assignment__contract"), OuterRef("answered_at"))
    waits = Q(answer="") | Q(~Exists(drawn), answer=DeviationAnswer.RECONTRACT)
    asked = PlanDeviation.objects.filter(
        waits,
        version__assignment__in=rows,
        version=Subquery(newest[:1]),
        version__state__in=(VersionState.OFFERED, VersionState.APPROVED),
    )
    found: Found = defaultdict(lambda: {"deviations": ()})
    for key, offered_at, answered_at in asked.values_list("version__assignment", "version__offered_at", "answered_at"):
        found[key]["deviations"] += ((on - local_day(answered_at or offered_at)).days,)
    return found


def _hours(rows: Mapping[int, Assignment], windows: Mapping[str, int], on: date) -> Found:
    """How long hours wait for the client, and the days worked in each week up to the newest that was written."""
    since = min((row.starts_on for row in rows.values()), default=on)
    asked = HoursWeek.objects.filter(assignment__in=rows, monday__gte=max(since - WEEK, on - 26 * WEEK))
    worked = Count("days", filter=Q(days__minutes__gt=0, days__day__lte=on))
    told: dict[int, list[Any]] = defaultdict(list)
    names = ("assignment", "monday", "state", "sent_at")
    for key, *week in asked.order_by("monday").values_list(*names).annotate(worked=worked):
        told[key].append(week)
    return {key: _of_hours(weeks, on) for key, weeks in told.items()}


def _of_hours(weeks: list[Any], on: date) -> dict[str, Any]:
    days = {monday: worked for monday, _state, _sent, worked in weeks}
    first, last = min(days), max(days)
    count = (last - first).days // 7 + 1
    waits = [sent_at for _monday, state, sent_at, _worked in weeks if state == HoursState.SENT and sent_at]
    return {
        "worked": tuple(days.get(first + number * WEEK, 0) for number in range(count)),
        "hours_days": (on - local_day(min(waits))).days if waits else -1,
    }


def _heirs(rows: Mapping[int, Assignment], windows: Mapping[str, int], on: date) -> Found:
    """Whether somebody inherits the work: the answer at that gate."""
    asked = GateAnswer.objects.filter(contract__assignment__in=rows, gate=Gate.SUCCESSOR)
    settled = asked.filter(answer__in=(Answer.POSITIVE, Answer.NOT_NEEDED))
    heirs = set(settled.values_list(F("contract__assignment"), flat=True))
    return {key: {"has_heir": key in heirs} for key in rows}


assert {one.name for one in fields(Seen)} >= ROWS
