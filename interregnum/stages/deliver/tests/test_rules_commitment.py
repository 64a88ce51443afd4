"""Commitment by rules alone: what is refused, and that nothing which others read tells of fewer than five."""

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.kernel.period import Period
from interregnum.stages.deliver.rules.commitment import (
    Circle,
    Commitment,
    Named,
    StakeKind,
    check_day,
    check_named,
    course_of_levels,
    step_taken,
)
from interregnum.stages.deliver.rules.groups import LEAST, bands_of, blocks_of, is_told_anew

TERM = Period(date(2026, 3, 2), date(2026, 8, 28))
COUNTS = st.lists(st.integers(0, 30), min_size=4, max_size=4)


def named(**changes: object) -> Named:
    fields = {"kind": StakeKind.PERSON, "name": "Hoofd operatie", "circle": Circle.MIDDLE, "people": 1}
    return Named(**(fields | changes))  # type: ignore[arg-type]


def codes(reasons: object) -> list[str]:
    return [reason.code for reason in reasons]  # type: ignore[attr-defined]


def test_the_manager_in_person_a_double_and_a_group_of_one_are_refused() -> None:
    assert codes(check_named(named(name=" max  MANAGER "), managers=["Max Manager"], others=[])) == [
        "deliver.stake_is_manager"
    ]
    assert codes(check_named(named(name="hoofd Operatie"), managers=[], others=["Hoofd  operatie"])) == [
        "deliver.stake_twice"
    ]
    assert codes(check_named(named(kind=StakeKind.GROUP), managers=[], others=[])) == ["deliver.group_of_one"]
    assert check_named(named(), managers=["Max"], others=["Directie"]) == ()


def test_a_day_lies_within_the_assignment_and_is_not_to_come() -> None:
    today = date(2026, 4, 1)
    for day, code in (
        (date(2026, 3, 1), "deliver.day_outside_assignment"),
        (date(2026, 8, 29), "deliver.day_outside_assignment"),
        (date(2026, 4, 2), "deliver.seen_later"),
    ):
        assert codes(check_day(day, TERM, today=today, field="noted_on")) == [code]
    assert check_day(today, TERM, today=today, field="noted_on") == ()


def test_the_course_counts_each_week_as_it_ended() -> None:
    against, helps = Commitment.AGAINST, Commitment.HELPS
    mondays = [date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 16)]
    moved = [(date(2026, 3, 10), against), (date(2026, 3, 20), helps)]
    assert course_of_levels([moved], mondays) == (
        (mondays[1], (1, 0, 0, 0)),
        (mondays[2], (0, 0, 1, 0)),
    )
    assert (step_taken(against, helps), step_taken(None, helps)) == (2, 0)


@given(COUNTS)
def test_no_band_tells_of_fewer_than_five(counts: list[int]) -> None:
    bands = bands_of(counts, floor=LEAST)
    assert sum(band.people for band in bands) == sum(counts)
    assert [band.first for band in bands] == [0, *(band.last + 1 for band in bands[:-1])]
    assert bands[-1].last == 3
    assert len(bands) == 1 or all(band.people >= LEAST for band in bands)


def test_no_block_can_be_read_back_to_the_level_of_one() -> None:
    """Whoever knows the rule as well: for each thing told, each person may stand at two levels at least."""
    told: dict[tuple[object, ...], list[Counter[int]]] = {}
    for size in range(LEAST, 13):
        for against in range(size + 1):
            for lets in range(size + 1 - against):
                for helps in range(size + 1 - against - lets):
                    counts = (against, lets, helps, size - against - lets - helps)
                    told.setdefault(bands_of(counts, floor=LEAST), []).append(Counter(dict(enumerate(counts))))
    for bands, possible in told.items():
        levels = {level for counts in possible for level, people in counts.items() if people}
        assert len(levels) >= 2, bands
        # Nobody is told to be the only one: for each level either five stand there, or it is not certain who does.
        for level in range(4):
            known = {counts[level] for counts in possible}
            assert len(known) > 1 or known == {0} or min(known) >= LEAST, (bands, level)


@settings(max_examples=200)
@given(
    st.dictionaries(st.sampled_from(list(Circle)), st.integers(1, 9), max_size=6),
    st.dictionaries(st.sampled_from(list(Circle)), st.integers(0, 9), max_size=6),
)
def test_blocks_have_five_people_no_circle_in_common_and_never_come_apart(
    before: dict[Circle, int], more: dict[Circle, int]
) -> None:
    first = blocks_of(before, floor=LEAST)
    after = {
        circle: before.get(circle, 0) + more.get(circle, 0)
        for circle in {*before, *more}
        if before.get(circle, 0) + more.get(circle, 0)
    }
    second = blocks_of(after, floor=LEAST, merged=first)
    for people, blocks in ((before, first), (after, second)):
        assert all(sum(people.get(circle, 0) for circle in block) >= LEAST for block in blocks)
        circles = [circle for block in blocks for circle in block]
        assert len(circles) == len(set(circles))
    assert all(any(block <= larger for larger in second) for block in first)


def test_a_block_is_told_anew_when_five_moved() -> None:
    assert not is_told_anew(4, known_before=True, floor=5)
    assert is_told_anew(5, known_before=True, floor=5)
    assert is_told_anew(0, known_before=False, floor=5)
