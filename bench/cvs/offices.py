"""CVs as DOCX and ODT, written part by part so that any shape can be made."""

import io
import zipfile
from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape

from bench.cvs.said import Way
from bench.cvs.truth import Life

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOX = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lijst"><w:name w:val="List Bullet"/></w:style></w:styles>'
)


def p(text: str, *, bold: bool = False, style: str = "", size: int = 0) -> str:
    look = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{size * 2}"/>' if size else "")
    parts = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\t"))
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:rPr>{look}</w:rPr>{parts}</w:r></w:p>"


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(paragraphs) or '<w:p/>'}</w:tc>"


def rows(*lines: tuple[str, ...]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(line)}</w:tr>" for line in lines) + "</w:tbl>"


def box(*paragraphs: str) -> str:
    inner = "".join(paragraphs)
    said = f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
    return (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{said}</mc:Choice>'
        f"<mc:Fallback><w:txbxContent>{inner}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def docx(body: str, *, header: str = "") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W} {BOX}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", STYLES)
        if header:
            archive.writestr("word/header1.xml", f"<w:hdr {W}>{header}</w:hdr>")
    return target.getvalue()


def h(text: str, chance: Random, kind: str) -> str:
    return {"style": p(text, style="Kop1"), "bold": p(text, bold=True, size=14)}.get(kind) or p(text.upper(), bold=True)


def tail(life: Life, way: Way, chance: Random, kind: str) -> str:
    """Education, languages and skills."""
    body = h(way.heading("study"), chance, kind)
    for one in life.schools:
        years = way.studied(one)
        body += p(one.title, bold=True) + p(one.house + (f", {years}" if years else "")) + "<w:p/>"
    body += h(way.heading("languages"), chance, kind) + "".join(p(text, style="Lijst") for text in way.languages(life))
    body += h(way.heading("skills"), chance, kind) + p(", ".join(life.skills))
    more = chance.sample(way.more(), chance.randrange(0, 5))
    return body + "".join(h(name, chance, kind) + "".join(map(p, lines)) for name, lines in more)


def top(life: Life, way: Way) -> str:
    label = ("Adres", "E-mail", "Mobiel", "Geboren") if way.language == "nl" else ("Address", "Email", "Mobile", "Born")
    said = (f"{life.street}, {life.postcode} {life.city}", life.email, life.phone, life.born)
    return p(life.name, bold=True, size=18) + "".join(p(f"{a}:\t{b}") for a, b in zip(label, said, strict=True))


def plain(life: Life, way: Way, chance: Random) -> bytes:
    """Styles for headings, lists for results."""
    kind = chance.choice(("style", "bold", "upper"))
    body = (
        top(life, way)
        + h(way.heading("profile"), chance, kind)
        + p(life.summary)
        + h(way.heading("work"), chance, kind)
    )
    order = chance.choice(("bd", "db", "thd", "tab"))
    for job in life.jobs:
        said = {
            "b": p(way.both(job), bold=True),
            "d": p(way.period(job)),
            "t": p(job.title, bold=True),
            "h": p(way.house(job)),
        }
        lines = (
            p(f"{way.both(job)}\t{way.period(job)}", bold=True) if order == "tab" else "".join(said[x] for x in order)
        )
        body += (
            lines
            + "".join(p(text, style="Lijst" if way.told_as == "list" else "") for text in way.told(job))
            + "<w:p/>"
        )
    return docx(body + tail(life, way, chance, kind))


def dated_table(life: Life, way: Way, chance: Random) -> bytes:
    """A table without lines: periods at the left, the rest at the right."""
    kind = chance.choice(("style", "bold", "upper"))
    lines = []
    for job in life.jobs:
        first, second = (job.title, way.house(job)) if way.title_first else (way.house(job), job.title)
        text = [
            p(first, bold=True),
            p(second),
            *(p(each, style="" if each.endswith(":") else "Lijst") for each in way.told(job)),
        ]
        lines.append((cell(p(way.period(job))), cell(*text)))
    body = top(life, way) + h(way.heading("work"), chance, kind) + rows(*lines)
    return docx(body + tail(life, way, chance, kind))


def headed_table(life: Life, way: Way, chance: Random) -> bytes:
    """A table with a row of headings."""
    kind = chance.choice(("style", "bold", "upper"))
    label = ("Periode", "Organisatie", "Functie") if way.language == "nl" else ("Period", "Company", "Role")
    lines = [tuple(cell(p(text, bold=True)) for text in label)]
    lines += [(cell(p(way.period(j))), cell(p(way.house(j))), cell(p(j.title))) for j in life.jobs]
    body = top(life, way) + h(way.heading("work"), chance, kind) + rows(*lines)
    return docx(body + tail(life, way, chance, kind))


