"""The lines of an ODT file: its header, its text with tables and text boxes, its footer."""

import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from interregnum.outside.apart import Refusal
from interregnum.outside.cvs.xml import children, local

DEEPEST = 30
MOST_SPACES = 40
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
HREF = "{http://www.w3.org/1999/xlink}href"
WITHOUT_LINES = frozenset({"sequence-decls", "tracked-changes", "forms", "variable-decls"})

type Item = dict[str, Any]
type Looks = dict[str, tuple[str, float]]


def flow_of_odt(archive: zipfile.ZipFile) -> dict[str, Any]:
    """Parts in reading order, each a list of items: a line, or the rows of a table. Raises Refusal."""
    content = fromstring(archive.read("content.xml"), forbid_dtd=True)
    _nothing_from_elsewhere(content)
    looks: Looks = {}
    flow = []
    if "styles.xml" in archive.namelist():
        styles = fromstring(archive.read("styles.xml"), forbid_dtd=True)
        looks |= _looks(styles)
        edges = [one for one in styles.iter() if one.tag in {f"{STYLE}header", f"{STYLE}footer"}]
        flow += [{"part": local(one.tag), "items": list(_items(one, looks, [], "", 0))} for one in edges]
    looks |= _looks(content)
    boxes: list[Item] = []
    body = [one for one in content.iter() if local(one.tag) == "text" and "office" in one.tag]
    items = [item for one in body for item in _items(one, looks, boxes, "", 0)]
    flow = [*(one for one in flow if one["part"] == "header"), {"part": "body", "items": items},
            {"part": "box", "items": boxes}, *(one for one in flow if one["part"] == "footer")]  # fmt: skip
    pictures = any(name.startswith("Pictures/") for name in archive.namelist())
    return {"kind": "flow", "parts": [part for part in flow if part["items"]], "pictures": pictures}


def _nothing_from_elsewhere(content: Element) -> None:
    for element in content.iter():
        goes = (element.get(HREF) or "").casefold()
        if local(element.tag) in {"image", "object", "section-source"} and goes.startswith(("http:", "https:", "ftp:")):
            raise Refusal("cv.remote")


def _looks(root: Element) -> Looks:
    """Name of a style -> how its text looks: b for bold, i for italic, and the size in points."""
    looks: Looks = {}
    for style in root.iter(f"{STYLE}style"):
        flags, size = looks.get(style.get(f"{STYLE}parent-style-name") or "", ("", 0.0))
        for one in style.iter(f"{STYLE}text-properties"):
            flags += "b" * ((one.get(f"{FO}font-weight") or "") in {"bold", "600", "700", "800", "900"})
            flags += "i" * ((one.get(f"{FO}font-style") or "") == "italic")
            points = (one.get(f"{FO}font-size") or "").removesuffix("pt")
            size = float(points) if points.replace(".", "", 1).isdigit() else size
        looks[style.get(f"{STYLE}name") or ""] = flags, size
    return looks


def _items(parent: Element, looks: Looks, boxes: list[Item], flags: str, depth: int) -> Iterator[Item]:
    """Lines and tables below an element; what stands in text boxes is put aside in `boxes`."""
    if depth > DEEPEST:
        raise Refusal("cv.damaged")
    for element in parent:
        kind = local(element.tag)
        if kind in {"p", "h"}:
            yield from _lines(element, looks, flags + "h" * (kind == "h"))
            for box in children(element, "text-box", "table"):
                boxes.extend(list(_items(box, looks, boxes, "", depth + 1)))
        elif kind == "table":
            yield {"rows": [_cells(row, looks, boxes, depth) for row in children(element, "table-row", "table")]}
        elif kind == "text-box":
            boxes.extend(list(_items(element, looks, boxes, "", depth + 1)))
        elif kind not in WITHOUT_LINES:
            yield from _items(element, looks, boxes, "*" if kind == "list" else flags, depth + 1)


def _cells(row: Element, looks: Looks, boxes: list[Item], depth: int) -> list[list[Item]]:
    return [list(_items(cell, looks, boxes, "", depth + 1)) for cell in children(row, "table-cell", "table")]


def _lines(paragraph: Element, looks: Looks, flags: str) -> Iterator[Item]:
    own, size = looks.get(paragraph.get(f"{TEXT}style-name") or "", ("", 0.0))
    runs = list(_runs(paragraph, looks, own, size))
    weight = sum(len(words.strip()) for words, _flags, _size in runs) or 1
    for mark in "bi":
        share = sum(len(words.strip()) for words, marks, _size in runs if mark in marks) / weight
        flags += mark * (share > 0.5)
    largest = max((points for words, _flags, points in runs if words.strip()), default=0)
    for line in "".join(words for words, _flags, _size in runs).split("\n"):
        yield {"text": line, "size": largest, "flags": flags}


def _runs(element: Element, looks: Looks, flags: str, size: float) -> Iterator[tuple[str, str, float]]:
    yield _plain(element.text), flags, size
    for child in element:
        kind = local(child.tag)
        if kind in {"span", "a"}:
            own, points = looks.get(child.get(f"{TEXT}style-name") or "", ("", 0.0))
            yield from _runs(child, looks, flags + own, points or size)
        elif kind == "s":
            number = child.get(f"{TEXT}c") or "1"
            yield " " * (min(int(number), MOST_SPACES) if number.isdigit() else 1), flags, size
        else:
            yield {"tab": "\t", "line-break": "\n"}.get(kind, ""), flags, size
        yield _plain(child.tail), flags, size


def _plain(text: str | None) -> str:
    """White space in the file is no more than a space."""
    if not text:
        return ""
    words = " ".join(text.split())
    return " " * text[0].isspace() + words + " " * (text[-1].isspace() and bool(words))
