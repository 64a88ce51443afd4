"""Numbers of organisations, as a cell or a field holds them."""

import pytest

from interregnum.people.rules.cells import CellError, account_number, kvk, vat_number


@pytest.mark.parametrize(
    ("cell", "number"), [("12345678", "12345678"), ("1234567", "01234567"), ("12 34.56 78", "12345678"), ("", "")]
)
def test_a_kvk_number_gets_back_the_nought_that_a_spreadsheet_took(cell, number):
    assert kvk(cell) == number


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("NL004495445B01", "NL004495445B01"),
        ("004495445B01", "NL004495445B01"),
        ("be0428759497", "BE0428759497"),
        ("", ""),
    ],
)
def test_a_vat_number_is_checked_and_a_bare_one_is_dutch(cell, number):
    assert vat_number(cell) == number


def test_an_account_number_loses_its_spaces():
    assert account_number("nl91 abna 0417 1643 00") == "NL91ABNA0417164300"


@pytest.mark.parametrize(
    ("read", "cell"),
    [
        (kvk, "123456"),
        (kvk, "123456789"),
        (kvk, "1234567x"),
        (kvk, "१२३४५६७८"),
        (vat_number, "NL004495446B01"),
        (vat_number, "XX1"),
        (vat_number, "NL"),
        (vat_number, "123"),
        (account_number, "NL91ABNA0417164301"),
        (account_number, "NL91"),
        (account_number, "nonsense"),
    ],
)
def test_what_cannot_be_a_number_is_refused(read, cell):
    with pytest.raises(CellError):
        read(cell)
