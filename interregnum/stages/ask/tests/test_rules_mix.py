"""B3: shares that the client itself gives the four roles go before what a category usually asks for."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.ask.lexicon import shipped_lexicon
from interregnum.stages.ask.rules.mix import told_shares
from interregnum.stages.ask.rules.triage import Problem, triage

ON = date(2026, 9, 1)


@pytest.mark.mission("B3")
@pytest.mark.parametrize(
    ("text", "mix"),
    [
        ("Gezocht: interim manager, 50% operationeel en 50% coach.", RoleMix(50, 0, 50, 0)),
        (
            "Wij zoeken een verandermanager: 60 procent verandering, 30 % adviserend, 10% coachend.",
            RoleMix(0, 30, 10, 60),
        ),
        ("We need an interim head: 70 percent operational, 30% as a coach.", RoleMix(70, 0, 30, 0)),
    ],
)
def test_the_mix_is_the_one_that_was_told_and_its_words_are_quoted(text: str, mix: RoleMix) -> None:
    found = triage(Problem(text), lexicon=shipped_lexicon(), on=ON)
    assert found.role_mix == mix
    quotes = [row.quote for row in found.evidence if row.field == "role"]
    assert len(quotes) > 1
    assert all(re.search(rf"{re.escape(quote)}\b", text) for quote in quotes)


@pytest.mark.parametrize(
    "text",
    [
        "80% van de operationele kosten, 20 procent van de adviseurs",
        "50% coach",
        "100% operationeel",
        "30% advies, 30% advies, 40% coach",
        "60% coach en 60% operationeel",
    ],
)
def test_what_is_no_division_of_the_week_is_not_read_as_one(text: str) -> None:
    assert not told_shares(text)


@given(st.lists(st.integers(0, 999), min_size=4, max_size=4))
def test_a_told_mix_always_makes_a_hundred(percents: list[int]) -> None:
    roles = ("operationeel", "adviseur", "coach", "verandering")
    told = told_shares(", ".join(f"{percent}% {role}" for percent, role in zip(percents, roles, strict=True)))
    assert bool(told) == (sum(percents) == 100)
