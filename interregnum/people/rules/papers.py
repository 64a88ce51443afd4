"""Legal form, permission to work, insurances and declarations: what fits together and until when it is good."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from interregnum.kernel.money import Money
from interregnum.kernel.refused import Reason, Refused

LARGEST_PROOF = 10_000_000
PROOFS = {b"%PDF-": "application/pdf", b"\x89PNG\r\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


class LegalForm(StrEnum):
    SOLE_TRADER = "sole_trader"
    BV = "bv"
    PARTNERSHIP = "partnership"
    EMPLOYED = "employed"
    FOREIGN = "foreign"


# Registered with the Chamber of Commerce (Handelsregisterwet 2007, article 5).
REGISTERED = frozenset({LegalForm.SOLE_TRADER, LegalForm.BV, LegalForm.PARTNERSHIP})


class WorkRight(StrEnum):
    """A citizen of the EU, the EEA or Switzerland works here freely; anybody else by a permit (Wav, article 2)."""

    CITIZEN = "citizen"
    PERMIT = "permit"


class Cover(StrEnum):
    """Professional liability is for mistakes in the work, business liability for damage done along the way."""

    PROFESSIONAL = "professional"
    BUSINESS = "business"


@dataclass(frozen=True, kw_only=True)
class BusinessValues:
    legal_form: LegalForm
    trade_name: str
    street: str
    postal_code: str
    kvk: str
    vat_number: str
    iban: str
    work_right: WorkRight
    permit_ends_on: date | None


@dataclass(frozen=True, kw_only=True)
class InsuranceValues:
    insurer: str
    policy_number: str
    amount: Money
    ends_on: date


@dataclass(frozen=True, kw_only=True)
class Declared:
    """What a manager declares; `introduced` are persons whom they brought to the firm or to a client."""

    interests: tuple[str, ...]
    employers: tuple[str, ...]
    wants_permanent: bool
    introduced: tuple[str, ...]
    remark: str


def check_business(business: BusinessValues, *, on: date) -> Refused | None:
    """None when form, numbers and permit go together; check digits were looked at before."""
    found = []
    is_registered = business.legal_form in REGISTERED
    if is_registered and not business.kvk:
        found.append(Reason("people.kvk_needed", "kvk"))
    if business.kvk and len(set(business.kvk)) == 1:
        found.append(Reason("people.kvk_invented", "kvk"))
    if is_registered and business.vat_number and not business.vat_number.startswith("NL"):
        found.append(Reason("people.vat_of_elsewhere", "vat_number"))
    if business.legal_form is LegalForm.EMPLOYED and (business.kvk or business.vat_number):
        found.append(Reason("people.employed_has_no_firm", "legal_form"))
    if business.work_right is WorkRight.PERMIT and (business.permit_ends_on is None or business.permit_ends_on < on):
        found.append(Reason("people.permit_needed", "permit_ends_on"))
    return Refused(tuple(found)) if found else None


def check_insurance(insurance: InsuranceValues, *, on: date) -> Refused | None:
    """None when there is something insured, still."""
    if insurance.ends_on < on:
        return Refused.because("people.insurance_over", "ends_on")
    if insurance.amount <= Money(0):
        return Refused.because("people.insurance_of_nothing", "amount")
    return None


def kind_of_proof(content: bytes) -> str | Refused:
    """The media type that the first bytes tell, never the name of a file.

    >>> kind_of_proof(b"%PDF-1.7 ...")
    'application/pdf'
    """
    if len(content) > LARGEST_PROOF:
        return Refused.because("people.proof_too_large", "proof")
    kinds = (kind for mark, kind in PROOFS.items() if content.startswith(mark))
    return next(kinds, None) or Refused.because("people.proof_of_no_kind", "proof")
