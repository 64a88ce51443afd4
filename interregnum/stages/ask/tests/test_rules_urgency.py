"""D2: when Carla needs someone, for how long and for how many days a week."""

from datetime import date

import pytest

from interregnum.kernel.lists import Urgency
from interregnum.stages.ask.lexicon import shipped_lexicon
from interregnum.stages.ask.rules.amounts import days_a_week, weeks
from interregnum.stages.ask.rules.dates import start_and_end
from interregnum.stages.ask.rules.triage import Problem, Triage, triage

ON = date(2026, 9, 1)


def understood(text: str) -> Triage:
    return triage(Problem(text), lexicon=shipped_lexicon(), on=ON)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Start per 1 oktober.", date(2026, 10, 1)),
        ("vanaf 15 januari", date(2027, 1, 15)),
        ("met ingang van 3 mei 2028", date(2028, 5, 3)),
        ("vanaf half november", date(2026, 11, 15)),
        ("starting on January 12th, 2027", date(2027, 1, 12)),
        ("from 5 October", date(2026, 10, 5)),
        ("start: 2026-12-01", date(2026, 12, 1)),
        ("per 01-02-2027", date(2027, 2, 1)),
        ("from October", date(2026, 10, 1)),
    ],
)
def test_carla_says_when_someone_must_start(text: str, day: date) -> None:
    start, _ = start_and_end(text, on=ON)
    assert start is not None
    assert start.day == day


@pytest.mark.parametrize("text", ["per 31 april", "van 99-99-2026", "op 3 mei", "from 30 February", "per mail"])
def test_a_day_that_no_calendar_has_is_no_start(text: str) -> None:
    assert start_and_end(text, on=ON)[0] is None


@pytest.mark.mission("D2")
def test_from_and_until_give_the_weeks() -> None:
    found = understood("Gezocht: interim manager van 1 oktober tot 1 april, 24-28 uur per week.")
    assert (found.starts, found.weeks, found.days_a_week) == (date(2026, 10, 1), 26, 4)
    assert found.start_words == "van 1 oktober"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("voor zes maanden", 26),
        ("voor drie tot zes maanden", 26),
        ("for about eight weeks", 8),
        ("een half jaar", 26),
        ("gedurende een jaar", 52),
        ("six weeks max", 6),
    ],
)
def test_the_longest_term_said_counts(text: str, count: int) -> None:
    found = weeks(text)
    assert found is not None
    assert found.count == count


def test_months_of_the_past_are_no_term() -> None:
    assert weeks("After twelve months of trouble") is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("drie dagen per week", 3),
        ("36 uur per week", 5),
        ("two to three days a week", 3),
        ("fulltime", 5),
        ("20 hours a week", 3),
    ],
)
def test_hours_are_counted_in_days_of_eight(text: str, count: int) -> None:
    found = days_a_week(text)
    assert found is not None
    assert found.count == count


def test_eighty_hours_a_week_are_no_week() -> None:
    assert days_a_week("80 uur per week") is None


@pytest.mark.parametrize(
    ("text", "urgency"),
    [
        ("Wij zoeken zo snel mogelijk een interim manager.", Urgency.HIGH),
        ("We need an interim manager from 8 September.", Urgency.HIGH),
        ("We need an interim manager from 1 December.", Urgency.NORMAL),
        ("Er is geen haast bij.", Urgency.NORMAL),
        ("Faillissement dreigt; de directie is weg.", Urgency.HIGH),
        ("Wij zoeken een interim manager.", None),
    ],
)
def test_urgency_is_read_and_never_guessed(text: str, urgency: Urgency | None) -> None:
    assert understood(text).urgency is urgency
