"""H3: every contract holds the guarantee, on both sides, with the numbers as signed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.lists import Assurance, Category
from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.parameters.first_values import first_values
from interregnum.stages.contract.rules.clauses import (
    Assigned,
    FurtherTerms,
    GuaranteeTerms,
    Span,
    Spans,
    Unit,
    insured_at_least,
    lasting_values,
    longest_wait,
    rate_stays_until,
    silence_values,
    values_of,
    wait_values,
)
from interregnum.stages.contract.rules.costs import Expenses, cap_values
from interregnum.stages.contract.rules.kinds import BY_CODE, CLAUSES, EVERYWHERE, codes_for
from interregnum.stages.contract.rules.lasting import TAKEN_FROM, Lasting
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.rules.terms import ContractTerms

VALUES = {
    "profile_hours": 48,
    "start_working_days": 5,
    "handover_days": 3,
    "improvement_weeks": 3,
    "decision_working_days": 2,
}
GUARANTEE = GuaranteeTerms(**VALUES)
TERMS = ContractTerms(
    term=Period(date(2026, 4, 6), date(2026, 10, 4)),
    days_a_week=4,
    client_rate=Money(1437),
    manager_rate=Money(1150),
    notice_days=30,
    payment_days=30,
)
FURTHER = FurtherTerms(
    indexation_months=12,
    solicitation_months=12,
    takeover_days=20,
    absence_working_days=10,
    breach_hours=24,
    liability_months=6,
    insured_amount=1_000_000,
)
LASTING = Lasting.from_values({name: first_values()[parameter] for name, parameter in TAKEN_FROM.items()})
ASSIGNED = Assigned(category=Category.CHANGE, problem="P", result_wanted="R")


@given(st.fixed_dictionaries({name: st.integers(1, 400) for name in VALUES}))
def test_the_guarantee_comes_back_from_the_table_as_it_was_signed(values):
    assert GuaranteeTerms.from_values(values).to_values() == values


@pytest.mark.parametrize("wrong", [0, -1, 2.5, "3", True, None])
def test_a_guarantee_without_a_real_number_is_no_guarantee(wrong):
    with pytest.raises(ValueError, match="whole number"):
        GuaranteeTerms.from_values(VALUES | {"handover_days": wrong})


def test_a_guarantee_that_lacks_a_term_is_not_read():
    with pytest.raises(KeyError):
        GuaranteeTerms.from_values({"profile_hours": 48})


@pytest.mark.mission("H3")
@pytest.mark.parametrize("assurance", Assurance)
def test_every_agreement_holds_the_guarantee_before_the_clause_on_notice(assurance):
    codes = codes_for(assurance)
    assert codes.index("guarantee") < codes.index("notice")
    assert len(codes) == len(set(codes)) == len(CLAUSES) - 7


def test_an_agreement_says_what_silence_about_hours_does_only_where_it_does_something():
    assert "hours" not in codes_for(Assurance.STANDARD)
    assert "hours" in codes_for(Assurance.STANDARD, silence_approves=True)
    assert silence_values(None) == silence_values(0) == {}


@pytest.mark.mission("H3")
@pytest.mark.parametrize("side", Side)
def test_the_guarantee_says_the_numbers_that_are_kept(side):
    values = values_of(TERMS, GUARANTEE, FURTHER, ASSIGNED, side=side)
    assert [values[name] for name in BY_CODE["guarantee"].bound] == [
        Span(48, Unit.HOURS),
        Span(5, Unit.WORKING_DAYS),
        Span(3, Unit.DAYS),
        Span(3, Unit.WEEKS),
        Span(2, Unit.WORKING_DAYS),
    ]


@pytest.mark.parametrize(("side", "shown", "hidden"), [(Side.CLIENT, 1437, 1150), (Side.MANAGER, 1150, 1437)])
def test_neither_side_reads_the_rate_of_the_other(side, shown, hidden):
    values = values_of(TERMS, GUARANTEE, FURTHER, ASSIGNED, side=side).values()
    assert Money(shown) in values
    assert Money(hidden) not in values


@pytest.mark.parametrize("kind", CLAUSES, ids=lambda kind: kind.code)
def test_each_field_that_a_clause_may_use_has_a_value(kind):
    known = {
        *values_of(TERMS, GUARANTEE, FURTHER, ASSIGNED, side=Side.CLIENT),
        *silence_values(5),
        *wait_values(30),
        *lasting_values(LASTING, category=Category.CHANGE, assurance=Assurance.STANDARD),
        *cap_values(Money(500)),
        *EVERYWHERE,
        "framework",
        "framework_day",
    }
    assert set(kind.fields) <= known


@pytest.mark.parametrize("expenses", Expenses)
def test_an_agreement_says_one_thing_about_expenses(expenses):
    codes = codes_for(Assurance.STANDARD, expenses=expenses)
    assert [code for code in codes if code in set(Expenses)] == [expenses]


def test_the_words_say_how_often_the_three_sit_together_only_where_they_do():
    said = lasting_values(LASTING, category=Category.CHANGE, assurance=Assurance.INTENSIVE)
    assert said == {"aftercare": Spans((3, 6, 12), Unit.MONTHS), "reviews": Span(2, Unit.WEEKS)}
    assert "reviews" not in lasting_values(LASTING, category=Category.CHANGE, assurance=Assurance.NONE)


def test_the_rate_stays_for_the_months_of_the_clause_and_for_good_without_it():
    kept = {"client": [("indexation", 1)], "manager": [("insurance", 2)]}
    assert rate_stays_until(kept, FURTHER, starts_on=date(2026, 3, 9)) == date(2027, 3, 8)
    assert rate_stays_until({}, FURTHER, starts_on=date(2026, 3, 9)) is None
    assert insured_at_least(kept, FURTHER.to_values()) == Money(1_000_000)
    assert insured_at_least({}, FURTHER.to_values()) == insured_at_least(kept, {}) == Money(0)


@given(st.integers(1, 400), st.booleans(), st.booleans())
def test_a_manager_waits_for_the_client_only_where_their_own_agreement_says_so(days, is_signed, of_client):
    assert ("paid_when_paid" in codes_for(Assurance.STANDARD, manager_waits=is_signed)) is is_signed
    side = "client" if of_client else "manager"
    kept = {side: [("paid_when_paid", 1)]} if is_signed else {}
    assert longest_wait(kept, {"paid_when_paid_days": days}) == (days if is_signed and not of_client else 0)
    assert longest_wait(kept, {}) == 0
    assert (wait_values(days), wait_values(0)) == ({"wait": Span(days, Unit.DAYS)}, {})
