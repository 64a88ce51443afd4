"""A document as a DOCX file, for whoever wants to write in it: headings, paragraphs, tables; always the same bytes."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# The moment that a file in the archive bears: a real one would make other bytes each time.
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)
# Style: the name that Word knows it by, size in half points, what its paragraphs and its letters have. Word reads the
# properties only in the order of its schema.
_STYLES = {
    "Title": ("Title", 44, "", "<w:b/>"),
    "Heading1": (
        "heading 1",
        25,
        '<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="0"/>',
        "<w:b/>",
    ),
    "Quote": ("Quote", 20, '<w:ind w:left="680"/>', "<w:i/>"),
    "Small": ("Small", 17, "", '<w:color w:val="5B6472"/>'),
}


@dataclass(frozen=True)
class Part:
    """A paragraph in one of the styles ("" for plain); `number` hangs before it."""

    text: str
    style: str = ""
    number: str = ""
    on_a_new_page: bool = False


@dataclass(frozen=True)
class Rows:
    """A table; of a `has_head` the first row says what stands in the columns."""

    rows: Sequence[Sequence[str]]
    has_head: bool = False


def word_file(parts: Iterable[Part | Rows], *, title: str, author: str, language: str, day: date) -> bytes:
    """The file; `language` is that of its words: "nl" or "en"."""
    body = "".join(_table(part) if isinstance(part, Rows) else _paragraph(part) for part in parts)
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1500" w:right="1500" w:bottom="1500" w:left="1500" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>'  # noqa: E501
    files = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            ("officeDocument", f"{_RELATIONS}/officeDocument", "word/document.xml"),
            (
                "core",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "docProps/core.xml": _core(title, author, day),
        "word/_rels/document.xml.rels": _relations(("styles", f"{_RELATIONS}/styles", "styles.xml")),
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{body}{page}</w:body></w:document>",
        "word/styles.xml": _styles("nl-NL" if language == "nl" else "en-GB"),
    }
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _NO_MOMENT), content.encode(), zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _paragraph(part: Part) -> str:
    properties = f'<w:pStyle w:val="{part.style}"/>' if part.style else ""
    if part.on_a_new_page:
        properties += "<w:pageBreakBefore/>"
    if part.number:
        properties += '<w:tabs><w:tab w:val="left" w:pos="680"/></w:tabs><w:ind w:left="680" w:hanging="680"/>'
    number = f"<w:r>{_words(part.number)}<w:tab/></w:r>" if part.number else ""
    lines = "<w:br/>".join(_words(line) for line in part.text.split("\n"))
    return f"<w:p><w:pPr>{properties}</w:pPr>{number}<w:r>{lines}</w:r></w:p>"


def _table(table: Rows) -> str:
    edge = '<w:bottom w:val="single" w:sz="4" w:color="D5D9DE"/><w:insideH w:val="single" w:sz="4" w:color="D5D9DE"/>'
    rows = "".join(_row(row, is_head=table.has_head and at == 0) for at, row in enumerate(table.rows))
    properties = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{edge}</w:tblBorders></w:tblPr>'
    columns = "<w:gridCol/>" * len(table.rows[0])
    # Two tables beside each other would become one: a paragraph stands between.
    return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>{_paragraph(Part(''))}"


def _row(row: Sequence[str], *, is_head: bool) -> str:
    head = "<w:trPr><w:tblHeader/></w:trPr>" if is_head else ""
    cells = "".join(f"<w:tc>{_paragraph(Part(cell, 'Small' if is_head else ''))}</w:tc>" for cell in row)
    return f"<w:tr>{head}{cells}</w:tr>"


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{_safe(text)}</w:t>'


def _safe(text: str) -> str:
    """Words as XML; signs that XML forbids are left out, so that nothing typed can spoil the file."""
    return escape("".join(sign for sign in text if sign == "\t" or (sign >= " " and not _is_forbidden(ord(sign)))))


def _is_forbidden(sign: int) -> bool:
    return 0xD800 <= sign <= 0xDFFF or sign in {0xFFFE, 0xFFFF} or 0x7F <= sign <= 0x9F


def _styles(language: str) -> str:
    plain = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
        f'<w:sz w:val="20"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    others = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{paragraphs}</w:pPr>"
        f'<w:rPr>{letters}<w:sz w:val="{size}"/></w:rPr></w:style>'
        for style, (name, size, paragraphs, letters) in _STYLES.items()
    )
    return f"{_HEAD}<w:styles {_W}>{plain}{normal}{others}</w:styles>"


def _types() -> str:
    parts = {
        "/word/document.xml": f"{_OFFICE}.document.main+xml",
        "/word/styles.xml": f"{_OFFICE}.styles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    named = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    )


def _relations(*to: tuple[str, str, str]) -> str:
    named = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in to)
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{named}</Relationships>'


def _core(title: str, author: str, day: date) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_safe(title)}</dc:title><dc:creator>{_safe(author)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day.isoformat()}T12:00:00Z</dcterms:created></cp:coreProperties>'
    )
