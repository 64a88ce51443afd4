"""Reads one sheet and writes its rows as lines of JSON: what the process of its own does, which read.py starts.

Knows no Django and no settings: nothing of ours is in its reach, for it holds other people's files.
"""

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from interregnum.outside.apart import Refusal, limit

LARGEST_BYTES = 10_000_000
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 50_000, 100, 1_000_000
# One sign more than any cell may have: whoever reads the rows sees that there was too much.
LONGEST_CELL = 5_001
MEMORY, SECONDS, WRITES = 512 * 1024 * 1024, 40, 150_000_000
WHITE = frozenset("\t\n\v\f\r")
DELIMITERS = (";", ",", "\t")

type Row = tuple[int, list[str]]


def rows_of(content: bytes) -> Iterator[Row]:
    """The rows that hold anything, each with its line; the first are the headings. What a file is, its bytes tell."""
    if len(content) > LARGEST_BYTES:
        raise Refusal("sheet.too_large", megabytes=LARGEST_BYTES // 1_000_000)
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise Refusal("sheet.empty")
    if content.startswith(b"PK\x03\x04"):
        from interregnum.outside.sheets.workbook import rows_of_workbook

        return rows_of_workbook(content)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refusal("sheet.old_excel")
    return rows_of_text(text_of(content))


def text_of(content: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16, marked or not, else the Windows alphabet of Western Europe."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(content, "utf-16")
    nulls = content[:4_000].count(0)
    if nulls > len(content[:4_000]) // 4:
        return _decoded(content, "utf-16-le" if content[1:4_000:2].count(0) > nulls // 2 else "utf-16-be")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise Refusal("sheet.cut_off") from None
        text = _decoded(content, "cp1252")
    if _odd_signs(text) > max(20, len(text) // 100):
        raise Refusal("sheet.no_text")
    return text


def _decoded(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refusal("sheet.cut_off" if "truncated" in error.reason else "sheet.no_text") from None
    if _odd_signs(text) > len(text) // 100:
        raise Refusal("sheet.no_text")
    return text


def _odd_signs(text: str) -> int:
    return sum(unicodedata.category(sign) in {"Cc", "Cs", "Cn"} and sign not in WHITE for sign in text[:20_000])


def rows_of_text(text: str) -> Iterator[Row]:
    """The rows of a CSV file. A quote that is never closed means that the file was cut off."""
    text = text.removeprefix("\ufeff")
    first, _, rest = text.partition("\n")
    delimiter = max(DELIMITERS, key=_outside_quotes(first).count)
    skipped = 0
    if first.strip().casefold().removeprefix("sep=") in DELIMITERS and first.casefold().startswith("sep="):
        delimiter, text, skipped = first.strip()[4:], rest, 1
    csv.field_size_limit(LARGEST_BYTES)
    for strict in (True, False):
        try:
            return iter(list(_numbered(text, delimiter, strict=strict, skipped=skipped)))
        except csv.Error as error:
            if "unexpected end of data" in str(error):
                raise Refusal("sheet.cut_off") from None
    raise Refusal("sheet.no_text")


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _numbered(text: str, delimiter: str, *, strict: bool, skipped: int) -> Iterator[Row]:
    """Each row that holds anything, with the line of the file on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    before = reader.line_num
    for row in reader:
        if any(cell.strip() for cell in row):
            yield before + 1 + skipped, row
        before = reader.line_num


def within_limits(rows: Iterable[Row]) -> Iterator[Row]:
    """The same rows with each cell cut to its most, until there are too many. Raises Refusal."""
    cells = 0
    for number, (line, row) in enumerate(rows):
        while row and not row[-1].strip() and len(row) > MOST_COLUMNS:
            row.pop()
        cells += len(row)
        if len(row) > MOST_COLUMNS:
            raise Refusal("sheet.too_many_columns", most=MOST_COLUMNS)
        if number > MOST_ROWS or cells > MOST_CELLS:
            raise Refusal("sheet.too_many_rows", most=MOST_ROWS)
        yield line, [cell[:LONGEST_CELL] for cell in row]


def write(rows: Iterable[Row], target: Path) -> dict[str, object]:
    """Write the rows below the headings; gives the headings and how many rows there are."""
    total, headings = 0, None
    with target.open("w", encoding="utf-8") as file:
        for line, row in within_limits(rows):
            if headings is None:
                headings = row
                continue
            # Escaped, so that whatever a cell holds is one line.
            file.write(json.dumps([line, row]) + "\n")
            total += 1
    if headings is None:
        raise Refusal("sheet.empty")
    return {"headings": headings, "total": total}


def found_in(source: str, target: str) -> dict[str, object]:
    """What a process of its own tells of a file: its headings and how many rows were written, or its refusal."""
    limit(memory=MEMORY, seconds=SECONDS, writes=WRITES)
    try:
        return write(rows_of(Path(source).read_bytes()), Path(target))
    except Refusal as refusal:
        return {"refused": refusal.code, "facts": refusal.facts}
    except (MemoryError, RecursionError):
        return {"refused": "sheet.too_heavy", "facts": {}}
