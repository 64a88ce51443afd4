"""What a screening may rest on, and who may decide about it."""

from enum import StrEnum

from interregnum.kernel.refused import Refused


class ScreeningKind(StrEnum):
    CONDUCT = "conduct"
    IDENTITY = "identity"
    DIPLOMAS = "diplomas"
    INSOLVENCY = "insolvency"
    INTEGRITY = "integrity"


class Basis(StrEnum):
    """Article 6 GDPR. Consent stands here to be refused in words: a candidate cannot refuse freely."""

    LAW = "law"
    INTEREST = "interest"
    CONTRACT = "contract"
    CONSENT = "consent"


class Outcome(StrEnum):
    OPEN = "open"
    PASSED = "passed"
    NOT_PASSED = "not_passed"


def check_basis(basis: Basis) -> Refused | None:
    """Dutch data protection authority (AP): consent is no valid ground for screening.

    >>> check_basis(Basis.INTEREST) is None
    True
    """
    return Refused.because("people.screening_consent", "basis") if basis is Basis.CONSENT else None


def check_decider(*, entered_by: str, decides: str) -> Refused | None:
    """Four eyes: whoever entered a screening does not decide about it. Both are codes of accounts."""
    return Refused.because("people.screening_own", "outcome") if entered_by == decides else None
