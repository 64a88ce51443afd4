"""Two payments alike to the letter in two statements of one file: both count where the statements follow each other,
and one of them where they overlap."""

import io
import zipfile
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.outside.bank import read_camt
from interregnum.stages.invoice.tests.statements import balance, entry, follows, statement


def zipped(*documents):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for place, content in enumerate(documents):
            archive.writestr(f"{place}.xml", content)
    return target.getvalue()


ALIKE = entry("10", text="same")
MORNING = follows(1, ALIKE, opening=0, closing=10)
EVENING = follows(2, ALIKE, opening=10, closing=20)


def test_in_statements_that_follow_each_other_both_are_payments_in_whatever_order_they_stand():
    read = read_camt(zipped(MORNING, EVENING))
    assert (len(read.payments), read.repeated) == (2, 0)
    ids = {one.line_id for one in read.payments}
    assert len(ids) == 2
    assert {one.line_id for one in read_camt(zipped(EVENING, MORNING)).payments} == ids
    # Read once more alone, it is known.
    assert {one.line_id for one in read_camt(EVENING).payments} < ids


def test_what_two_statements_tell_that_overlap_counts_once_and_is_said_to_be_known():
    for once_more in (MORNING, statement(ALIKE, number="2026-9"), follows(3, ALIKE, opening=0, closing=10)):
        read = read_camt(zipped(MORNING, once_more))
        assert (len(read.payments), read.repeated) == (1, 1)


def test_a_statement_of_earlier_days_does_not_follow_though_its_balance_fits():
    earlier = entry("10", text="same", day="2026-11-01")
    balances = balance("OPBD", "10.00") + balance("CLBD", "30.00")
    whole = statement(earlier, ALIKE, balances=balances, number="2026-8")
    read = read_camt(zipped(MORNING, whole))
    assert (len(read.payments), read.repeated) == (2, 1)


@settings(deadline=None)
@given(st.lists(st.integers(1, 3), min_size=1, max_size=5), st.data())
def test_as_many_count_as_stand_in_statements_in_a_row_and_telling_them_twice_adds_none(counts, data):
    ends = [0]
    for count in counts:
        ends.append(ends[-1] + 10 * count)
    row = [
        follows(place, *[ALIKE] * count, opening=opening, closing=closing)
        for place, (count, (opening, closing)) in enumerate(zip(counts, pairwise(ends), strict=True))
    ]
    read = read_camt(zipped(*row))
    assert (len(read.payments), read.repeated) == (sum(counts), 0)
    again = data.draw(st.sampled_from(row))
    twice = read_camt(zipped(*row, again))
    assert {one.line_id for one in twice.payments} == {one.line_id for one in read.payments}
