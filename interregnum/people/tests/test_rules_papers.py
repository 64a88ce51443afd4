"""Legal form, numbers and permit go together; an insurance insures something still; a file is what its bytes say."""

from dataclasses import replace
from datetime import date

import pytest

from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.people.rules.papers import (
    LARGEST_PROOF,
    BusinessValues,
    InsuranceValues,
    LegalForm,
    WorkRight,
    check_business,
    check_insurance,
    kind_of_proof,
)

TODAY = date(2026, 3, 2)
SOLE = BusinessValues(
    legal_form=LegalForm.SOLE_TRADER,
    trade_name="",
    street="",
    postal_code="",
    kvk="12345678",
    vat_number="NL004495445B01",
    iban="",
    work_right=WorkRight.CITIZEN,
    permit_ends_on=None,
)
POLICY = InsuranceValues(insurer="Proefpolis", policy_number="1", amount=Money(1_000_000), ends_on=TODAY)


def test_a_registered_business_of_a_citizen_is_fine():
    assert check_business(SOLE, on=TODAY) is None


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"kvk": ""}, "kvk", "people.kvk_needed"),
        ({"kvk": "00000000"}, "kvk", "people.kvk_invented"),
        ({"vat_number": "BE0123456749"}, "vat_number", "people.vat_of_elsewhere"),
        ({"legal_form": LegalForm.EMPLOYED}, "legal_form", "people.employed_has_no_firm"),
        ({"work_right": WorkRight.PERMIT}, "permit_ends_on", "people.permit_needed"),
        (
            {"work_right": WorkRight.PERMIT, "permit_ends_on": date(2026, 3, 1)},
            "permit_ends_on",
            "people.permit_needed",
        ),
    ],
)
def test_what_does_not_go_together_is_said_beside_its_field(change, field, code):
    [reason] = check_business(replace(SOLE, **change), on=TODAY).reasons
    assert (reason.field, reason.code) == (field, code)


def test_a_business_abroad_needs_no_dutch_numbers():
    abroad = replace(SOLE, legal_form=LegalForm.FOREIGN, kvk="", vat_number="BE0123456749")
    assert check_business(abroad, on=TODAY) is None


def test_an_insurance_runs_until_its_last_day():
    assert check_insurance(POLICY, on=TODAY) is None
    assert check_insurance(POLICY, on=date(2026, 3, 3)).reasons[0].code == "people.insurance_over"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "people.proof_of_no_kind"),
        (b"MZ program", "people.proof_of_no_kind"),
        (b"<html>%PDF-", "people.proof_of_no_kind"),
        (b"%PDF-" + b"0" * LARGEST_PROOF, "people.proof_too_large"),
    ],
)
def test_a_hostile_proof_is_refused_by_its_bytes(content, code):
    refused = kind_of_proof(content)
    assert isinstance(refused, Refused)
    assert refused.reasons[0].code == code
