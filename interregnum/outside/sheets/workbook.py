"""The first sheet of an Excel workbook. Looked at as an archive before anything in it is unpacked."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from interregnum.outside.apart import Refusal
from interregnum.outside.archives import fault_of, refers_outside
from interregnum.outside.sheets.parse import MOST_COLUMNS, MOST_ROWS, Row


def rows_of_workbook(content: bytes) -> Iterator[Row]:
    """The rows of the first sheet that is shown and holds anything. Raises Refusal."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            check(archive, len(content))
        return _rows(content)
    except Refusal:
        raise
    except (MemoryError, RecursionError):
        raise Refusal("sheet.too_heavy") from None
    except Exception as error:
        if "Forbidden" in type(error.__cause__ or error).__name__:
            raise Refusal("sheet.entities") from None
        # A library for a format of thousands of pages falls in as many ways over a damaged file.
        raise Refusal("sheet.damaged") from None


def check(archive: zipfile.ZipFile, size: int) -> None:
    """Refuse what is no plain workbook or would grow too large: by the archive's own list, nothing is unpacked yet."""
    fault = fault_of(archive, size)
    if fault:
        raise Refusal(f"sheet.{fault}")
    if "xl/workbook.xml" not in {member.filename.casefold() for member in archive.infolist()}:
        raise Refusal("sheet.no_workbook")
    if refers_outside(archive):
        raise Refusal("sheet.entities")


def _rows(content: bytes) -> Iterator[Row]:
    import openpyxl

    if not openpyxl.DEFUSEDXML:
        raise RuntimeError("openpyxl would read XML without defusedxml")
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        rows = list(_rows_of(sheet)) if sheet.sheet_state == "visible" else []
        if rows:
            return iter(rows)
    raise Refusal("sheet.empty")


def _rows_of(sheet: Any) -> Iterator[Row]:
    found = width = 0
    for line, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True), 1):
        row = [_text(cell) for cell in cells]
        while row and not row[-1].strip():
            row.pop()
        if not row:
            continue
        found += 1
        if found > MOST_ROWS + 1:
            raise Refusal("sheet.too_many_rows", most=MOST_ROWS)
        width = width or len(row)
        # A workbook leaves out the empty cells at the end of a row.
        yield line, row + [""] * (width - len(row))


def _text(cell: object) -> str:
    """A cell as a person would have typed it: 1250 and not 1250.0, a day without midnight."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
        case _:
            return str(cell)
