"""Texts from files and from standard input, whoever wrote them with whatever program."""

import json
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from interregnum.outside.sheets.parse import LARGEST_BYTES as LARGEST_SHEET
from interregnum.outside.sheets.read import Sheet, read_sheet
from interregnum.people.rules.importing import Fields, Line, guessed, lacking, read_lines
from interregnum.people.texts import REFUSALS

LARGEST_BYTES = 5_000_000
STANDARD_INPUT = "-"
ENCODINGS = ("utf-8-sig", "cp1252")


class Unreadable(Exception):  # noqa: N818 - it says what the file is
    """This file gives no text; the words are for the person at the keyboard."""


def read_text(name: str) -> str:
    """The text of a file, or of standard input for "-". Raises Unreadable with the reason in words."""
    try:
        content = _bytes_of(name)
    except OSError as error:
        raise Unreadable(_("%(name)s: cannot be read (%(why)s)") % {"name": name, "why": error.strerror}) from None
    if len(content) > LARGEST_BYTES:
        raise Unreadable(_("%(name)s: larger than 5 MB") % {"name": name})
    if not content.strip():
        raise Unreadable(_("%(name)s: the file is empty") % {"name": name})
    for encoding in () if b"\x00" in content else ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(_("%(name)s: this is no text file") % {"name": name})


def read_rows(name: str, fields: Fields) -> tuple[Line, ...]:
    """The rows of a CSV or XLSX file, by the headings that its fields are known by. Raises Unreadable."""
    sheet = sheet_of(name)
    columns = guessed(sheet.headings, fields)
    lacks = ", ".join(lacking(columns, fields))
    if lacks:
        raise Unreadable(f"{name}: {REFUSALS['import.columns_needed'] % {'names': lacks}}")
    return tuple(read_lines(map(json.loads, sheet.rows.splitlines()), fields, columns, width=len(sheet.headings)))


def sheet_of(name: str) -> Sheet:
    """A CSV or XLSX file, read by a process of its own. Raises Unreadable with the reason in words."""
    try:
        sheet = read_sheet(_bytes_of(name, LARGEST_SHEET))
    except OSError as error:
        raise Unreadable(_("%(name)s: cannot be read (%(why)s)") % {"name": name, "why": error.strerror}) from None
    if not isinstance(sheet, Sheet):
        raise Unreadable(f"{name}: {REFUSALS[sheet.code] % sheet.facts}")
    return sheet


def _bytes_of(name: str, largest: int = LARGEST_BYTES) -> bytes:
    # One byte more than may be read tells that there is too much, without reading it all.
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(largest + 1)
    with Path(name).open("rb") as file:
        return file.read(largest + 1)
