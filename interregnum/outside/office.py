"""Office files from elsewhere: which kind one is, and why it may not be handed on. Nothing in it is run or shown."""

import io
import zipfile
import zlib
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from interregnum.outside.apart import Refusal
from interregnum.outside.archives import fault_of, refers_outside

WHOLE = "application/vnd.openxmlformats-officedocument."
# The part that a file of each kind has, its media type, and how its name ends.
KINDS = {
    "word/document.xml": (f"{WHOLE}wordprocessingml.document", "docx"),
    "xl/workbook.xml": (f"{WHOLE}spreadsheetml.sheet", "xlsx"),
    "ppt/presentation.xml": (f"{WHOLE}presentationml.presentation", "pptx"),
}
ZIP = b"PK\x03\x04"
# What is put in an office file and opened by another program.
ACTIVE = ("/embeddings/", "/activex/", "/externallinks/", "/ctrlprops/")

# What Python's readers of archives and XML say of bytes that are none.
DAMAGED = (zipfile.BadZipFile, zlib.error, ParseError, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


def office_kind(content: bytes) -> str:
    """The media type by what is in the file, never by its name; "" for what is no office file.

    Raises Refusal with why it is not taken: damaged, bomb, locked, macros, nested or elsewhere.
    """
    if not content.startswith(ZIP):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            kind = next((media for part, (media, _end) in KINDS.items() if part in names), "")
            fault = _fault(archive, len(content)) if kind else ""
    except DAMAGED:
        raise Refusal("damaged") from None
    if fault:
        raise Refusal(fault)
    return kind


def extension_of(media_type: str) -> str:
    """How the name of an office file of this media type ends. Raises StopIteration for another."""
    return next(end for media, end in KINDS.values() if media == media_type)


def _fault(archive: zipfile.ZipFile, size: int) -> str:
    if fault := fault_of(archive, size):
        return fault
    if any(part in f"/{name.casefold()}" for name in archive.namelist() for part in ACTIVE):
        return "nested"
    return "elsewhere" if refers_outside(archive) or _fetches(archive) else ""


def _fetches(archive: zipfile.ZipFile) -> bool:
    """Whether opening the file asks another machine for something, as a template from elsewhere does; links do not."""
    return any(_leads_away(archive.read(name)) for name in archive.namelist() if name.casefold().endswith(".rels"))


def _leads_away(relations: bytes) -> bool:
    try:
        found = fromstring(relations)
    except DefusedXmlException:
        return True
    return any(
        one.get("TargetMode", "").casefold() == "external" and not one.get("Type", "").endswith("/hyperlink")
        for one in found
    )
