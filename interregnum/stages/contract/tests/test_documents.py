"""Words of others in a document for the archive: never markup, and never a reason to fail."""

import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from interregnum.outside.documents import pdf, printable

TEMPLATE = """#let data = json(bytes(sys.inputs.data))
#set document(title: "Proef")
#set text(font: "Inter", lang: "nl")
#data.words
"""


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("caf\u00e9 \u20ac 5", "caf\u00e9 \u20ac 5"),
        ("e\u0301", "\u00e9"),
        ("a\x00b\x07c\ud800", "abc"),
        ("a\tb\u2028c", "a b c"),
        ("\U0001d54f", "X"),
        ("goed \U0001f600", "goed ?"),
        ("a\r\nb", "a \nb"),
        ("\ue000\u200d", ""),
    ],
)
def test_signs_that_no_font_has_become_the_nearest_that_it_has(typed, shown):
    assert printable(typed) == shown


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_whatever_somebody_types_a_document_comes_of_it(words):
    data = {"words": words}
    once = pdf(TEMPLATE, data, day=date(2026, 3, 2))
    assert once.startswith(b"%PDF") and once == pdf(TEMPLATE, data, day=date(2026, 3, 2))


@pytest.mark.parametrize("words", ["#sys.version", "$x^2$", "= Kop", "#panic()", '#read("/etc/passwd")', "*a* _b_ `c`"])
def test_markup_of_somebody_else_is_shown_and_never_run(words):
    reader = PdfReader(io.BytesIO(pdf(TEMPLATE, {"words": words}, day=date(2026, 3, 2))))
    assert reader.pages[0].extract_text().strip() == words
    assert reader.metadata.creation_date.date() == date(2026, 3, 2)
