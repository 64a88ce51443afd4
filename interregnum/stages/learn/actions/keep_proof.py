"""Each night the proof of the firm follows the facts: one row for each brief that came to its end."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction

from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.brief.queries.past import Asked, asked_of, unfilled_since
from interregnum.stages.choose.queries.past import first_drawn
from interregnum.stages.deliver.queries.past import Past, ended_since, past_of
from interregnum.stages.ensure.queries.past import alarms_of, reviews_of, scores_of
from interregnum.stages.ensure.rules.reviews import Side
from interregnum.stages.guarantee.queries.past import causes_of
from interregnum.stages.learn.actions.note_lines import LOOK_BACK
from interregnum.stages.learn.models import Closed
from interregnum.stages.learn.rules.lines import mean
from interregnum.stages.pulse.queries.past import published_of

HOUR = 3600


def keep_proof_of_firm(at: datetime) -> int:
    """All that ended in a year and a bit, read in a dozen queries; gives how many rows there are of it."""
    on = local_day(at)
    rows = [*_ended(on), *_unfilled(at - LOOK_BACK)]
    with transaction.atomic():
        for brief, measured in rows:
            Closed.objects.update_or_create(brief_id=brief, defaults=measured)
    return len(rows)


def _ended(on: date) -> Iterator[tuple[int, dict[str, Any]]]:
    past = {key: one for key, one in past_of(ended_since(on - LOOK_BACK, on=on), on=on).items() if one.ends_on < on}
    briefs = [one.brief for one in past.values()]
    asked, drawn, causes = asked_of(briefs), first_drawn(briefs), causes_of(past)
    reviews = reviews_of(past, on=on, days=value("learn.review_days", on=on))
    scores, rounds, alarms = scores_of(past), published_of(past), alarms_of(past, on=on)
    for key, one in past.items():
        found = [cause for (assignment, _manager), cause in causes.items() if assignment == key]
        due, held = reviews.get(key, (0, 0))
        right, known = alarms.get(key, (0, 0))
        measured = _of_brief(asked[one.brief], drawn.get(one.brief)) | _of_term(one, asked[one.brief])
        measured |= {"assignment_id": key, "guarantee": int(bool(found)), "cause": next(iter(found), "")}
        measured |= {"reviews": held if due else None, "reviews_of": due}
        measured |= {"hits": right if known else None, "hits_of": known}
        for side in (Side.CLIENT, Side.MANAGER):
            measured[str(side)] = _mean([10 * score for _day, who, score in scores.get(key, ()) if who == side])
        measured["employees"] = _mean([tenths for _day, tenths in rounds.get(key, ())])
        yield one.brief, measured


def _mean(numbers: list[int]) -> int | None:
    return mean(numbers) if numbers else None


def _of_brief(asked: Asked, drawn: datetime | None) -> dict[str, Any]:
    hours = round((drawn - asked.received_at).total_seconds() / HOUR) if drawn else None
    discipline = asked.disciplines[0] if asked.disciplines else ""
    return {"discipline": discipline, "level": asked.level, "shortlist": hours}


def _of_term(one: Past, asked: Asked) -> dict[str, Any]:
    first = one.first_result_on
    return {
        "category": one.category,
        "year": one.ends_on.year,
        "closed_on": one.ends_on,
        "filled": 1,
        "start": (one.starts_on - local_day(asked.received_at)).days,
        "first_result": (first - one.starts_on).days if first and first >= one.starts_on else None,
        "reached": one.reached(on=one.ends_on) if one.results else None,
        "reached_of": len(one.results),
    }


def _unfilled(since: datetime) -> Iterator[tuple[int, dict[str, Any]]]:
    found = unfilled_since(since)
    drawn = first_drawn(found)
    for key, asked in asked_of(found).items():
        day = local_day(asked.received_at)
        when = {"category": found[key], "year": day.year, "closed_on": day, "filled": 0}
        yield key, _of_brief(asked, drawn.get(key)) | when
