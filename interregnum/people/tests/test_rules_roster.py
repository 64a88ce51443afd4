"""A roster from a spreadsheet: good rows come in, bad cells are named, nothing in it is ever run."""

import csv
import io
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.kernel.lists import Category, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.outside.apart import Refusal
from interregnum.people.rules.importing import RowFault
from interregnum.people.rules.roster import HEADER, RosterRow, roster_line
from tests.rosters import read_roster

ROW = {
    "name": "Max Verzonnen",
    "email": "max.verzonnen@example.org",
    "phone": "06-00000001",
    "place": "Utrecht",
    "travel_km": "60",
    "available_on": "2026-03-02",
    "days_a_week": "4",
    "day_rate": "1150.50",
    "level": "senior",
    "disciplines": "back_office|finance",
    "sectors": "bank",
    "languages": "nl|en",
    "role_mix": "operational:40|adviser:20|coach:20|change:20",
    "categories": "change:4|crisis:1",
    "reasons": "performance:3|restore_order:2",
    "first_result_weeks": "6",
    "deadlocks_broken": "2",
    "cases_with_referee": "3",
    "former_employers": "Proefpolis N.V.|Schijnlease B.V.",
    "wants_permanent": "no",
    "summary": "Brings calm.",
}
MAX = RosterRow(
    name="Max Verzonnen",
    email="max.verzonnen@example.org",
    phone="06-00000001",
    place="Utrecht",
    travel_km=60,
    available_on=date(2026, 3, 2),
    days_a_week=4,
    day_rate=Money("1150.50"),
    level=Level.SENIOR,
    disciplines=("back_office", "finance"),
    sectors=("bank",),
    languages=("nl", "en"),
    role_mix=RoleMix(40, 20, 20, 20),
    categories={Category.CHANGE: 4, Category.CRISIS: 1},
    reasons={Reason.PERFORMANCE: 3, Reason.RESTORE_ORDER: 2},
    first_result_weeks=6,
    deadlocks_broken=2,
    cases_with_referee=3,
    former_employers=("Proefpolis N.V.", "Schijnlease B.V."),
    wants_permanent=False,
    summary="Brings calm.",
)


def a_file(*rows: dict[str, str] | list[str], delimiter: str = ",", header: tuple[str, ...] = HEADER) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(header)
    writer.writerows(row if isinstance(row, list) else [row[column] for column in header] for row in rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_good_row_comes_in(delimiter, mark):
    assert read_roster(mark + a_file(ROW, delimiter=delimiter)) == ((MAX,), ())


def test_the_columns_may_stand_in_any_order_among_others():
    header = ("remarks", *reversed(HEADER))
    assert read_roster(a_file(ROW | {"remarks": "x"}, header=header).replace("name", "Name ", 1)) == ((MAX,), ())


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("name", "", "cell.missing"),
        ("name", "x" * 121, "cell.too_long"),
        ("name", "Max\x00", "cell.text"),
        ("email", "max at example", "cell.email"),
        ("email", "a@b", "cell.email"),
        ("email", "a" * 250 + "@example.org", "cell.email"),
        ("email", "", "cell.missing"),
        ("phone", "call me", "cell.phone"),
        ("travel_km", "far", "cell.number"),
        ("travel_km", "501", "cell.number"),
        ("travel_km", "-5", "cell.number"),
        ("travel_km", "٣", "cell.number"),
        ("available_on", "31-02-2026", "cell.date"),
        ("available_on", "soon", "cell.date"),
        ("available_on", "", "cell.missing"),
        ("available_on", "0000-01-01", "cell.date"),
        ("days_a_week", "0", "cell.number"),
        ("days_a_week", "6", "cell.number"),
        ("day_rate", "1.150,50", "cell.money"),
        ("day_rate", "0", "cell.money"),
        ("day_rate", "1e3", "cell.money"),
        ("level", "boss", "cell.level"),
        ("level", "", "cell.missing"),
        ("disciplines", "", "cell.missing"),
        ("disciplines", "back office", "cell.list"),
        ("languages", "dutch", "cell.list"),
        ("role_mix", "operational:40", "cell.role_mix"),
        ("role_mix", "operational:40|leader:60", "cell.role_mix"),
        ("role_mix", "", "cell.missing"),
        ("categories", "change", "cell.cases"),
        ("categories", "change:x", "cell.cases"),
        ("categories", "change:1|change:2", "cell.cases"),
        ("categories", "charm:1", "cell.cases"),
        ("reasons", "performance:100", "cell.cases"),
        ("first_result_weeks", "?", "cell.number"),
        ("deadlocks_broken", "", "cell.missing"),
        ("wants_permanent", "perhaps", "cell.yes_no"),
        ("wants_permanent", "", "cell.missing"),
        ("former_employers", "x" * 121, "cell.too_long"),
    ],
)
def test_a_bad_cell_is_named_and_the_good_rows_still_come_in(column, cell, code):
    good, faults = read_roster(
        a_file(ROW | {column: cell, "email": cell if column == "email" else "x@example.org"}, ROW)
    )
    assert good == (MAX,)
    assert [(fault.line, fault.column, fault.code) for fault in faults] == [(2, column, code)]


