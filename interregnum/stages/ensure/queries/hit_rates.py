"""How often each signal was right, and how often it would have been under other bounds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from interregnum.stages.deliver.queries.quality.bounds import bounds_on
from interregnum.stages.deliver.queries.quality.course import ends_since, readings_of
from interregnum.stages.deliver.queries.signal_words import EXPLAINED, TITLES
from interregnum.stages.deliver.rules.course import Reading, course_of
from interregnum.stages.deliver.rules.signals import BY_CODE, SIGNALS, Bound, Bounds, SignalRule
from interregnum.stages.ensure.models import AssignmentOutcome
from interregnum.stages.ensure.queries.ladder_rows import terms_on
from interregnum.stages.ensure.rules.hits import Ended, Hits, Outcome, hits_of

# What is further back was judged by another practice.
YEARS = 3


@dataclass(frozen=True)
class SignalLine:
    code: str
    number: int
    title: object
    explained: object
    hits: Hits


@dataclass(frozen=True)
class SignalsPage:
    lines: tuple[SignalLine, ...]
    ended: int
    since: date


@dataclass(frozen=True)
class PartBounds:
    """The bounds of a part as they hold."""

    part: str
    is_low: bool
    bound: Bound


@dataclass(frozen=True)
class SignalPage:
    """`now` under the bounds that hold; `then` under those that were tried, None when none were."""

    line: SignalLine
    parts: tuple[PartBounds, ...]
    ended: int
    then: Hits | None


@dataclass(frozen=True)
class _Past:
    """What was read of each assignment, and how it ended; read once and judged under any bounds."""

    readings: Mapping[int, list[Reading]]
    outcomes: Mapping[int, Outcome]
    ends: Mapping[int, date]

    def ended(self, bounds: Bounds) -> list[Ended]:
        return [
            Ended(self.outcomes.get(key), course_of(some, bounds), self.ends[key])
            for key, some in self.readings.items()
        ]


def _past(rule: SignalRule | None, on: date) -> _Past:
    """Three queries; of one signal its own parts alone."""
    since = on - timedelta(days=365 * YEARS)
    ends = ends_since(since)
    parts = None if rule is None else [part.code for part in rule.parts]
    readings = readings_of(ends.keys(), on=on, parts=parts)
    outcomes = dict(AssignmentOutcome.objects.filter(assignment__in=ends).values_list("assignment", "outcome"))
    return _Past(readings, outcomes, {key: min(day, on) for key, day in ends.items()})


def signals_page(*, on: date) -> SignalsPage:
    past, amber_days = _past(None, on), terms_on(on).amber_days
    ended = past.ended(bounds_on(on))
    lines = tuple(_line(rule, hits_of(ended, rule.code, amber_days=amber_days)) for rule in SIGNALS)
    return SignalsPage(lines, len(past.outcomes), on - timedelta(days=365 * YEARS))


def signal_page(code: str, *, tried: Bounds | None, on: date) -> SignalPage:
    """`tried` are other bounds for its parts. Raises KeyError for a signal that there is not."""
    rule, bounds, amber_days = BY_CODE[code], bounds_on(on), terms_on(on).amber_days
    past = _past(rule, on)
    now = hits_of(past.ended(bounds), code, amber_days=amber_days)
    then = None if tried is None else hits_of(past.ended({**bounds, **tried}), code, amber_days=amber_days)
    parts = tuple(PartBounds(part.code, part.is_low, bounds[part.code]) for part in rule.parts)
    return SignalPage(_line(rule, now), parts, len(past.outcomes), then)


def _line(rule: SignalRule, hits: Hits) -> SignalLine:
    return SignalLine(rule.code, rule.number, TITLES[rule.code], EXPLAINED[rule.code], hits)
