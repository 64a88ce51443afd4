"""What is known of the people in a change, of many assignments at once: stances, resistance, readiness, counts."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from interregnum.stages.deliver.models import Assignment, Leaving, Odds, OldWay, Readiness, Resistance, Stance, Uptake
from interregnum.stages.deliver.rules.commitment import Commitment, level_on, step_taken
from interregnum.stages.deliver.rules.readiness import STEPS, OddsPart, odds_total
from interregnum.stages.deliver.rules.resistance import NOT_DONE, WITHOUT_EFFECT, UptakeKind, Word
from interregnum.stages.deliver.rules.seen import Ready

type Found = dict[int, dict[str, Any]]
type Rows = Mapping[int, Assignment]


def _stances(rows: Rows, windows: Mapping[str, int], on: date) -> Found:
    """Of who has much influence: how many stand lower than some weeks ago, how many of the strongest are against."""
    asked = Stance.objects.filter(
        stakeholder__assignment__in=rows, stakeholder__removed_at=None, noted_on__lte=on
    ).order_by("noted_on", "pk")
    names = ("stakeholder__assignment", "stakeholder", "noted_on", "now", "influence")
    told: dict[int, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for key, who, noted_on, level, influence in asked.values_list(*names):
        told[key][who].append((noted_on, level, influence))
    return {key: _of_stances(list(people.values()), windows, on) for key, people in told.items()}


def _of_stances(people: list[list[Any]], windows: Mapping[str, int], on: date) -> dict[str, Any]:
    key = [stands for stands in people if stands[-1][2] >= windows["key_influence"]]
    before = on - timedelta(weeks=windows["fall_weeks"])
    courses = [[(day, level) for day, level, _influence in stands] for stands in key]
    strongest = max((stands[-1][2] for stands in key), default=0)
    against = [stands for stands in key if stands[-1][2] == strongest and stands[-1][1] == Commitment.AGAINST]
    return {
        "fallen": sum(step_taken(level_on(one, before), one[-1][1]) < 0 for one in courses),
        "against": len(against),
    }


def _resistances(rows: Rows, windows: Mapping[str, int], on: date) -> Found:
    """Days since resistance was seen that nobody meets, and since the effect of an approach was to be said.

    Of an approach that waits for the word of the shadow manager the manager has nothing to do or to tell yet."""
    asked = Resistance.objects.filter(assignment__in=rows, stakeholder__removed_at=None).order_by("approaches__pk")
    names = ("pk", "assignment", "seen_on", "approaches__due_on", "approaches__effect", "approaches__word")
    last = {pk: about for pk, *about in asked.values_list(*names)}
    found: Found = defaultdict(lambda: {"unmet": (), "unseen": ()})
    for key, seen_on, due_on, effect, word in last.values():
        if word == Word.ASKED:
            continue
        if due_on is None or effect in WITHOUT_EFFECT or word in NOT_DONE:
            found[key]["unmet"] += ((on - seen_on).days,)
        elif not effect and due_on <= on:
            found[key]["unseen"] += ((on - due_on).days,)
    return found


def _readiness(rows: Rows, windows: Mapping[str, int], on: date) -> Found:
    """The newest look at each circle; an older one says nothing of today."""
    since = on - timedelta(days=windows["ready_days"])
    asked = Readiness.objects.filter(assignment__in=rows, noted_on__gte=since, noted_on__lte=on)
    newest: dict[tuple[int, Any], int] = {}
    for one in asked.order_by("-noted_on", "-pk"):
        newest.setdefault((one.assignment_id, one.circle), min(getattr(one, step) for step in STEPS))
    found: Found = defaultdict(lambda: {"ready": ()})
    for (key, circle), lowest in newest.items():
        found[key]["ready"] += (Ready(str(circle), lowest),)
    return found


def _odds(rows: Rows, windows: Mapping[str, int], on: date) -> Found:
    asked = Odds.objects.filter(assignment__in=rows, noted_on__lte=on).order_by("noted_on", "pk")
    return {one.assignment_id: {"odds": odds_total({part: getattr(one, part) for part in OddsPart})} for one in asked}


def _counts(rows: Rows, windows: Mapping[str, int], on: date) -> Found:
    """Attendance over the last weeks, and how long the old way goes on past its end."""
    old = {one.assignment_id: one for one in OldWay.objects.filter(assignment__in=rows)}
    told: dict[int, list[Any]] = defaultdict(list)
    asked = Uptake.objects.filter(assignment__in=rows, counted_on__lte=on, removed_at=None).order_by("counted_on", "pk")
    for key, *count in asked.values_list("assignment", "kind", "counted_on", "part", "rest"):
        told[key].append(count)
    since = on - timedelta(weeks=windows["attendance_weeks"])
    return {
        key: {"attendance": _attendance(told[key], since), "old_days": _old_days(old.get(key), told[key], on)}
        for key in rows
    }


def _attendance(counts: list[Any], since: date) -> int | None:
    of_sessions = [(part, rest) for kind, day, part, rest in counts if kind is UptakeKind.ATTENDANCE and day >= since]
    asked = sum(part + rest for part, rest in of_sessions)
    return 100 * sum(part for part, _rest in of_sessions) // asked if asked else None


def _old_days(old: OldWay | None, counts: list[Any], on: date) -> int | None:
    """Nothing where no end was agreed. Whoever says that it stopped, or counts nothing old any more, ends it."""
    if old is None:
        return None
    after = [rest for kind, day, _part, rest in counts if kind is UptakeKind.NEW_WAY and day >= old.ends_on]
    is_over = (old.stopped_on is not None and old.stopped_on <= on) or (after and after[-1] == 0)
    return 0 if is_over else max(0, (on - old.ends_on).days)


def _leavings(rows: Rows, windows: Mapping[str, int], on: date) -> Found:
    """How many left, or will within as long a time."""
    days = timedelta(days=windows["leaving_days"])
    around = {"leaves_on__gte": on - days, "leaves_on__lte": on + days}
    asked = Leaving.objects.filter(assignment__in=rows, removed_at=None, **around)
    found: Found = defaultdict(lambda: {"leavers": 0})
    for key in asked.values_list("assignment", flat=True):
        found[key]["leavers"] += 1
    return found


PEOPLE = (_stances, _resistances, _readiness, _odds, _counts, _leavings)
