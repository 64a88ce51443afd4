"""Office files from elsewhere: what each is by what is in it, and what is never handed on."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from interregnum.outside.apart import Refusal
from interregnum.outside.office import KINDS, extension_of, office_kind

RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATION = f'<Relationship Id="r1" Type="{KIND}{{}}" Target="http://elders.example/x" TargetMode="External"/>'
XLSX = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}
DOCX = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}


def office(**parts: str) -> bytes:
    """An archive with these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def fault(content: bytes) -> str:
    with pytest.raises(Refusal) as raised:
        office_kind(content)
    return raised.value.code


@pytest.mark.parametrize(("part", "end"), [(part, end) for part, (_media, end) in KINDS.items()])
def test_what_is_in_it_says_what_it_is(part: str, end: str) -> None:
    assert extension_of(office_kind(office(**{part: "<x/>"}))) == end


def test_a_workbook_of_a_real_program_is_taken() -> None:
    target = io.BytesIO()
    book = Workbook()
    book.active["A1"] = "=1+1"
    book.active["A1"].hyperlink = "https://elders.example/"
    book.save(target)
    assert extension_of(office_kind(target.getvalue())) == "xlsx"


def test_another_archive_is_no_office_file() -> None:
    assert office_kind(office(**{"readme.txt": "x"})) == office_kind(b"%PDF-1.7") == ""


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"word/vbaProject.bin": "x"}, "macros"),
        ({"word/embeddings/oleObject1.bin": "x"}, "nested"),
        ({"word/activeX/activeX1.xml": "<x/>"}, "nested"),
        ({"word/embeddings/geheim.docx": "x"}, "nested"),
        ({"../../etc/passwd": "x"}, "nested"),
        ({"word/media/bom.png": "0" * 20_000_000}, "bomb"),
        ({"word/footer.xml": "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"}, "elsewhere"),
        ({"word/_rels/settings.xml.rels": RELATIONS.format(RELATION.format("attachedTemplate"))}, "elsewhere"),
        ({"word/_rels/settings.xml.rels": "geen xml"}, "damaged"),
    ],
)
def test_what_runs_hides_or_fetches_something_is_not_taken(more: dict[str, str], why: str) -> None:
    assert fault(office(**DOCX, **more)) == why


def test_a_link_in_the_text_is_no_harm() -> None:
    links = {"word/_rels/document.xml.rels": RELATIONS.format(RELATION.format("hyperlink"))}
    assert office_kind(office(**DOCX, **links))


@given(st.binary(max_size=400), st.integers(0, 400))
def test_whatever_the_bytes_are_there_is_an_answer(noise: bytes, place: int) -> None:
    whole = office(**DOCX)
    broken = whole[:place] + noise + whole[place + len(noise) :]
    try:
        assert office_kind(broken) in {"", *(media for media, _end in KINDS.values())}
    except Refusal as found:
        assert found.code in {"damaged", "bomb", "locked", "macros", "nested", "elsewhere"}
