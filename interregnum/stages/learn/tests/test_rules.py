"""The rules of a record: what makes a line, how few cases are told, and what they prove."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.role_mix import RoleMix
from interregnum.people.rules.evidence import Counts, Proof, figures
from interregnum.stages.guarantee.rules.reasons import NOT_THE_MANAGER, Cause
from interregnum.stages.learn.rules.lines import COUNTED, SHARES, Kind, Turn, counts_against, distance, lines_of
from interregnum.stages.learn.rules.proof import proved
from interregnum.stages.learn.rules.record import Sums, plain, read, sums_of, told
from interregnum.stages.learn.rules.replay import DECIDED, DROPPED, NOTED, replayed

BEGUN, OVER = date(2026, 3, 9), date(2026, 8, 28)
CASES = st.lists(st.tuples(st.sampled_from(list(Kind)), st.integers(0, 5), st.just(5)), min_size=1, max_size=30)


def turn(**known) -> Turn:
    return Turn(first=BEGUN, last=OVER, **known)


def numbers(**known) -> dict[Kind, int]:
    return {line.kind: line.number for line in lines_of(turn(**known), deadlock_days=20)}


def test_what_was_never_measured_gives_no_line():
    assert lines_of(turn(), deadlock_days=20) == ()


def test_a_result_that_came_in_somebody_elses_time_is_not_theirs():
    assert Kind.FIRST_RESULT not in numbers(first_result_on=BEGUN - timedelta(days=1))
    assert Kind.FIRST_RESULT not in numbers(first_result_on=OVER + timedelta(days=1))
    assert numbers(first_result_on=BEGUN + timedelta(days=18)) == {Kind.FIRST_RESULT: 18}


def test_a_decision_that_lay_open_for_exactly_the_days_is_no_deadlock():
    assert numbers(waited_days=[20]) == {}
    assert numbers(waited_days=[20, 21, 90]) == {Kind.DEADLOCKS: 2}


def test_scores_are_means_and_halves_go_up():
    assert numbers(client=[70, 75], shadow=[80], employees=[35, 36]) == {
        Kind.CLIENT: 73,
        Kind.SHADOW: 80,
        Kind.EMPLOYEES: 36,
    }


@pytest.mark.parametrize("cause", list(Cause))
def test_only_a_cause_in_the_manager_or_in_the_match_counts_against_who_was_replaced(cause):
    is_theirs = cause in {Cause.MANAGER, Cause.MATCH}
    assert counts_against(turn(is_replaced=True, cause=cause)) is is_theirs
    assert (Kind.REPLACED in numbers(is_replaced=True, cause=cause)) is is_theirs
    assert is_theirs is (cause not in NOT_THE_MANAGER)


def test_a_replacement_waits_for_its_cause():
    assert numbers(is_replaced=True) == {}


@given(st.lists(st.integers(0, 100), min_size=4, max_size=4).filter(lambda parts: sum(parts) > 0))
def test_who_works_as_offered_is_at_distance_nought_and_nobody_further_than_a_hundred(parts):
    shares = [100 * part // sum(parts) for part in parts]
    mix = RoleMix(100 - sum(shares[1:]), *shares[1:])
    assert distance(mix, [mix]) == 0
    assert 0 <= distance(mix, [RoleMix(100, 0, 0, 0), RoleMix(0, 0, 0, 100)]) <= 100


@given(CASES, st.integers(0, 40))
def test_the_sums_do_not_depend_on_the_order_and_come_back_from_the_table(cases, seed):
    other = cases.copy()
    random.Random(seed).shuffle(other)
    assert sums_of(cases) == sums_of(other) == read(plain(sums_of(cases)))


@given(
    st.sampled_from([kind for kind in Kind if kind not in COUNTED]),
    st.lists(st.integers(0, 5), min_size=1, max_size=12),
    st.lists(st.integers(0, 5), min_size=5, max_size=60),
    st.integers(1, 20),
)
def test_what_is_told_lies_between_the_own_mean_and_the_firms_and_within_its_interval(kind, own, others, strength):
    of = 5 if kind in SHARES else 0
    mine = sums_of((kind, number, of) for number in own)[kind]
    firm = mine + sums_of((kind, number, of) for number in others)[kind]
    found = told(kind, mine, firm, strength=strength, least=5)
    mean = firm.number / (firm.of if kind in SHARES else firm.lines)
    low, high = sorted((found.own, mean))
    assert low - 1e-9 <= found.shrunk <= high + 1e-9
    assert found.low - 1e-9 <= found.shrunk <= found.high + 1e-9
    wider = told(kind, mine, firm, strength=strength + 5, least=5)
    assert abs(wider.shrunk - mean) <= abs(found.shrunk - mean) + 1e-9


def test_a_firm_with_fewer_than_five_lines_tells_no_mean():
    own = Sums(1, 80, 0, 6400)
    assert told(Kind.CLIENT, own, Sums(4, 300, 0, 22700), strength=4, least=5).shrunk is None
    assert told(Kind.CLIENT, own, Sums(5, 380, 0, 29100), strength=4, least=5).shrunk is not None


def test_a_line_that_was_struck_or_dropped_is_not_in_the_record():
    noted = [(NOTED, {"line": code, "tells": "client", "number": 80, "of": 0}) for code in "abc"]
    after = [(DROPPED, {"line": "a"}), (DECIDED, {"line": "b", "is_struck": True})]
    assert replayed([*noted, *after, (DECIDED, {"line": "c", "is_struck": False})])[Kind.CLIENT].lines == 1


def test_what_is_erased_from_the_journal_tells_nothing():
    assert replayed([(NOTED, {}), (DROPPED, {})]) == {}


def test_a_low_score_confirms_nothing_and_takes_nothing_away():
    assert proved({Kind.CLIENT: 69}, (), least_score=70).is_confirmed is None
    assert proved({Kind.CLIENT: 70}, (), least_score=70).is_confirmed is True


@given(st.dictionaries(st.sampled_from([Kind.STANDS_3, Kind.STANDS_6, Kind.STANDS_12]), st.integers(0, 3)))
def test_a_result_that_was_all_gone_when_the_client_was_asked_last_proves_nothing(stood):
    kept = [stood[kind] for kind in (Kind.STANDS_3, Kind.STANDS_6, Kind.STANDS_12) if kind in stood]
    found = proved({Kind.RESULTS: 2} | stood, (), least_score=70)
    assert found.has_result == (not kept or kept[-1] > 0)


def test_what_was_struck_proves_nothing():
    found = proved({Kind.REPLACED: 1, Kind.DEADLOCKS: 2}, {Kind.REPLACED, Kind.DEADLOCKS}, least_score=70)
    assert (found.failed, found.has_deadlock) == (False, False)


@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 6))
def test_one_that_failed_takes_away_one_case_and_never_more_than_there_are(declared, cases, failed):
    good = [Proof("crisis", ("performance",), 4, False, True)] * cases
    bad = [Proof("crisis", ("performance",), None, False, None, failed=True)] * failed
    found = figures(Counts({"crisis": declared}), [*good, *bad])
    assert found.categories.get("crisis", 0) == max(0, max(declared, cases) - failed)
    assert found.reasons.get("performance", 0) == max(0, cases - failed)
