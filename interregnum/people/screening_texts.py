"""Words for a person: what is screened, on what ground, and with what outcome."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.people.rules.screening import REQUIRABLE, Basis, Outcome, ScreeningKind

SCREENING: dict[StrEnum, Promise] = {
    ScreeningKind.CONDUCT: _("Certificate of conduct"),
    ScreeningKind.IDENTITY: _("Identity"),
    ScreeningKind.DIPLOMAS: _("Diplomas"),
    ScreeningKind.INSOLVENCY: _("Register of insolvencies"),
    ScreeningKind.INTEGRITY: _("Integrity, as supervision asks"),
    ScreeningKind.EMPLOYMENT: _("Pre-employment screening"),
    ScreeningKind.SUITABILITY: _("Suitability, tested by the regulator"),
}
BASIS: dict[StrEnum, Promise] = {
    Basis.LAW: _("A duty by law"),
    Basis.INTEREST: _("A legitimate interest"),
    Basis.CONTRACT: _("Needed for the contract"),
    Basis.CONSENT: _("Consent"),
}
OUTCOME: dict[StrEnum, Promise] = {
    Outcome.OPEN: _("To be decided"),
    Outcome.PASSED: _("Passed"),
    Outcome.NOT_PASSED: _("Not passed"),
    Outcome.NO_BASIS: _("No legal ground"),
}
REQUIRED = [(each, SCREENING[each]) for each in REQUIRABLE]
