"""H1 H2: over ten thousand random histories the client pays no day twice and nothing after a manager has gone.

Each property has its control: with the guard in the rule taken away the same histories show faults.
"""

from datetime import date
from decimal import Decimal

import pytest

from interregnum.kernel.money import Money
from interregnum.stages.choose.rules.succeeding import successor_rate
from interregnum.stages.guarantee.rules import days
from interregnum.stages.guarantee.rules.days import (
    Bearer,
    Turn,
    Why,
    Worked,
    day_lines,
    fee_after,
    handover_days,
    overlap_billed,
    owed_after,
)
from interregnum.stages.guarantee.tests.histories import DAY_MINUTES, MOST, histories

pytestmark = [pytest.mark.mission("H1"), pytest.mark.mission("H2")]
MANY = 10_000
MAX = Turn(
    manager="max", first=date(2026, 3, 9), last=date(2026, 3, 17), client_rate=Money(1200), manager_rate=Money(1000)
)
NEW = Turn(
    manager="noor", first=date(2026, 3, 17), last=date(2026, 8, 28), client_rate=Money(1150), manager_rate=Money(900)
)


def worked(manager, day, approved=480):
    return Worked(manager, date(2026, 3, day), 480, approved)


def lines(*rows, turns=(MAX, NEW), handover=()):
    return day_lines(turns, rows, handover=frozenset(date(2026, 3, day) for day in handover), day_minutes=DAY_MINUTES)


def test_an_approved_day_is_billed_at_the_rate_of_whoever_worked():
    first, second = lines(worked("max", 9), worked("noor", 18, approved=240))
    assert (first.bearer, first.client) == (Bearer.CLIENT, Money(1200))
    assert (second.client, second.firm, second.minutes) == (Money(575), Money(0), 240)


def test_a_day_of_hand_over_costs_the_client_nothing_for_either():
    both = lines(worked("max", 17), worked("noor", 17), handover=[17])
    assert [(one.manager, one.why, one.client, one.firm) for one in both] == [
        ("max", Why.HANDOVER, Money(0), Money(1000)),
        ("noor", Why.HANDOVER, Money(0), Money(900)),
    ]


def test_two_managers_on_one_day_are_billed_once():
    first, second = lines(worked("max", 17), worked("noor", 17))
    assert (first.why, first.firm) == (Why.OVERLAP, Money(1000))
    assert (second.bearer, second.client) == (Bearer.CLIENT, Money(1150))


def test_what_the_client_did_not_approve_is_nobody_s_yet():
    (line,) = lines(worked("max", 10, approved=None))
    assert (line.bearer, line.client, line.firm) == (Bearer.NOBODY, Money(0), Money(0))


def test_a_day_after_the_last_one_is_the_firm_s_even_when_it_was_approved():
    (line,) = lines(worked("max", 18), turns=(MAX,))
    assert (line.why, line.client, line.firm) == (Why.OUTSIDE, Money(0), Money(1000))


def test_without_a_successor_there_is_no_hand_over_at_the_firm_s_cost():
    (line,) = lines(worked("max", 16), turns=(MAX,), handover=[16])
    assert line.bearer == Bearer.CLIENT


def test_the_hand_over_is_never_longer_than_the_clause_says():
    assert handover_days([date(2026, 3, day) for day in (20, 17, 19, 18)], most=3) == {
        date(2026, 3, 17), date(2026, 3, 18), date(2026, 3, 19),
    }  # fmt: skip


def test_the_rate_falls_or_stays():
    assert successor_rate(Money(1200), Money(1100)) == Money(1100)
    assert successor_rate(Money(1200), Money(1300)) == Money(1200)


@pytest.mark.parametrize(
    ("mirrored", "notice", "owed"),
    [(True, 30, (0, 0)), (False, 30, (18, 18_000)), (False, 1, (1, 1000)), (False, 400, (95, 95_000))],
)
def test_what_the_manager_s_agreement_still_owes_is_counted_for_the_firm(mirrored, notice, owed):
    found = owed_after(
        date(2026, 3, 17),
        notice_days=notice,
        runs_until=date(2026, 8, 28),
        days_a_week=4,
        rate=Money(1000),
        is_mirrored=mirrored,
        closed=frozenset(),
    )
    assert (found.days, found.amount) == (owed[0], Money(owed[1]))


def faults_of(number):
    """Per property how many histories break it."""
    found = {"overlap": 0, "fee": 0, "days": 0, "handover": 0, "rate": 0}
    for history in histories(number):
        made, written = history.lines, {(one.manager, one.day): one for one in history.worked}
        found["overlap"] += bool(overlap_billed(made))
        found["fee"] += fee_after(made, turns=history.turns) != Money(0)
        found["days"] += [(one.manager, one.day) for one in made] != sorted(written, key=lambda key: key[::-1])
        found["handover"] += len(history.handover) > MOST or any(
            one.client != Money(0)
            for one in made
            if one.day in history.handover and len({turn.manager for turn in history.turns}) > 1
        )
        most = history.turns[0].client_rate
        found["rate"] += any(
            one.client > most * (Decimal(written[one.manager, one.day].approved or 0) / DAY_MINUTES) for one in made
        )
    return found


def test_no_day_is_billed_twice_no_fee_is_left_and_no_day_is_lost_in_ten_thousand_histories():
    assert faults_of(MANY) == dict.fromkeys(("overlap", "fee", "days", "handover", "rate"), 0)


def test_control_without_the_choice_of_one_manager_a_day_is_billed_twice(monkeypatch):
    real = days._line
    monkeypatch.setattr(
        days, "_line", lambda one, turns, handover, _billed, size: real(one, turns, handover, one.manager, size)
    )
    assert faults_of(500)["overlap"] > 0


def test_control_without_a_last_day_a_manager_who_has_gone_is_billed(monkeypatch):
    def endless(one, turns, handover, _billed, size):
        rate = next(turn.client_rate for turn in turns if turn.manager == one.manager)
        return days.DayLine(
            day=one.day, manager=one.manager, minutes=one.minutes, bearer=Bearer.CLIENT, why=Why.APPROVED, client=rate
        )

    monkeypatch.setattr(days, "_line", endless)
    found = faults_of(500)
    assert found["fee"] > 0
    assert found["handover"] > 0
    assert found["rate"] > 0


def test_control_with_one_line_a_day_whoever_worked_a_day_is_lost(monkeypatch):
    real = days.day_lines

    def one_a_day(turns, rows, **terms):
        return real(turns, {one.day: one for one in rows}.values(), **terms)

    monkeypatch.setattr("interregnum.stages.guarantee.tests.histories.day_lines", one_a_day)
    assert faults_of(500)["days"] > 0


def test_control_without_a_limit_the_hand_over_is_longer_than_the_clause(monkeypatch):
    monkeypatch.setattr(
        "interregnum.stages.guarantee.tests.histories.handover_days", lambda asked, *, most: frozenset(asked)
    )
    assert faults_of(500)["handover"] > 0
