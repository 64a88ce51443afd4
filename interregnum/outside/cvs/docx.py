"""The lines of a DOCX file: its header, its text with tables and text boxes, its footer. Nothing in it is run."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from interregnum.outside.apart import Refusal
from interregnum.outside.cvs.xml import children, local

DEEPEST = 20
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OUTSIDE = ("attachedTemplate", "oleObject", "frame", "subDocument", "image")
OFF = frozenset({"0", "false", "off", "none"})

type Item = dict[str, Any]


@dataclass
class Styles:
    """What the named styles of a file say of their paragraphs."""

    headings: set[str] = field(default_factory=set)
    bullets: set[str] = field(default_factory=set)
    bold: set[str] = field(default_factory=set)
    size: dict[str, float] = field(default_factory=dict)


def flow_of_docx(archive: zipfile.ZipFile) -> dict[str, Any]:
    """Parts in reading order, each a list of items: a line, or the rows of a table. Raises Refusal."""
    _nothing_from_elsewhere(archive)
    names = archive.namelist()
    styles = _styles_of(_root(archive, "word/styles.xml")) if "word/styles.xml" in names else Styles()
    parts = [("header", name) for name in names if name.startswith("word/header")]
    parts += [("body", "word/document.xml")]
    parts += [("footer", name) for name in names if name.startswith("word/footer")]
    flow = []
    for kind, name in parts:
        root = _root(archive, name)
        body = root.find(f"{W}body")
        boxes: list[Item] = []
        items = list(_items(root if body is None else body, styles, boxes, 0))
        flow += [{"part": kind, "items": items}, {"part": "box", "items": boxes}]
    pictures = any(name.startswith("word/media/") for name in names)
    return {"kind": "flow", "parts": [part for part in flow if part["items"]], "pictures": pictures}


def _root(archive: zipfile.ZipFile, name: str) -> Element:
    root: Element = fromstring(archive.read(name), forbid_dtd=True)
    return root


def _nothing_from_elsewhere(archive: zipfile.ZipFile) -> None:
    """A link may point out of the file; a template, picture or object that would be fetched may not."""
    for name in archive.namelist():
        if name.startswith("word/_rels/"):
            for one in _root(archive, name):
                if one.get("TargetMode") == "External" and (one.get("Type") or "").endswith(OUTSIDE):
                    raise Refusal("cv.remote")


def _styles_of(root: Element) -> Styles:
    styles = Styles()
    for style in root.iter(f"{W}style"):
        code, name = style.get(f"{W}styleId") or "", style.find(f"{W}name")
        words = (name.get(f"{W}val") or "" if name is not None else "").casefold()
        if words.startswith(("heading", "kop", "title", "titel")):
            styles.headings.add(code)
        if "list" in words or "lijst" in words or "bullet" in words:
            styles.bullets.add(code)
        if _is_on(style.find(f"{W}rPr/{W}b")):
            styles.bold.add(code)
        size = style.find(f"{W}rPr/{W}sz")
        if size is not None:
            styles.size[code] = _points(size)
    return styles


def _is_on(element: Element | None) -> bool:
    return element is not None and (element.get(f"{W}val") or "1") not in OFF


def _points(size: Element) -> float:
    half = size.get(f"{W}val") or ""
    return int(half) / 2 if half.isdigit() else 0


def _items(parent: Element, styles: Styles, boxes: list[Item], depth: int) -> Iterator[Item]:
    """Lines and tables below an element; what stands in text boxes is put aside in `boxes`."""
    if depth > DEEPEST:
        raise Refusal("cv.damaged")
    for element in parent:
        kind = local(element.tag)
        if kind == "p":
            yield from _lines(element, styles)
            for box in _boxes(element):
                boxes.extend(list(_items(box, styles, boxes, depth + 1)))
        elif kind == "tbl":
            yield {"rows": [_cells(row, styles, boxes, depth) for row in children(element, "tr", "tbl")]}
        elif kind in {"sdt", "sdtContent", "ins", "smartTag", "customXml"}:
            yield from _items(element, styles, boxes, depth + 1)


def _cells(row: Element, styles: Styles, boxes: list[Item], depth: int) -> list[list[Item]]:
    return [list(_items(cell, styles, boxes, depth + 1)) for cell in children(row, "tc", "tbl")]


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes that hang on a paragraph, each once: the fallback for old programs says the same again."""
    stack = list(paragraph)
    while stack:
        element = stack.pop(0)
        kind = local(element.tag)
        if kind == "txbxContent":
            yield element
        elif kind != "Fallback":
            stack = list(element) + stack


def _lines(paragraph: Element, styles: Styles) -> Iterator[Item]:
    """A paragraph as one line, or several where it was broken by hand; an empty one stands for a blank line."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = (style.get(f"{W}val") or "") if style is not None else ""
    runs = list(_runs(paragraph))
    text = "".join(words for words, _bold, _italic, _size in runs)
    weight = sum(len(words.strip()) for words, _bold, _italic, _size in runs) or 1
    bold = sum(len(words.strip()) for words, is_bold, _italic, _size in runs if is_bold) / weight
    italic = sum(len(words.strip()) for words, _bold, is_italic, _size in runs if is_italic) / weight
    size = max((size for words, _bold, _italic, size in runs if words.strip()), default=0) or styles.size.get(name, 0)
    is_bullet = paragraph.find(f"{W}pPr/{W}numPr") is not None or name in styles.bullets
    starts_bold = next((is_bold for words, is_bold, _italic, _size in runs if words.strip()), False)
    flags = "b" * (bold > 0.5 or starts_bold or name in styles.bold) + "i" * (italic > 0.5)
    flags += "h" * (name in styles.headings) + "*" * is_bullet
    for line in text.split("\n"):
        yield {"text": line, "size": size, "flags": flags}


def _runs(element: Element) -> Iterator[tuple[str, bool, bool, float]]:
    for child in element:
        kind = local(child.tag)
        if kind == "r":
            properties = child.find(f"{W}rPr")
            size = child.find(f"{W}rPr/{W}sz")
            is_bold = properties is not None and _is_on(properties.find(f"{W}b"))
            is_italic = properties is not None and _is_on(properties.find(f"{W}i"))
            yield _words(child), is_bold, is_italic, _points(size) if size is not None else 0
        elif kind in {"hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple"}:
            yield from _runs(child)


def _words(run: Element) -> str:
    words = ""
    for child in run:
        match local(child.tag):
            case "t":
                words += child.text or ""
            case "tab" | "ptab":
                words += "\t"
            case "br" | "cr":
                words += "\n"
            case "noBreakHyphen":
                words += "-"
            case _:
                pass
    return words
