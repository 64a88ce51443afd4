"""Texts from files and from standard input, whoever wrote them with whatever program."""

import sys
from pathlib import Path

from django.utils.translation import gettext as _

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


def _bytes_of(name: str) -> bytes:
    # One byte more than may be read tells that there is too much, without reading it all.
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(LARGEST_BYTES + 1)