def test_every_bad_cell_of_a_row_is_named_at_once():
    _, faults = read_roster(a_file(ROW | {"level": "boss", "travel_km": "far"}))
    assert faults == (RowFault(2, "travel_km", "far", "cell.number"), RowFault(2, "level", "boss", "cell.level"))


@pytest.mark.parametrize(
    ("column", "cell", "field", "value"),
    [
        ("available_on", "2-3-2026", "available_on", date(2026, 3, 2)),
        ("day_rate", "1150,5", "day_rate", Money("1150.50")),
        ("wants_permanent", "JA", "wants_permanent", True),
        ("level", "Senior", "level", Level.SENIOR),
        ("first_result_weeks", "", "first_result_weeks", None),
        ("phone", "", "phone", ""),
        ("sectors", "", "sectors", ()),
        ("disciplines", " Finance || finance|SALES ", "disciplines", ("finance", "sales")),
        ("categories", "change:0|crisis:2", "categories", {Category.CRISIS: 2}),
        ("name", "  Max\n  Verzonnen ", "name", "Max Verzonnen"),
        ("role_mix", "adviser:100", "role_mix", RoleMix(0, 100, 0, 0)),
    ],
)
def test_what_a_spreadsheet_makes_of_a_cell_is_understood(column, cell, field, value):
    (row,), faults = read_roster(a_file(ROW | {column: cell}))
    assert (getattr(row, field), faults) == (value, ())


def test_the_same_address_twice_is_a_fault_whatever_the_case():
    good, faults = read_roster(a_file(ROW, ROW | {"email": "MAX.Verzonnen@example.org"}))
    assert good == (MAX,)
    assert faults == (RowFault(3, "email", "MAX.Verzonnen@example.org", "roster.double"),)


def test_an_address_whose_first_row_was_bad_is_free():
    good, faults = read_roster(a_file(ROW | {"level": "boss"}, ROW))
    assert (good, [fault.code for fault in faults]) == ((MAX,), ["cell.level"])


def test_rows_that_are_too_short_or_too_long():
    line = [ROW[column] for column in HEADER]
    good, faults = read_roster(a_file(line[:-1], [*line, "more"], line))
    assert good == (MAX,)
    assert [(fault.line, fault.code) for fault in faults] == [(2, "sheet.columns"), (3, "sheet.columns")]


def test_empty_rows_are_passed_over_and_line_numbers_stay_right():
    text = a_file(ROW | {"summary": "two\nlines", "email": "a@example.org"}, [""] * 21, ROW | {"level": "boss"})
    good, faults = read_roster(text)
    assert len(good) == 1
    # The first manager takes two lines of the file, the empty row one.
    assert [fault.line for fault in faults] == [5]


