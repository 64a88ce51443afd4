"""What two profiles have in common, by the names, numbers and positions of people in the Netherlands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.people.rules.duplicates import Ground, Known, grounds, is_near_name, is_same_name, keys_of, name_of
from interregnum.people.rules.merging import merged_values, most_declared


@pytest.mark.parametrize(
    ("one", "other", "same", "near"),
    [
        ("Jan van den Berg", "Berg, Jan van den", True, True),
        ("drs. Anneke de Vries", "Anneke Vries", True, True),
        ("José Müller", "Jose Muller", True, True),
        ("J. Bakker", "Jan Bakker", False, True),
        ("J.P. Bakker", "Jan Bakker", False, True),
        ("Jan Bakker", "Jan Bakker-Smit", False, True),
        ("Willem Jansen", "Willem Janssen", False, True),
        ("Jan Bakker", "Joost Bakker", False, False),
        ("Jan Bos", "Jan Vos", False, False),
        ("Bakker", "Bakker", False, False),
    ],
)
def test_names_are_compared_as_people_write_them(one, other, same, near):
    assert is_same_name(name_of(one), name_of(other)) is same
    assert is_near_name(name_of(one), name_of(other)) is near


def test_each_ground_is_named_and_positions_count_as_often_as_they_are_shared():
    jobs = {("Bank De Proef", date(2020, 1, 1)), ("Fonds Zus", date(2022, 5, 1)), ("Elders", None)}
    one = Known("Jan Bakker", "jan.bakker@een.nl", "06-12345678", "Goes", "12345678", frozenset(jobs))
    other = Known("J. Bakker", "Jan.Bakker@twee.nl", "+31 6 1234 5678", "goes", "", frozenset(jobs))
    assert grounds(one, other) == {Ground.BOX: 1, Ground.PHONE: 1, Ground.NAME_NEAR: 1, Ground.PLACE: 1, Ground.JOB: 2}
    assert keys_of(one) & keys_of(other)


def test_empty_fields_and_shared_boxes_are_no_ground():
    one, other = Known("Anna Zus", "contact@een.nl"), Known("Bert Zo", "contact@twee.nl")
    assert grounds(one, other) == {}
    assert not keys_of(one) & keys_of(other)


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_stands_in_a_name_it_is_compared_both_ways_alike(one, other):
    first, second = Known(one, other), Known(other, one)
    assert grounds(first, second) == grounds(second, first)


def test_a_conflict_of_either_stays_and_of_what_was_declared_the_better_figure():
    lists = {"former_employers": ["Bank"], "conflicts": [], "wants_permanent": False, "place": "Goes"}
    other = {"former_employers": ["bank", "Fonds"], "conflicts": ["Zus"], "wants_permanent": True, "place": "Zwolle"}
    changed = merged_values(lists, other, ["place"])
    assert changed == other | {"former_employers": ["Bank", "Fonds"]}
    assert merged_values(lists, lists, ()) == {}
    assert most_declared(
        {"categories": {"crisis": 1}, "first_result_weeks": 6, "deadlocks_broken": 1},
        {"categories": {"crisis": 3, "change": 1}, "first_result_weeks": 4, "deadlocks_broken": 0},
    ) == {"categories": {"change": 1, "crisis": 3}, "first_result_weeks": 4, "deadlocks_broken": 1}
