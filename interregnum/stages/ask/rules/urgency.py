"""D2: when help must start and how pressing it is, as far as the text says so."""

from datetime import date, timedelta

from interregnum.kernel.lists import Urgency
from interregnum.stages.ask.rules.amounts import Amount, days_a_week, weeks
from interregnum.stages.ask.rules.dates import Said, start_and_end
from interregnum.stages.ask.rules.finding import Reading
from interregnum.stages.ask.rules.values import Evidence, Problem, Schedule

SOON = timedelta(days=14)


def schedule(reading: Reading, problem: Problem, *, on: date) -> tuple[Schedule, tuple[Evidence, ...]]:
    """D2: start, duration and days a week with their quotes; what was filled in beside the text goes before it."""
    text = reading.text
    start, end = start_and_end(text, on=on)
    lasting, busy = _lasting(text, start, end), days_a_week(text)
    starts = problem.starts or (start.day if start else None)
    found = Schedule(
        urgency=_urgency(reading, starts, lasting, on),
        start_words=_start_words(reading, start),
        starts=starts,
        days_a_week=problem.days_a_week or (busy.count if busy else None),
        weeks=lasting.count if lasting else None,
    )
    quotes = (
        ("starts", start.day.isoformat() if start else "", start),
        ("weeks", str(lasting.count) if lasting else "", lasting),
        ("days_a_week", str(busy.count) if busy else "", busy),
    )
    return found, tuple(
        Evidence(field, code, text[at.start : at.end], at.start, at.end, 1) for field, code, at in quotes if at
    )


def _lasting(text: str, start: Said | None, end: Said | None) -> Amount | None:
    """From the first day to the last when both were said, else the duration in words."""
    if start and end:
        return Amount(max(1, (end.day - start.day).days // 7), start.start, end.end)
    return weeks(text)


def _urgency(reading: Reading, starts: date | None, lasting: Amount | None, on: date) -> Urgency | None:
    """High when the text says so or the start is within two weeks; normal when a term without haste was said."""
    if reading.of("urgency", Urgency.HIGH) or (starts and starts - on <= SOON):
        return Urgency.HIGH
    if reading.of("urgency", Urgency.NORMAL) or starts or lasting:
        return Urgency.NORMAL
    return None


def _start_words(reading: Reading, start: Said | None) -> str:
    if start:
        return reading.text[start.start : start.end]
    for hit in reading.of("urgency"):
        first, last = reading.quote(hit)
        return reading.text[first:last]
    return ""
