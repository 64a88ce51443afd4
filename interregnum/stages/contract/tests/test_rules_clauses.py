"""H3: every contract holds the guarantee, on both sides, with the numbers as signed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.lists import Assurance, Category
from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.stages.contract.rules.clauses import Assigned, GuaranteeTerms, Span, Unit, clauses, guarantee_clause
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.rules.terms import ContractTerms
from interregnum.stages.contract.texts.wording import PARAGRAPHS, TITLES

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


def assigned(assurance: Assurance = Assurance.STANDARD, result: str = "R") -> Assigned:
    return Assigned(category=Category.CHANGE, problem="P", result_wanted=result, assurance=assurance)


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
@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("assurance", Assurance)
@pytest.mark.parametrize("result", ["", "R"])
def test_every_agreement_holds_the_guarantee_before_the_clause_on_notice(side, assurance, result):
    codes = [clause.code for clause in clauses(TERMS, GUARANTEE, assigned(assurance, result), side=side)]
    assert codes.index("guarantee") < codes.index("notice")
    assert len(codes) == len(set(codes)) == len(TITLES)


@pytest.mark.mission("H3")
@pytest.mark.parametrize("side", Side)
def test_the_guarantee_says_the_numbers_that_are_kept(side):
    spans = {
        value for paragraph in guarantee_clause(GUARANTEE, side=side).paragraphs for value in paragraph.facts.values()
    }
    assert spans == {
        Span(48, Unit.HOURS),
        Span(5, Unit.WORKING_DAYS),
        Span(3, Unit.DAYS),
        Span(3, Unit.WEEKS),
        Span(2, Unit.WORKING_DAYS),
    }


@pytest.mark.parametrize(("side", "shown", "hidden"), [(Side.CLIENT, 1437, 1150), (Side.MANAGER, 1150, 1437)])
def test_neither_side_reads_the_rate_of_the_other(side, shown, hidden):
    values = [
        value
        for clause in clauses(TERMS, GUARANTEE, assigned(), side=side)
        for paragraph in clause.paragraphs
        for value in paragraph.facts.values()
    ]
    assert Money(shown) in values
    assert Money(hidden) not in values


@pytest.mark.parametrize("side", Side)
def test_each_paragraph_has_words_and_no_words_are_left_over(side):
    used = {
        paragraph.code
        for assurance in Assurance
        for clause in clauses(TERMS, GUARANTEE, assigned(assurance), side=side)
        for paragraph in clause.paragraphs
    }
    assert used == set(PARAGRAPHS[side])
