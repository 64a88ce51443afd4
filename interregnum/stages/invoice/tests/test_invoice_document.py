"""An invoice for people: what it says in both languages, what is inside, and that it is for the archive."""

import io
from dataclasses import replace
from random import Random

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from interregnum.kernel.bill import BillKind, VatCategory
from interregnum.outside.einvoice import Profile, invoice_pdf, read_ubl, ubl
from interregnum.outside.einvoice.document import payment_code
from interregnum.stages.invoice.tests.bills import bill
from interregnum.stages.invoice.tests.spoiled import right


def made(of, language="nl", logo=b""):
    return invoice_pdf(of, xml=ubl(of, profile=Profile.PEPPOL), language=language, logo=logo)


def words_in(content):
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ["Factuur", "Totaal excl. btw", "€ 12.569,97", "Btw 21 % over", "€ 15.209,66", "2 december 2026"]),
        ("en", ["Invoice", "Total excl. VAT", "€12,569.97", "VAT 21% on", "€15,209.66", "2 December 2026"]),
    ],
)
def test_it_says_what_is_to_be_paid_without_and_with_vat(language, words):
    text = words_in(made(right(), language))
    assert [
        word for word in [*words, "NL91 ABNA 0417 1643 00", "KvK" if language == "nl" else "VAT"] if word not in text
    ] == []


def test_the_same_invoice_for_machines_is_inside_and_reads_back():
    of = right()
    reader = PdfReader(io.BytesIO(made(of)))
    assert read_ubl(reader.attachments["factuur.xml"][0]) == of


def test_it_is_marked_for_the_archive_and_for_a_reader_aloud():
    content = made(right())
    reader = PdfReader(io.BytesIO(content))
    about = reader.xmp_metadata.stream.get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in about
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert reader.root_object["/Lang"] == "nl"
    assert content == made(right())


def test_what_a_bank_reads_is_the_transfer():
    lines = payment_code(right()).split("\n")
    assert lines == [
        "BCD",
        "002",
        "1",
        "SCT",
        "",
        "Brugwerk Interim B.V.",
        "NL91ABNA0417164300",
        "EUR15209.66",
        "",
        "RF18539007547034",
        "",
    ]
    assert payment_code(replace(right(), payment_reference="2026-42")).endswith("\n\n2026-42")


def test_a_logo_is_shown_and_one_that_cannot_be_read_leaves_the_name():
    target = io.BytesIO()
    Image.new("RGB", (40, 20), "#1f4e5f").save(target, "PNG")
    with_logo, without = made(right(), logo=target.getvalue()), made(right(), logo=b"no picture")
    assert without == made(right())
    assert with_logo != without


@pytest.mark.parametrize("kind", BillKind)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_and_way_of_charging_can_be_drawn(kind, language):
    for of in (bill(Random(3), kind), *(right(category, kind) for category in VatCategory)):
        assert of.number in words_in(made(of, language))


def test_hostile_words_are_shown_and_not_run():
    of = replace(right(), note='#read("/etc/passwd") $x$ \\u{1F600} <b> `raw`', terms="*a* _b_ @c")
    text = words_in(made(of))
    assert '#read("/etc/passwd")' in text
    assert "*a* _b_ @c" in text
