"""Each night the proof of the firm follows the facts: one row for each brief that came to its end."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.db import transaction

from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.brief.queries.past import Asked, asked_of, unfilled_since
from interregnum.stages.choose.queries.past import first_drawn
from interregnum.stages.deliver.queries.past import Past, ended_before, ended_since, led_by, past_of
from interregnum.stages.ensure.queries.past import alarms_of, reviews_of, scores_of
from interregnum.stages.ensure.rules.reviews import Side
from interregnum.stages.guarantee.queries.past import causes_of
from interregnum.stages.handover.queries.closed import judged_of
from interregnum.stages.keep.queries.retention import stood_of
from interregnum.stages.learn.actions.note_lines import LOOK_BACK, note_turns
from interregnum.stages.learn.models import Closed
from interregnum.stages.learn.queries.gather import turns_of
from interregnum.stages.learn.rules.lines import STANDS, mean
from interregnum.stages.pulse.queries.past import published_of

HOUR = 3600
# Raised whenever rows are reckoned otherwise than before, so that those of older days are made anew.
WAY_OF_RECKONING = 3
A_NIGHT = 200


def keep_proof_of_firm(at: datetime) -> int:
    """All that ended in a year and a bit, read in a dozen queries; gives how many rows there are of it."""
    on = local_day(at)
    return _keep([*_ended(ended_since(on - LOOK_BACK, on=on), on), *_unfilled(unfilled_since(at - LOOK_BACK))])


def keep_cases(assignments: Collection[int], *, at: datetime) -> int:
    """Of these assignments, by key, at once; of one that runs on, nothing."""
    return _keep(_ended(assignments, local_day(at)))


def fill_older(at: datetime) -> int:
    """What ended before that and was never reckoned, or in an older way: some of it each night, the newest first, and
    of each manager in it all at once: who hears of the own past hears it in one mail.

    So a firm that comes from an older version has its whole past in its proof and in its records after some nights.
    """
    on = local_day(at)
    done = Closed.objects.filter(made=WAY_OF_RECKONING)
    past = ended_before(on - LOOK_BACK)
    known = set(done.filter(assignment__in=past).values_list("assignment", flat=True))
    keys = _with_their_managers([key for key in past if key not in known])
    note_turns(turns_of(keys, on=on), at=at)
    briefs = unfilled_since(datetime.min.replace(tzinfo=UTC))
    known = set(done.filter(brief__in=briefs).values_list("brief", flat=True))
    lost = {key: category for key, category in briefs.items() if key not in known}
    return _keep([*_ended(keys, on), *_unfilled(dict(list(lost.items())[:A_NIGHT]))])


def _with_their_managers(keys: Sequence[int]) -> list[int]:
    led = led_by(keys)
    tonight = {manager for key in keys[:A_NIGHT] for manager in led[key]}
    return [key for key in keys if led[key] & tonight]


def _keep(rows: Iterable[tuple[int, dict[str, Any]]]) -> int:
    found = list(rows)
    with transaction.atomic():
        for brief, measured in found:
            Closed.objects.update_or_create(brief_id=brief, defaults=measured | {"made": WAY_OF_RECKONING})
    return len(found)


def _ended(assignments: Collection[int], on: date) -> Iterator[tuple[int, dict[str, Any]]]:
    past = {key: one for key, one in past_of(assignments, on=on).items() if one.ends_on < on}
    briefs = [one.brief for one in past.values()]
    asked, drawn, causes = asked_of(briefs), first_drawn(briefs), causes_of(past)
    reviews = reviews_of(past, on=on, days=value("learn.review_days", on=on))
    scores, rounds, alarms = scores_of(past), published_of(past), alarms_of(past, on=on)
    judged, stood = judged_of(past), stood_of(past)
    for key, one in past.items():
        found = [cause for (assignment, _manager), cause in causes.items() if assignment == key]
        due, held = reviews.get(key, (0, 0))
        right, known = alarms.get(key, (0, 0))
        measured = _of_brief(asked[one.brief], drawn.get(one.brief)) | _of_term(one, asked[one.brief])
        measured |= {"assignment_id": key, "guarantee": int(bool(found)), "cause": next(iter(found), "")}
        measured |= {"reviews": held if due else None, "reviews_of": due}
        # Readings go some years after the end; what they told then stays.
        measured |= {"hits": right, "hits_of": known} if known else {}
        measured |= _of_aftercare(stood.get(key, ()))
        given = [*scores.get(key, ()), *judged.get(key, ())]
        for side in (Side.CLIENT, Side.MANAGER):
            measured[str(side)] = _mean([10 * score for _day, who, score in given if who == side])
        measured["employees"] = _mean([tenths for _day, tenths in rounds.get(key, ())])
        yield one.brief, measured


def _of_aftercare(stood: Sequence[tuple[int, int, int, date]]) -> dict[str, Any]:
    """A look back of which nothing is known says nothing."""
    found: dict[str, Any] = {}
    for months, stands, known, _day in stood:
        if known and (kind := STANDS.get(months)):
            found |= {str(kind): stands, f"{kind}_of": known}
    return found


def _mean(numbers: list[int]) -> int | None:
    return mean(numbers) if numbers else None


def _of_brief(asked: Asked, drawn: datetime | None) -> dict[str, Any]:
    hours = round((drawn - asked.received_at).total_seconds() / HOUR) if drawn else None
    discipline = asked.disciplines[0] if asked.disciplines else ""
    return {"discipline": discipline, "level": asked.level, "shortlist": hours}


def _of_term(one: Past, asked: Asked) -> dict[str, Any]:
    first, reached_on = one.first_reached_on(), one.all_reached_on()
    return {
        "category": one.category,
        "year": one.ends_on.year,
        "closed_on": one.ends_on,
        "filled": 1,
        "start": (one.starts_on - local_day(asked.received_at)).days,
        "first_result": (first - one.starts_on).days if first and first >= one.starts_on else None,
        "all_results": (reached_on - one.starts_on).days if reached_on else None,
        "reached": one.reached(on=one.ends_on) if one.results else None,
        "reached_of": len(one.results),
    }


def _unfilled(found: Mapping[int, str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """`found` are briefs by key with their category."""
    drawn = first_drawn(found)
    for key, asked in asked_of(found).items():
        day = local_day(asked.received_at)
        when = {"category": found[key], "year": day.year, "closed_on": day, "filled": 0}
        yield key, _of_brief(asked, drawn.get(key)) | when
