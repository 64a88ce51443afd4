"""B2 D3 D4 D8: what an assignment of the firm counts for in a brief, as the figures of a profile count it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.lists import Category, Reason
from interregnum.people.rules.evidence import Counts, Proof, figures
from interregnum.stages.choose.rules.firm_proof import counts_for

ASKED = (Category.CHANGE, (Reason.PERFORMANCE,))
WELL = Proof(Category.CHANGE, (Reason.PERFORMANCE,), 6, True, True)
proofs = st.builds(
    Proof,
    category=st.sampled_from(list(Category)),
    reasons=st.lists(st.sampled_from(list(Reason)), unique=True).map(tuple),
    weeks=st.none() | st.integers(0, 60),
    has_deadlock=st.booleans(),
    is_confirmed=st.none() | st.booleans(),
    failed=st.booleans(),
)


@pytest.mark.parametrize(
    ("proof", "codes"),
    [
        (WELL, {"category", "issue", "speed", "breakthrough", "references"}),
        (Proof(Category.CHANGE, (), None, False, None), {"category"}),
        (Proof(Category.CHANGE, (Reason.PERFORMANCE,), 6, True, False), set()),
        (Proof(Category.CHANGE, (Reason.PERFORMANCE,), 6, True, None, failed=True), {"category", "issue"}),
        (Proof(Category.CRISIS, (Reason.RESTORE_ORDER,), None, False, True), {"references", "steadiness"}),
    ],
)
def test_it_counts_for_what_it_shows_and_for_nothing_else(proof, codes):
    assert set(counts_for(proof, *ASKED)) == {f"choose.{code}" for code in codes}


@given(proofs)
def test_whatever_counts_for_a_criterion_changes_the_figures_and_nothing_else_does(proof):
    """The page names no evidence that the points do not know, and leaves none out."""
    declared = Counts({one: 1 for one in Category}, {one: 1 for one in Reason})
    one = figures(Counts(), [proof]) if not proof.failed else figures(declared, [proof])
    none = Counts() if not proof.failed else declared
    counted = {
        "choose.category": one.categories.get(Category.CHANGE) != none.categories.get(Category.CHANGE),
        "choose.issue": one.reasons.get(Reason.PERFORMANCE) != none.reasons.get(Reason.PERFORMANCE),
        "choose.speed": one.first_result_weeks is not None,
        "choose.breakthrough": one.deadlocks_broken > 0,
        "choose.references": one.cases_with_referee > 0,
        "choose.steadiness": one.categories.get(Category.CRISIS) != none.categories.get(Category.CRISIS)
        or one.reasons.get(Reason.RESTORE_ORDER) != none.reasons.get(Reason.RESTORE_ORDER),
    }
    assert set(counts_for(proof, *ASKED)) == {code for code, is_so in counted.items() if is_so}
