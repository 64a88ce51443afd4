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
        ("Hoofd Financiën a.i., 9 maanden, 32 uur", 39),
        ("Interim directeur gezocht, zes maanden.", 26),
        ("Zes maanden", 26),
        ("een opdracht van vier maanden bij een verzekeraar", 17),
        ("a six-month assignment", 26),
        ("Interim CFO (4 to 6 months, full-time)", 26),
        ("to lead the department over six months", 26),
        ("Het moet binnen drie maanden af zijn", 13),
    ],
)
def test_the_longest_term_said_counts(text: str, count: int) -> None:
    found = weeks(text)
    assert found is not None
    assert found.count == count


@pytest.mark.parametrize(
    "text",
    [
        "After twelve months of trouble",
        "Onze directeur vertrekt over een maand.",
        "Over zes weken begint de audit.",
        "Zes maanden geleden is het misgegaan.",
        "Sinds drie maanden, en dat is lang, zit er niemand.",
        "Al 9 maanden, en het wordt niet beter.",
        "Wij willen binnen twee weken beginnen.",
        "We need someone within two weeks.",
    ],
)
def test_months_of_the_past_and_the_moment_of_a_start_are_no_term(text: str) -> None:
    assert weeks(text) is None


def test_the_quote_of_a_term_leaves_the_stop_before_it_out() -> None:
    text = "Hoofd Financiën a.i., 9 maanden, 32 uur"
    found = [(at.start, at.end) for at in (weeks(text), days_a_week(text)) if at]
    assert [text[start:end] for start, end in found] == ["9 maanden", "32 uur"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("drie dagen per week", 3),
        ("36 uur per week", 5),
        ("two to three days a week", 3),
        ("fulltime", 5),
        ("20 hours a week", 3),
        ("24 u/w", 3),
        ("3 dgn p/w", 3),
        ("32u per week", 4),
        ("Projectleider, 32 uur, per maart", 4),
    ],
)
def test_hours_are_counted_in_days_of_eight(text: str, count: int) -> None:
    found = days_a_week(text)
    assert found is not None
    assert found.count == count


def test_eighty_hours_a_week_are_no_week() -> None:
    assert days_a_week("80 uur per week") is None


@pytest.mark.parametrize("text", ["binnen 24 uur, graag", "24 uur per dag bereikbaar", "om 16 uur"])
def test_hours_of_a_day_are_no_week(text: str) -> None:
    assert days_a_week(text) is None


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
