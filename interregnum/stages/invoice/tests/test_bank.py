"""Files of a bank: what each line says, in both versions; twice, overlapping, cut off and hostile."""

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.outside.bank import UnreadableError, read_camt
from interregnum.stages.invoice.tests.statements import ACCOUNT, THEIRS, balance, batch, entry, statement

DOCTYPE = b'<!DOCTYPE Document [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("version", ["02", "08"])
def test_a_line_says_who_paid_what_when_and_for_what(version):
    line = entry("1512.50", text="Factuur 2026-00042", name="Zorg & Co", version=version)
    found = read_camt(statement(line, version=version)).payments[0]
    assert (found.account, str(found.booked_on), str(found.amount)) == (ACCOUNT, "2026-11-03", "1512.50")
    assert (found.text, found.name, found.iban, found.reference) == ("Factuur 2026-00042", "Zorg & Co", THEIRS, "")


def test_a_structured_reference_goes_before_the_text_and_an_rf_number_in_the_text_counts():
    read = read_camt(statement(entry("1", reference="RF18539007547034", text="x"), entry("2", text="RF18539007547034")))
    assert [line.reference for line in read.payments] == ["RF18539007547034"] * 2


def test_what_went_out_is_below_nil_and_a_reversal_is_said():
    line = entry("10", direction="DBIT", extra="<RvslInd>true</RvslInd>", name="Theirs")
    found = read_camt(statement(line)).payments[0]
    assert (str(found.amount), found.is_reversal, found.name) == ("-10.00", True, "Theirs")


def test_a_batch_is_its_parts_and_one_payment_when_they_do_not_come_to_it():
    whole = read_camt(statement(batch("30.00", [("10.00", "A"), ("20.00", "B")]))).payments
    assert [(str(each.amount), each.reference, each.batch) for each in whole] == [
        ("10.00", "A", "B1"),
        ("20.00", "B", "B1"),
    ]
    assert [str(each.amount) for each in read_camt(statement(batch("31.00", [("10", "A"), ("20", "B")]))).payments] == [
        "31.00"
    ]


def test_what_is_not_booked_or_not_in_euros_is_counted_and_left_out():
    read = read_camt(statement(entry("1"), entry("2", status="PDNG"), entry("3", currency="USD")))
    assert ([str(each.amount) for each in read.payments], read.left_out) == (["1.00"], 2)


def test_balances_that_fit_and_that_do_not_are_told_apart():
    for closing, fits in (("150.00", True), ("151.00", False)):
        balances = balance("OPBD", "100.00") + balance("CLBD", closing)
        assert read_camt(statement(entry("50"), balances=balances)).statements[0].fits is fits
    assert read_camt(statement(entry("50"))).statements[0].fits is None


def test_a_file_twice_or_overlapping_adds_nothing_and_lines_alike_on_one_day_both_count():
    alike = [entry("10", text="same"), entry("10", text="same")]
    first = read_camt(statement(*alike, entry("5", service="X1")))
    second = read_camt(statement(*alike, entry("6", service="X2")))
    assert len(first.payments) == 3
    assert len({line.line_id for line in (*first.payments, *second.payments)}) == 4
    assert first.fingerprint != second.fingerprint


def test_both_versions_of_one_line_have_one_id():
    ids = {read_camt(statement(entry("7", name="A", version=v), version=v)).payments[0].line_id for v in ("02", "08")}
    assert len(ids) == 1


def test_a_zip_of_several_is_read_as_one():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.xml", statement(entry("1"), entry("2")))
        archive.writestr("b.xml", statement(entry("2"), entry("3")))
    read = read_camt(target.getvalue())
    assert (len(read.statements), [str(each.amount) for each in read.payments]) == (2, ["1.00", "2.00", "3.00"])


def test_hostile_broken_and_other_files_are_refused_whole():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b" " * 30_000_000)
    right = statement(entry("1"))
    spoiled = {
        "doctype": right.replace(b"<Document", DOCTYPE + b"<Document"),
        "broken": right[:-40],
        "kind": right.replace(b"001.02", b"001.99"),
        "bomb": bomb.getvalue(),
        "value": right.replace(b">1</Amt>", b">many</Amt>"),
    }
    for code, content in spoiled.items():
        with pytest.raises(UnreadableError) as refused:
            read_camt(content)
        assert refused.value.code == code
    for content in (b"", b"PK\x03\x04", b"<a/>", b"\x00\xff" * 50, b":20:MT940"):
        with pytest.raises(UnreadableError):
            read_camt(content)


def test_many_lines_are_read_quickly():
    content = statement(*(entry(f"{n}.01", text=f"2026-{n:05}", service=f"S{n}") for n in range(3000)))
    begun = time.perf_counter()
    assert len(read_camt(content).payments) == 3000
    assert time.perf_counter() - begun < 9


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 900), st.integers(0, 900), st.binary(max_size=8))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(begin, length, other):
    whole = statement(entry("10", text="x", name="y"))
    try:
        read_camt(whole[:begin] + other + whole[begin + length :])
    except UnreadableError as error:
        assert error.code
