"""What may stand in a clause: a partner writes words and merge fields, and nothing that could run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.stages.contract.rules.kinds import BY_CODE, CLAUSES, ClauseKind
from interregnum.stages.contract.rules.wording import LONGEST, Paragraph, faults, fields_in, filled

NOTICE, ASSIGNMENT = BY_CODE["notice"], BY_CODE["assignment"]
GOOD = "Each of us may end this agreement with notice of {notice}."


def codes(kind: ClauseKind, text: str) -> list[str]:
    return [reason.code for reason in faults(kind, text, place="text_nl")]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (GOOD, None),
        (GOOD + "\n\nTo {client}, about {number}.", None),
        ("", "contract.clause_empty"),
        (" \n ", "contract.clause_empty"),
        ("A month.", "contract.clause_field_missing"),
        (GOOD + " {rate}", "contract.clause_field_unknown"),
        (GOOD + " {NOTICE}", "contract.clause_field_unknown"),
        (GOOD + " {}", "contract.clause_field_unknown"),
        (GOOD + " {client.name}", "contract.clause_field_unknown"),
        (GOOD + " {{ 7*7 }}", "contract.clause_brace"),
        (GOOD + " {notice", "contract.clause_brace"),
        (GOOD + " notice}", "contract.clause_brace"),
        (GOOD + " {not\nice}", "contract.clause_brace"),
        (GOOD + "x" * LONGEST, "contract.clause_too_long"),
    ],
)
def test_a_clause_is_refused_with_its_reason(text, fault):
    found = codes(NOTICE, text)
    assert (fault in found) if fault else found == []


@pytest.mark.parametrize(
    ("field", "clause"), [("reviews", "shadow"), ("aftercare", "aftercare"), ("cap", "expenses_capped")]
)
def test_a_field_stands_in_its_own_clause_and_in_no_other(field, clause):
    text = f"Words with {{{field}}}."
    assert codes(BY_CODE[clause], text) == []
    assert codes(BY_CODE[clause], "Words.") == ["contract.clause_field_missing"]
    others = [kind for kind in CLAUSES if kind.code != clause]
    assert [kind.code for kind in others if "contract.clause_field_unknown" not in codes(kind, text)] == []


def test_a_clause_that_binds_nothing_may_be_left_empty():
    assert codes(BY_CODE["aftercare"], "") == []
    assert codes(BY_CODE["disputes"], "") == ["contract.clause_empty"]


def test_words_of_somebody_else_stand_at_the_end_of_a_paragraph():
    good = "It is {category}.\n\nThe problem:\n{problem}"
    assert codes(ASSIGNMENT, good) == []
    assert codes(ASSIGNMENT, good + " and so on.") == ["contract.clause_quote_place"]
    assert codes(ASSIGNMENT, good + "\n{result}") == ["contract.clause_quote_place"]


def test_a_paragraph_whose_quotation_is_empty_is_left_out():
    text = "The problem:\n{problem}\n\nThe result:\n{result}"
    assert filled(text, {"problem": "Late.", "result": " "}) == (Paragraph("The problem:", "Late."),)


def test_what_is_filled_in_is_not_read_for_fields_again():
    assert filled(GOOD, {"notice": "{rate}"})[0].text.endswith("{rate}.")


@given(st.text(alphabet="{}ab \n\r", max_size=60))
def test_words_without_a_fault_can_always_be_filled(text):
    kind = ClauseKind(code="x", free=("a", "b", "ab"))
    if not faults(kind, text, place="text_nl"):
        parts = filled(text, dict.fromkeys(kind.fields, "v"))
        assert not any(sign in part.text for part in parts for sign in "{}")
        assert all(name in kind.fields for name in fields_in(text))
