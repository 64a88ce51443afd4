"""The agreement for a client's lawyer: a DOCX with the words of the document, whatever somebody typed in them."""

import io
import zipfile
from datetime import date, datetime
from xml.etree.ElementTree import fromstring

import pytest
import time_machine
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.period import AMSTERDAM
from interregnum.outside.cvs.parse import document_of as read_back
from interregnum.outside.word_file import Part, Rows, word_file
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.contract.tests.framework import made
from tests import world

ABOUT = {"title": "Proef", "author": "Huis", "language": "nl", "day": date(2026, 3, 2)}


@given(st.text(max_size=80))
def test_whatever_somebody_types_a_file_comes_of_it(words):
    parts = [Part(words, "Heading1", number="1"), Rows([["Wat", words], [words, "Dat"]], has_head=True)]
    content = word_file(parts, **ABOUT | {"title": words})
    assert content == word_file(parts, **ABOUT | {"title": words})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            fromstring(archive.read(name))


def test_another_reader_finds_the_words_again():
    parts = [
        Part("Garantie", "Heading1", number="1"),
        Part("王小明 & <b>\nTweede regel", number="1.1"),
        Rows([["A", "B"]]),
    ]
    lines = repr(read_back(word_file(parts, **ABOUT)))
    assert all(words in lines for words in ("Garantie", "王小明 & <b>", "Tweede regel"))


@pytest.mark.parametrize(
    ("person", "address", "shown", "hidden"),
    [
        ("carla", "client:contract-word", "1,437.50", "1,150"),
        ("max", "manager:contract-word", "1,150", "1,437"),
    ],
)
def test_each_side_gets_its_own_words_alone(cast, person, address, shown, hidden):
    contract = drawn(cast)
    answer = world.browser(getattr(cast, person)).get(reverse(address, args=[contract.code]))
    assert answer.headers["Content-Disposition"].endswith('.docx"')
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        words = archive.read("word/document.xml").decode()
    assert shown in words and hidden not in words
    assert "Annex 1" in words and "Processing of personal data" in words


@pytest.mark.parametrize(("language", "copy"), [("nl", "gemaakt op 5 maart 2026"), ("en", "made on 5 March 2026")])
def test_it_says_that_it_is_a_copy_of_that_day_and_that_the_signed_pdf_holds(cast, language, copy):
    contract = drawn(cast, language=language)
    with time_machine.travel(datetime(2026, 3, 5, 12, tzinfo=AMSTERDAM)):
        answer = world.browser(cast.bea).get(reverse("bureau:contract-word", args=[contract.code, "client"]))
    words = repr(read_back(answer.content)).replace("\\xa0", " ")
    assert copy in words and ("getekende pdf" in words or "signed PDF" in words)


def test_the_bureau_gets_both_and_no_third(cast):
    contract = drawn(cast)
    browser = world.browser(cast.bea)
    for side in ("client", "manager"):
        answer = browser.get(reverse("bureau:contract-word", args=[contract.code, side]))
        assert answer.content.startswith(b"PK")
    assert browser.get(reverse("bureau:contract-word", args=[contract.code, "nobody"])).status_code == 404


def test_a_contract_that_was_brought_in_on_paper_shows_its_guarantee_and_has_no_docx(cast):
    contract = drawn(cast)
    Contract.objects.update(clauses={}, terms={})
    for person, desk in ((cast.bea, "bureau"), (cast.carla, "client"), (cast.max, "manager")):
        html = world.browser(person).get(reverse(f"{desk}:contract-contract", args=[contract.code])).content.decode()
        assert "3 days" in html and ".docx" not in html
    browser = world.browser(cast.carla)
    assert browser.get(reverse("client:contract-word", args=[contract.code])).status_code == 404


def test_a_framework_agreement_is_there_for_a_lawyer_too_on_both_desks_and_for_no_other_client(cast):
    row = made(cast)
    for person, desk, listed in (
        (cast.bea, "bureau", reverse("bureau:contract-frameworks", args=[cast.bank.code])),
        (cast.carla, "client", reverse("client:contract-framework", args=[row.code])),
    ):
        browser, address = world.browser(person), reverse(f"{desk}:contract-framework-word", args=[row.code])
        assert address in browser.get(listed).content.decode()
        answer = browser.get(address)
        assert f'filename="{row.number}.docx"' in answer["Content-Disposition"]
        words = repr(read_back(answer.content))
        assert row.number in words and cast.bank.name in words and "30 dagen" in words
    other = reverse("client:contract-framework-word", args=[row.code])
    assert world.browser(cast.otto).get(other).status_code == 404
