"""Files as they really come: in every alphabet, half, or made to do harm. Each refusal says why."""

import io
import json
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from interregnum.outside import apart
from interregnum.outside.sheets import read
from interregnum.outside.sheets.parse import LARGEST_BYTES, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from interregnum.outside.sheets.read import Refused, Sheet, read_sheet
from interregnum.people.texts import REFUSALS

TEXT = "naam;plaats\nZoë Café;'s-Hertogenbosch\n"
PARTS = {
    "xl/workbook.xml": b"<workbook/>",
    "[Content_Types].xml": b"<Types/>",
}


def rows(found: Sheet | Refused) -> list[list[str]]:
    assert isinstance(found, Sheet), found
    return [json.loads(line)[1] for line in found.rows.splitlines()]


def archive(members: dict[str, bytes] | None = None) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in (PARTS | (members or {})).items():
            target.writestr(name, data)
    return content.getvalue()


def workbook(*lines: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def with_part(content: bytes, name: str, data: bytes) -> bytes:
    """The same workbook with one part more, or another one in its place."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for member in source.namelist():
            if member != name:
                made.writestr(member, source.read(member))
        made.writestr(name, data)
    return target.getvalue()


LATE = b"<!--" + b" " * 70_000 + b"--><!DOCTYPE x [<!ENTITY y 'z'>]><worksheet><sheetData/></worksheet>"
BOOK = workbook(["naam", "plaats"], ["Zoë", "Zwolle"])


@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_whatever_its_alphabet(alphabet):
    found = read_sheet(TEXT.encode(alphabet))
    assert (found.headings, rows(found)) == (["naam", "plaats"], [["Zoë Café", "'s-Hertogenbosch"]])


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_text_is_read_whatever_parts_its_cells(delimiter):
    assert rows(read_sheet(TEXT.replace(";", delimiter).encode())) == [["Zoë Café", "'s-Hertogenbosch"]]


def test_the_first_line_of_excel_that_names_the_delimiter_is_no_row():
    found = read_sheet(b"sep=,\r\nnaam,plaats\r\nA,B\r\n")
    assert (found.headings, json.loads(found.rows)) == (["naam", "plaats"], [3, ["A", "B"]])


def test_a_workbook_gives_its_cells_as_a_person_would_type_them():
    book = workbook(
        ["naam", "dag", "bedrag", "ja"],
        ["A", datetime(2026, 3, 9), 1250.0, True],  # noqa: DTZ001 - a spreadsheet knows no time zones
        [],
        ["B", date(2026, 3, 10), 12.5, None],
    )
    found = read_sheet(book)
    assert [json.loads(line) for line in found.rows.splitlines()] == [
        [2, ["A", "2026-03-09", "1250", "yes"]],
        [4, ["B", "2026-03-10", "12.5", ""]],
    ]


def test_a_formula_is_text_in_a_csv_file_and_nothing_in_a_workbook_that_was_never_calculated():
    assert rows(read_sheet(b"a;b\n=1+1;x\n")) == [["=1+1", "x"]]
    assert rows(read_sheet(workbook(["a", "b"], ["=1+1", "x"]))) == [["", "x"]]


def test_a_cell_is_cut_just_above_the_longest_that_may_be():
    assert len(rows(read_sheet(b"a;b\n" + b"x" * 20_000 + b";y\n"))[0][0]) == LONGEST_CELL


def test_a_null_in_a_cell_is_left_for_the_rule_to_refuse():
    assert rows(read_sheet(b"a;b\nPiet\x00;y\n")) == [["Piet\x00", "y"]]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "sheet.empty"),
        (b" \r\n \r\n", "sheet.empty"),
        (b"\xef\xbb\xbf", "sheet.empty"),
        (b"a" * (LARGEST_BYTES + 1), "sheet.too_large"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "sheet.no_text"),
        (b"%PDF-1.7\n" + bytes(range(128, 256)) * 40, "sheet.no_text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "sheet.old_excel"),
        ("naam;plaats\nA;Zoë".encode()[:-1], "sheet.cut_off"),
        (b'naam;plaats\nA;"een begin', "sheet.cut_off"),
        (TEXT.encode("utf-16")[:-1], "sheet.cut_off"),
        ((";".join("x" * (MOST_COLUMNS + 1)) + "\n").encode(), "sheet.too_many_columns"),
        (b"a;b\n" + b"1;2\n" * (MOST_ROWS + 1), "sheet.too_many_rows"),
        (BOOK[:-40], "sheet.damaged"),
        (BOOK[: len(BOOK) // 2], "sheet.damaged"),
        (archive(), "sheet.damaged"),
        (archive({"xl/workbook.xml": b"0" * 20_000_000}), "sheet.bomb"),
        (archive({f"xl/{number}": b"" for number in range(2_001)}), "sheet.bomb"),
        (archive({"xl/vbaProject.bin": b"x"}), "sheet.macros"),
        (archive({"xl/embeddings/another.xlsx": b"x"}), "sheet.nested"),
        (archive({"../../etc/passwd": b"x"}), "sheet.nested"),
        (archive({"word/document.xml": b"x"}).replace(b"xl/workbook.xml", b"xl/werkboek.xml"), "sheet.no_workbook"),
        (with_part(BOOK, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>"), "sheet.damaged"),
        (
            with_part(
                BOOK,
                "xl/sharedStrings.xml",
                b'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><sst><si><t>&y;</t></si></sst>',
            ),
            "sheet.entities",
        ),
        (with_part(BOOK, "xl/worksheets/sheet1.xml", LATE), "sheet.entities"),
    ],
)
def test_each_refusal_says_why(content, code):
    found = read_sheet(content)
    assert isinstance(found, Refused), found
    assert found.code == code
    assert REFUSALS[code] % dict(found.facts)


def test_a_sheet_that_eats_all_memory_takes_nobody_along(monkeypatch):
    """The control of the limits: with so little memory even a plain file is too heavy, and we live on."""
    program = "from interregnum.outside.sheets import parse; parse.MEMORY = 30_000_000; "
    monkeypatch.setattr(apart, "PROGRAM", apart.PROGRAM.replace("from importlib", program + "from importlib", 1))
    assert read_sheet(b"a;b\n" + (b"x" * 220 + b";2\n") * 40_000) == Refused("sheet.too_heavy")


def test_a_sheet_that_never_ends_is_given_up(monkeypatch):
    monkeypatch.setattr(read, "PATIENCE", 0.5)
    monkeypatch.setattr(apart, "PROGRAM", "import time; time.sleep(30)")
    assert read_sheet(b"a;b\n1;2\n") == Refused("sheet.too_heavy")


def test_the_child_sees_nothing_of_our_environment(monkeypatch):
    monkeypatch.setenv("INTERREGNUM_SECRET", "canary")
    shows = 'import json, os; print(json.dumps({"refused": "sheet.empty", "facts": dict(os.environ)}))'
    monkeypatch.setattr(apart, "PROGRAM", shows)
    assert "INTERREGNUM_SECRET" not in read_sheet(b"x").facts