@pytest.mark.parametrize("text", ["", "\n", "one,two\n1,2\n", "hello", ",".join(HEADER[1:])])
def test_a_file_without_the_header_is_one_fault(text):
    good, faults = read_roster(text)
    assert good == ()
    assert [(fault.line, fault.code) for fault in faults] == [(1, "roster.header")]


def test_the_missing_columns_are_named():
    header = tuple(column for column in HEADER if column not in {"level", "summary"})
    assert read_roster(a_file(ROW, header=header))[1] == (RowFault(1, "", "level", "roster.header"),)


def test_a_plain_list_of_managers_is_taken_and_tells_of_no_cases():
    plain = ("name", "email", "place", "available_on", "day_rate", "level", "disciplines", "languages")
    (row,), faults = read_roster(a_file(ROW, header=plain))
    assert faults == ()
    assert (row.deadlocks_broken, row.cases_with_referee, row.categories, row.first_result_weeks) == (0, 0, {}, None)
    assert row.role_mix == RoleMix(25, 25, 25, 25)
    assert (row.travel_km, row.days_a_week, row.wants_permanent) == (50, 5, False)


@pytest.mark.parametrize("nasty", ["=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "'=1", "''+1"])
def test_a_formula_is_text_and_leaves_as_text(nasty):
    plain = nasty.replace("|", "/")
    (row,), _ = read_roster(a_file(ROW | {"summary": f"'{plain}"}))
    assert row.summary == plain
    assert roster_line(row)[HEADER.index("summary")] == f"'{plain}"


lines = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="|"), max_size=30).map(
    lambda text: " ".join(text.split())
)
some_text = lines.filter(bool)
count = st.integers(0, 99)
codes = st.lists(st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True), min_size=1, max_size=4, unique=True).map(tuple)
shares = st.lists(st.integers(0, 100), min_size=3, max_size=3).map(sorted)
rows = st.builds(
    RosterRow,
    name=some_text,
    email=st.from_regex(r"[a-z+=.'-]{1,9}@[a-z]{1,9}\.example", fullmatch=True),
    phone=st.sampled_from(["", "+31 6 0000 0001", "(06) 0000-0001"]),
    place=some_text,
    travel_km=st.integers(0, 500),
    available_on=st.dates(),
    days_a_week=st.integers(1, 5),
    day_rate=st.integers(1, 9_999_999).map(Money.from_cents),
    level=st.sampled_from(Level),
    disciplines=codes,
    sectors=codes,
    languages=st.sampled_from([("nl",), ("nl", "en"), ("de", "fr", "nl")]),
    role_mix=shares.map(lambda cut: RoleMix(cut[0], cut[1] - cut[0], cut[2] - cut[1], 100 - cut[2])),
    categories=st.dictionaries(st.sampled_from(Category), st.integers(1, 99)),
    reasons=st.dictionaries(st.sampled_from(Reason), st.integers(1, 99)),
    first_result_weeks=st.none() | st.integers(0, 520),
    deadlocks_broken=count,
    cases_with_referee=count,
    former_employers=st.lists(some_text, max_size=3, unique=True).map(tuple),
    wants_permanent=st.booleans(),
    summary=lines,
)


@given(st.lists(rows, max_size=4, unique_by=lambda row: row.email.casefold()), st.sampled_from(",;"))
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_back_the_same(managers, delimiter):
    text = a_file(*map(roster_line, managers), delimiter=delimiter)
    assert read_roster(text) == (tuple(managers), ())


@given(rows)
@settings(max_examples=40, deadline=None)
def test_no_cell_of_an_export_is_a_formula(row):
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in roster_line(row))


@given(st.text())
@settings(deadline=None)
def test_no_text_makes_the_reader_fall(text):
    for hostile in (text, a_file() + text):
        with suppress(Refusal):
            read_roster(hostile)
