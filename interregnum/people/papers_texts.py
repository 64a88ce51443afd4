"""Words for a person: legal forms, the right to work, and what an insurance covers."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.people.rules.papers import Cover, LegalForm, WorkRight

LEGAL_FORM: dict[StrEnum, Promise] = {
    LegalForm.SOLE_TRADER: _("Sole trader (eenmanszaak)"),
    LegalForm.BV: _("Private company (BV)"),
    LegalForm.PARTNERSHIP: _("Partnership (vof, maatschap)"),
    LegalForm.EMPLOYED: _("Employed, without a business of one's own"),
    LegalForm.FOREIGN: _("A business abroad"),
}
WORK_RIGHT: dict[StrEnum, Promise] = {
    WorkRight.CITIZEN: _("Citizen of the EU, the EEA or Switzerland"),
    WorkRight.PERMIT: _("By a permit"),
}
COVER: dict[StrEnum, Promise] = {
    Cover.PROFESSIONAL: _("Professional liability"),
    Cover.BUSINESS: _("Business liability"),
}
