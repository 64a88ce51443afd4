"""Files that mean harm, or are no CV: each is refused with its own reason, in a process of its own."""

import io
import zipfile

import pytest

from interregnum.outside.cvs.read import Unread, open_cv
from interregnum.people.cv_texts import CV_REFUSALS

DOCUMENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
ENTITY = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
RELATION = (
    '<Relationships><Relationship Type="x/attachedTemplate" TargetMode="External" Target="http://elsewhere.example/"/>'
    "</Relationships>"
)


def archive(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return target.getvalue()


def bomb() -> bytes:
    return archive(word__document_xml=DOCUMENT + " " * 30_000_000)


HOSTILE = {
    "nothing": (b"", "cv.empty"),
    "too large": (b"%PDF-1.7" + b"x" * 10_000_001, "cv.too_large"),
    "a broken PDF": (b"%PDF-1.7\n1 0 obj <<", "cv.damaged"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "cv.old_word"),
    "RTF": (rb"{\rtf1 hello}", "cv.old_word"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "cv.picture"),
    "a program": (b"\x7fELF" + bytes(range(256)) * 20, "cv.other_kind"),
    "a page of the web": (b"<!DOCTYPE html><html><script>alert(1)</script></html>", "cv.other_kind"),
    "an entity": (ENTITY.encode(), "cv.entities"),
    "a bomb": (bomb(), "cv.bomb"),
    "macros": (archive(word__document_xml=DOCUMENT, word__vbaProject_bin="x"), "cv.macros"),
    "a file in a file": (archive(**{"word__document_xml": DOCUMENT, "word/embeddings/a.zip": "x"}), "cv.nested"),
    "an entity in Word": (archive(word__document_xml=ENTITY), "cv.entities"),
    "a template from elsewhere": (
        archive(**{"word__document_xml": DOCUMENT, "word/_rels/document.xml.rels": RELATION}),
        "cv.remote",
    ),
    "some other archive": (archive(readme="hello"), "cv.other_kind"),
    "broken JSON": (b'{"basics": ', "cv.damaged"),
    "deep JSON": (b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "cv.too_heavy"),
}


@pytest.mark.parametrize(("content", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_with_its_reason(content, code):
    found = open_cv(content)
    assert isinstance(found, Unread)
    assert found.code == code
    assert str(CV_REFUSALS[code]) % found.facts
