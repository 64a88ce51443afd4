"""What was declared holds until cases prove more; what cases prove goes with them."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.people.rules.evidence import Counts, Proof, declared_anew, figures

NUMBERS = st.integers(0, 6)
PER_CODE = st.dictionaries(st.sampled_from(["change", "crisis"]), st.integers(1, 6))
COUNTS = st.builds(Counts, PER_CODE, PER_CODE, st.none() | NUMBERS, NUMBERS, NUMBERS)
PROOFS = st.lists(
    st.builds(
        Proof,
        st.sampled_from(["change", "crisis"]),
        st.just(("performance",)),
        st.none() | NUMBERS,
        st.booleans(),
        st.sampled_from([None, True, False]),
    ),
    max_size=6,
)
SURE = Proof("crisis", ("restore_order",), 4, True, True)


def test_confirmed_cases_count_beside_what_was_declared():
    declared = Counts({"crisis": 1, "change": 3}, {}, 9, 1, 1)
    assert figures(declared, [SURE, SURE]) == Counts({"crisis": 2, "change": 3}, {"restore_order": 2}, 4, 2, 2)


def test_a_case_that_its_referee_denies_counts_for_nothing():
    assert figures(Counts(), [Proof("crisis", ("restore_order",), 4, True, False)]) == Counts()


def test_a_case_without_an_answer_counts_for_its_kind_alone():
    assert figures(Counts(), [Proof("crisis", (), 4, True, None)]) == Counts({"crisis": 1})


@settings(max_examples=40)
@given(COUNTS)
def test_without_cases_the_figures_are_what_was_declared(declared):
    assert figures(declared, []) == declared


@settings(max_examples=40)
@given(COUNTS, PROOFS, PROOFS)
def test_a_case_less_never_raises_a_count(declared, kept, gone):
    less, more = figures(declared, kept), figures(declared, kept + gone)
    assert less.cases_with_referee <= more.cases_with_referee
    assert less.deadlocks_broken <= more.deadlocks_broken
    assert all(number <= more.categories.get(code, 0) for code, number in less.categories.items())


@settings(max_examples=40)
@given(COUNTS, PROOFS)
def test_a_roster_that_was_downloaded_and_comes_back_declares_nothing_new(declared, proofs):
    shown = figures(declared, proofs)
    assert declared_anew(declared, shown, shown=shown) == declared


def test_one_corrected_figure_of_a_downloaded_roster_is_declared_and_the_others_are_not():
    declared = Counts({"change": 3}, cases_with_referee=1)
    shown = figures(declared, [SURE, SURE])
    said = replace(shown, categories={"change": 5, "crisis": 2})
    assert declared_anew(declared, said, shown=shown) == Counts({"change": 5}, cases_with_referee=1)
