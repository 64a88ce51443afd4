"""Electronic invoices: right ones pass all rule sets, spoiled ones are found by the right rule, and files read back."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from interregnum.kernel.bill import BillKind, VatCategory
from interregnum.outside.einvoice import (
    Checker,
    CheckFailedError,
    Profile,
    UnreadableError,
    faults_of_all,
    read_ubl,
    ubl,
)
from interregnum.stages.invoice.tests.bills import bill
from interregnum.stages.invoice.tests.spoiled import SPOILED, right

DOCTYPE = b'<!DOCTYPE Invoice [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def test_bills_of_every_kind_pass_all_rule_sets_in_both_profiles():
    random = Random(7)
    bills = [bill(random, kind) for kind in BillKind for _ in range(4)]
    files = [ubl(each, profile=profile, pdf=b"%PDF-1.7") for profile in Profile for each in bills]
    assert [found for found in faults_of_all(files) if found] == []


def test_each_way_of_charging_vat_passes():
    assert not any(faults_of_all(ubl(right(category), profile=Profile.PEPPOL) for category in VatCategory))


def test_each_deliberate_fault_is_found_by_the_rule_that_is_there_for_it():
    found = faults_of_all(each.file for each in SPOILED)
    missed = [
        (each.name, each.rule, [fault.rule for fault in faults])
        for each, faults in zip(SPOILED, found, strict=True)
        if each.rule not in {fault.rule for fault in faults}
    ]
    assert missed == []
    assert len({each.rule for each in SPOILED}) >= 40


def test_what_is_no_invoice_is_said_to_be_none():
    for content in (b"", b"no xml", b"<a/>", b"<Invoice/>", DOCTYPE + b"<Invoice>&a;</Invoice>", b"\x00" * 100):
        with pytest.raises(UnreadableError):
            read_ubl(content)
    assert [[fault.source for fault in found] for found in faults_of_all([b"no", b"<a/>", DOCTYPE + b"<a/>"])] == [
        ["xsd"]
    ] * 3


def test_a_check_that_does_not_answer_in_time_is_given_up():
    with Checker(patience=0) as checker, pytest.raises(CheckFailedError, match="no answer"):
        checker.faults(ubl(right(), profile=Profile.PEPPOL))


def test_a_check_that_died_is_said_and_not_taken_for_a_yes():
    with Checker() as checker:
        checker._process.kill()
        checker._process.wait()
        with pytest.raises(CheckFailedError):
            checker.faults(ubl(right(), profile=Profile.PEPPOL))


def test_the_document_for_people_is_in_the_file_as_it_was():
    root = etree.fromstring(ubl(right(), profile=Profile.PEPPOL, pdf=b"%PDF-1.7 content"))
    node = root.find(".//{*}EmbeddedDocumentBinaryObject")
    assert (node.get("filename"), node.get("mimeCode")) == ("2026-00042.pdf", "application/pdf")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(list(Profile)))
def test_a_file_reads_back_as_the_bill_that_it_was_written_from(seed, profile):
    made = bill(Random(seed))
    assert read_ubl(ubl(made, profile=profile)) == made


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(min_size=1, max_size=60))
def test_no_text_breaks_a_file(note, name):
    made = replace(right(), note=note, seller=replace(right().seller, name="A" + name))
    again = read_ubl(ubl(made, profile=Profile.PEPPOL))
    assert again == read_ubl(ubl(again, profile=Profile.PEPPOL))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 5000), st.integers(0, 5000), st.binary(max_size=8))
def test_a_file_that_was_damaged_is_read_or_refused_and_nothing_else(begin, length, other):
    whole = ubl(right(), profile=Profile.NLCIUS)
    try:
        read_ubl(whole[:begin] + other + whole[begin + length :])
    except UnreadableError as error:
        assert error.code
