"""Files that a page hands out line by line."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class _Echo:
    """A file that hands back each line as it is written, so that a large list never stands in memory."""

    def write(self, line: str) -> str:
        return line


def csv_lines(header: Sequence[object], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A CSV file; who writes the cells has made them safe to open in a spreadsheet (people/rules/cells.py, guard)."""
    writer = csv.writer(_Echo())
    # The mark in front tells Excel that the file is UTF-8.
    yield "\ufeff" + writer.writerow(header)
    for row in rows:
        yield writer.writerow(row)


def workbook(title: str, header: Sequence[object], rows: Iterable[Sequence[str]]) -> bytes:
    """An XLSX file in which every cell is a text: nothing that looks like a formula is one."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for row in (header, *rows):
        cells = [WriteOnlyCell(sheet, value=str(cell)) for cell in row]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def attachment(content: bytes, name: str) -> HttpResponse:
    """Somebody else's file: to be saved under a name of ours, and never shown by the browser as a page of ours."""
    headers = {"X-Content-Type-Options": "nosniff", "Content-Disposition": f"attachment; filename={name}"}
    return HttpResponse(content, content_type="application/octet-stream", headers=headers)


def saved_as(name: str) -> dict[str, str]:
    """Headers of a file of ours that is kept under this name."""
    return {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
