"""Words about the register of introduced persons."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.ensure.rules.overlap import Overlap, Shared, Whose

SHARED: dict[StrEnum, Promise] = {
    Shared.IBAN: _("The same bank account as %(who)s"),
    Shared.KVK: _("The same KvK number as %(who)s"),
    Shared.ADDRESS: _("The same address as %(who)s"),
}
WHOSE: dict[StrEnum, Promise] = {
    Whose.MANAGER: _("the interim manager"),
    Whose.CLIENT: _("the client"),
    Whose.OTHER_MANAGER: _("another manager on the roster, %(name)s"),
    Whose.OTHER_PERSON: _("another introduced person, %(name)s"),
}
INTEGRITY_REFUSALS: dict[str, Promise] = {
    "ensure.introduced_later": _("This day is still to come. Choose today or earlier."),
    "ensure.introduced_known": _("This person stands in the register already."),
    "ensure.no_such_month": _("You sent no hours of that month. Reload the page and choose one that stands there."),
    "ensure.stated_already": _("You stated this already."),
    "ensure.overlap_answered": _("This was looked into already."),
    "ensure.introduced_declared": _("This was declared already."),
}
INTEGRITY_FACTS: dict[str, Promise] = {
    "NoCommissionStated": _("The manager stated that no commission was paid or received"),
    "OverlapFound": _("An introduced person shares a number or an address with somebody"),
    "OverlapAnswered": _("The firm looked into what an introduced person shares"),
    "PersonIntroduced": _("An introduced person was noted"),
    "IntroductionDeclared": _("The interim manager declared an introduced person"),
}


def alert_of(overlap: Overlap) -> str:
    who = str(WHOSE[overlap.whose]) % {"name": overlap.name}
    return str(SHARED[overlap.shared]) % {"who": who}
