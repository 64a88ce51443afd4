"""What a plan says otherwise than the contract."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.lists import Category
from interregnum.kernel.period import Period
from interregnum.stages.deliver.plan_texts import asked_of
from interregnum.stages.deliver.rules.deviations import (
    Contracted,
    Deviation,
    DeviationKind,
    deviations,
    fault_of_answers,
)
from interregnum.stages.deliver.rules.plan import Part, PhaseLine, Plan, ResultLine
from interregnum.stages.deliver.rules.plan_kept import from_plain, plain
from interregnum.stages.deliver.rules.plan_template import plan_template

ENDS_ON = date(2026, 8, 28)
DAYS = Contracted("Dagen tot offerte", "dagen", Decimal(19), Decimal(5), date(2026, 7, 31))
LINE = ResultLine("Dagen tot offerte", "dagen", Decimal(19), Decimal(5), date(2026, 7, 31))


def plan(*results: ResultLine, ends_on: date = ENDS_ON) -> Plan:
    return Plan({Part.FACTS: "Traag."}, results, (PhaseLine("Landen", ends_on, "Besproken"),), date(2026, 4, 1))


def found(contracted: tuple[Contracted, ...], written: Plan) -> list[tuple[DeviationKind, str, str]]:
    return [(one.kind, one.before, one.after) for one in deviations(contracted, written, ends_on=ENDS_ON)]


def test_a_plan_that_says_what_was_contracted_differs_in_nothing():
    same = ResultLine(" dagen  tot OFFERTE", "Dagen", Decimal("19.00"), Decimal(5), date(2026, 7, 31))
    assert found((DAYS,), plan(LINE)) == found((DAYS,), plan(same)) == []


@pytest.mark.parametrize(
    ("line", "kind", "before", "after"),
    [
        (ResultLine("Dagen tot offerte", "weken", Decimal(19), Decimal(5), LINE.due_on), "unit", "dagen", "weken"),
        (ResultLine("Dagen tot offerte", "dagen", Decimal(21), Decimal(5), LINE.due_on), "baseline", "19", "21"),
        (ResultLine("Dagen tot offerte", "dagen", Decimal(19), Decimal("7.5"), LINE.due_on), "target", "5", "7.5"),
        (
            ResultLine("Dagen tot offerte", "dagen", Decimal(19), Decimal(5), ENDS_ON),
            "due",
            "2026-07-31",
            "2026-08-28",
        ),
    ],
)
def test_each_figure_and_day_that_differs_is_a_line(line: ResultLine, kind: str, before: str, after: str):
    assert found((DAYS,), plan(line)) == [(kind, before, after)]


def test_a_result_that_was_dropped_or_added_is_a_line_and_so_is_a_later_end():
    other = ResultLine("Klachten", "per week", Decimal(9), Decimal(2), ENDS_ON)
    kinds = [kind for kind, *_ in found((DAYS,), plan(other, ends_on=date(2026, 9, 30)))]
    assert kinds == [DeviationKind.DROPPED, DeviationKind.ADDED, DeviationKind.END]


def test_a_result_is_known_by_its_code_and_then_its_words_are_compared():
    renamed = ResultLine("Doorlooptijd", "dagen", Decimal(19), Decimal(5), LINE.due_on, code="abc")
    known = Contracted(**vars(DAYS) | {"code": "abc"})
    assert found((known,), plan(renamed)) == [(DeviationKind.TITLE, "Dagen tot offerte", "Doorlooptijd")]


def test_what_was_left_open_may_be_filled_in_and_where_nothing_was_contracted_nothing_is_added():
    assert found((Contracted("Dagen tot offerte"),), plan(LINE)) == []
    assert found((), plan(LINE)) == []


@given(st.permutations([DAYS, Contracted("Klachten", "per week", Decimal(9), Decimal(2), ENDS_ON)]))
def test_the_order_of_the_results_makes_no_difference(contracted: list[Contracted]):
    lines = [ResultLine(one.title, one.unit, Decimal(9), Decimal(1), LINE.due_on) for one in contracted]
    forth = set(deviations(contracted, plan(*lines), ends_on=ENDS_ON))
    assert forth == set(deviations(contracted, plan(*reversed(lines)), ends_on=ENDS_ON))
    assert all(isinstance(one, Deviation) for one in forth)


def test_nothing_is_agreed_while_a_line_has_no_answer_or_is_refused():
    assert fault_of_answers(["accepted", "recontract"]) is None
    waiting, refused = fault_of_answers(["accepted", ""]), fault_of_answers(["refused", "accepted"])
    assert waiting is not None and waiting.reasons[0].code == "deliver.deviation_unanswered"
    assert refused is not None and refused.reasons[0].code == "deliver.deviation_refused"


def test_a_version_keeps_a_plan_whole():
    written = plan(LINE)
    assert from_plain(plain(written)) == written


@pytest.mark.parametrize("category", Category)
def test_each_category_asks_every_part_and_has_a_day_for_the_first_result(category: Category):
    term = Period(date(2026, 3, 2), ENDS_ON)
    assert set(asked_of(category)) == set(Part)
    assert term.first < plan_template(category, term=term).first_result_on < term.last