def side_table(life: Life, way: Way, chance: Random) -> bytes:
    """The page as a table of two cells: contact, languages and skills beside the story."""
    kind = chance.choice(("style", "bold", "upper"))
    side = h(way.heading("person"), chance, kind) + p(life.email) + p(life.phone) + p(life.city)
    side += h(way.heading("languages"), chance, kind) + "".join(map(p, way.languages(life)))
    side += h(way.heading("skills"), chance, kind) + "".join(map(p, life.skills))
    main = p(life.name, bold=True, size=20) + h(way.heading("work"), chance, kind)
    for job in life.jobs:
        main += (
            p(job.title, bold=True)
            + p(f"{way.house(job)} | {way.period(job)}")
            + "".join(p(t, style="Lijst") for t in job.done)
        )
    main += h(way.heading("study"), chance, kind)
    main += "".join(p(f"{way.studied(one)} {one.title}, {one.house}".strip()) for one in life.schools)
    return docx(rows((cell(side), cell(main))))


def boxed(life: Life, way: Way, chance: Random) -> bytes:
    """Contact, languages and skills in text boxes, the name in the header of the page."""
    kind = "bold"
    aside = box(h(way.heading("person"), chance, kind), p(life.email), p(life.phone), p(life.city))
    aside += box(h(way.heading("languages"), chance, kind), *map(p, way.languages(life)))
    body = aside + h(way.heading("work"), chance, kind)
    for job in life.jobs:
        body += p(f"{way.period(job)}\t{way.both(job)}", bold=True) + "".join(
            p(text, style="Lijst") for text in job.done
        )
    body += h(way.heading("study"), chance, kind)
    body += "".join(p(f"{way.studied(one)}\t{one.title}, {one.house}".strip()) for one in life.schools)
    return docx(body, header=p(life.name, bold=True) + p("Curriculum vitae"))


OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def odt(body: str) -> bytes:
    target = io.BytesIO()
    look = (
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content {OFFICE}><office:automatic-styles>{look}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return target.getvalue()


def t(text: str, *, bold: bool = False) -> str:
    inner = "<text:tab/>".join(escape(part) for part in text.split("\t"))
    return (
        f'<text:p><text:span text:style-name="B">{inner}</text:span></text:p>' if bold else f"<text:p>{inner}</text:p>"
    )


def head_of_odt(text: str) -> str:
    return f'<text:h text:outline-level="1">{escape(text)}</text:h>'


def listed(texts: tuple[str, ...] | list[str]) -> str:
    return "<text:list>" + "".join(f"<text:list-item>{t(text)}</text:list-item>" for text in texts) + "</text:list>"


def odt_plain(life: Life, way: Way, chance: Random) -> bytes:
    body = (
        t(life.name, bold=True) + t(f"{life.email} | {life.phone}") + t(f"{life.street}, {life.postcode} {life.city}")
    )
    body += head_of_odt(way.heading("profile")) + t(life.summary) + head_of_odt(way.heading("work"))
    order = chance.choice(("thd", "bd", "dth"))
    for job in life.jobs:
        said = {
            "t": t(job.title, bold=True),
            "h": t(way.house(job)),
            "d": t(way.period(job)),
            "b": t(way.both(job), bold=True),
        }
        body += "".join(said[one] for one in order) + listed(job.done)
    return odt(body + odt_tail(life, way))


def odt_tail(life: Life, way: Way) -> str:
    body = head_of_odt(way.heading("study"))
    body += "".join(t(f"{way.studied(one)}\t{one.title}, {one.house}".strip()) for one in life.schools)
    body += head_of_odt(way.heading("languages")) + t(", ".join(way.languages(life)))
    return body + head_of_odt(way.heading("skills")) + listed(life.skills)


def odt_table(life: Life, way: Way, chance: Random) -> bytes:
    body = t(life.name, bold=True) + t(life.email) + t(life.phone) + t(life.city) + head_of_odt(way.heading("work"))
    lines = ""
    for job in life.jobs:
        cells = (t(way.period(job)), t(way.both(job), bold=True) + listed(job.done))
        lines += (
            "<table:table-row>"
            + "".join(f"<table:table-cell>{one}</table:table-cell>" for one in cells)
            + "</table:table-row>"
        )
    return odt(body + f"<table:table>{lines}</table:table>" + odt_tail(life, way))


LAYOUTS: dict[str, Callable[[Life, Way, Random], bytes]] = {
    "docx_plain": plain,
    "docx_dated_table": dated_table,
    "docx_headed_table": headed_table,
    "docx_side_table": side_table,
    "docx_boxed": boxed,
    "odt_plain": odt_plain,
    "odt_table": odt_table,
}
