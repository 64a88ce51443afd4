"""Opens one CV and tells what stands where in it: what the process of its own does, which read.py starts.

Knows no Django and no settings: nothing of ours is in its reach, for it holds other people's files. What the words
mean is not its business: people/rules/cv/ reads them.
"""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

from interregnum.outside.apart import Refusal, limit
from interregnum.outside.archives import fault_of, refers_outside

LARGEST_BYTES = 10_000_000
LONGEST_TEXT = 400_000
MEMORY, SECONDS, WRITES = 768 * 1024 * 1024, 20, 1_000_000
OLD_OFFICE, RICH_TEXT = b"\xd0\xcf\x11\xe0", b"{\\rtf"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")

type Document = dict[str, Any]


def document_of(content: bytes) -> Document:
    """What stands in a file. What kind of file it is, its bytes tell, never its name. Raises Refusal."""
    if len(content) > LARGEST_BYTES:
        raise Refusal("cv.too_large", megabytes=LARGEST_BYTES // 1_000_000)
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise Refusal("cv.empty")
    if b"%PDF-" in content[:1024]:
        from interregnum.outside.cvs.pdf import pages_of

        return pages_of(content)
    if content.startswith(b"PK\x03\x04"):
        return _of_archive(content)
    if content.startswith((OLD_OFFICE, RICH_TEXT)):
        raise Refusal("cv.old_word")
    if content.startswith(PICTURES):
        raise Refusal("cv.picture")
    return _of_text(content)


def _of_archive(content: bytes) -> Document:
    """DOCX or ODT, looked at as an archive before anything in it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            fault = fault_of(archive, len(content))
            if fault:
                raise Refusal(f"cv.{fault}")
            names = set(archive.namelist())
            if refers_outside(archive):
                raise Refusal("cv.entities")
            if "word/document.xml" in names:
                from interregnum.outside.cvs.docx import flow_of_docx

                return flow_of_docx(archive)
            if "content.xml" in names and b"opendocument.text" in archive.read("mimetype")[:100]:
                from interregnum.outside.cvs.odt import flow_of_odt

                return flow_of_odt(archive)
    except zipfile.BadZipFile:
        raise Refusal("cv.damaged") from None
    raise Refusal("cv.other_kind")


def _of_text(content: bytes) -> Document:
    from interregnum.outside.sheets.parse import text_of

    try:
        text = text_of(content)
    except Refusal:
        raise Refusal("cv.other_kind") from None
    if len(text) > LONGEST_TEXT:
        raise Refusal("cv.too_long")
    head = text.lstrip("\ufeff \t\r\n")[:300].casefold()
    if head.startswith("{"):
        return _of_json(text)
    if head.startswith(("<!doctype html", "<html")):
        raise Refusal("cv.other_kind")
    if head.startswith("<"):
        from interregnum.outside.cvs.xml import tree_of

        return {"kind": "xml", "root": tree_of(content)}
    return {"kind": "text", "text": text}


def _of_json(text: str) -> Document:
    try:
        data = json.loads(text.lstrip("\ufeff"))
    except ValueError:
        raise Refusal("cv.damaged") from None
    if not isinstance(data, dict):
        raise Refusal("cv.other_kind")
    return {"kind": "json", "data": data}


def found_in(source: str, _target: str) -> Document:
    """What a process of its own tells of a file: what stands in it, or its refusal."""
    limit(memory=MEMORY, seconds=SECONDS, writes=WRITES)
    try:
        return document_of(Path(source).read_bytes())
    except Refusal as refusal:
        return {"refused": refusal.code, "facts": refusal.facts}
    except (MemoryError, RecursionError):
        return {"refused": "cv.too_heavy", "facts": {}}
    except Exception as error:
        # Libraries for formats of thousands of pages fall in as many ways over a damaged file.
        entities = "Forbidden" in type(error).__name__
        return {"refused": "cv.entities" if entities else "cv.damaged", "facts": {}}
