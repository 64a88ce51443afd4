"""What a screening may rest on, and who may decide about it."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from interregnum.kernel.actor import Role
from interregnum.kernel.refused import Refused


class ScreeningKind(StrEnum):
    CONDUCT = "conduct"
    IDENTITY = "identity"
    DIPLOMAS = "diplomas"
    INSOLVENCY = "insolvency"
    INTEGRITY = "integrity"
    EMPLOYMENT = "employment"
    SUITABILITY = "suitability"


# What an assignment may ask: a certificate of conduct, pre-employment screening, the regulator's suitability test.
REQUIRABLE = (ScreeningKind.CONDUCT, ScreeningKind.EMPLOYMENT, ScreeningKind.SUITABILITY)


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
    NO_BASIS = "no_basis"


# With one of these no date makes it good; only a later decision does.
IMPOSSIBLE = (Outcome.NOT_PASSED, Outcome.NO_BASIS)


def check_basis(basis: Basis) -> Refused | None:
    """Dutch data protection authority (AP): consent is no valid ground for screening.

    >>> check_basis(Basis.INTEREST) is None
    True
    """
    return Refused.because("people.screening_consent", "basis") if basis is Basis.CONSENT else None


def check_decider(*, entered_by: str, decides: str, role: Role) -> Refused | None:
    """Four eyes: a partner decides, and never about what they entered. Both are codes of accounts."""
    if role is not Role.PARTNER:
        return Refused.because("people.screening_partner", "outcome")
    return Refused.because("people.screening_own", "outcome") if entered_by == decides else None


def standing(decisions: Iterable[tuple[ScreeningKind, Outcome, date | None]]) -> Mapping[str, str]:
    """What the last decision about each kind says: the day on which it was passed, or why it cannot be had.

    `decisions` come oldest first; what nobody decided about yet says nothing.

    >>> standing([(ScreeningKind.CONDUCT, Outcome.PASSED, date(2026, 3, 2))])
    {'conduct': '2026-03-02'}
    """
    found: dict[str, str] = {}
    for kind, outcome, day in decisions:
        if kind in REQUIRABLE and outcome is not Outcome.OPEN and day is not None:
            found[str(kind)] = day.isoformat() if outcome is Outcome.PASSED else str(outcome)
    return found
