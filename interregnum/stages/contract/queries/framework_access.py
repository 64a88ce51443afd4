"""Which framework agreement holds, which wait, and who may see and change them."""

from datetime import date

from django.db.models import Q, QuerySet
from django.http import Http404

from interregnum.kernel.actor import ALL_OF_THE_FIRM, Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.stages.contract.models import Framework


def visible_frameworks(actor: Actor) -> QuerySet[Framework]:
    """The bureau all, a client its own, also what was taken back: there stands why."""
    rows = Framework.objects.select_related("organisation", "contact", "document", "drawn_by")
    if actor.role in ALL_OF_THE_FIRM or actor.role == Role.ACCOUNT_MANAGER:
        return rows
    if actor.role == Role.CLIENT:
        return rows.filter(organisation__code=actor.organisation)
    return rows.none()


def framework_row(code: str, *, seen_by: Actor) -> Framework:
    """Raises Http404 for one that is not there, or not theirs."""
    row = visible_frameworks(seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def waiting_frameworks() -> QuerySet[Framework]:
    """Not signed, and not ended as far as the night's work knows."""
    return Framework.objects.filter(signed_at=None, withdrawn_at=None)


def late_frameworks(on: date) -> QuerySet[Framework]:
    """What waits and was not signed in time."""
    return waiting_frameworks().filter(lapses_on__lte=on)


def is_late(row: Framework, *, on: date) -> bool:
    """The same of one."""
    waits = row.signed_at is None and row.withdrawn_at is None
    return waits and row.lapses_on is not None and row.lapses_on <= on


def why_framework_closed(row: Framework, *, on: date) -> Refused | None:
    """Why it can no longer be signed: lapsed, also between midnight and the night's work; taken back, or replaced."""
    if row.is_lapsed or is_late(row, on=on):
        return Refused.because("contract.framework_lapsed")
    return Refused.because("contract.framework_withdrawn") if row.withdrawn_at else None


def guarded_by(actor: Actor) -> Q:
    """What somebody of the bureau guards: an account manager what they drew up, and what nobody guards any more."""
    if actor.role in ALL_OF_THE_FIRM:
        return Q()
    return Q(drawn_by=None) | Q(drawn_by__code=actor.code) | Q(drawn_by__is_active=False)


def frameworks_guarded_by(account: str) -> QuerySet[Framework]:
    """What somebody drew up and nobody signed yet."""
    return waiting_frameworks().filter(drawn_by__code=account)


def guard_of_framework(number: str) -> str:
    """The code of whoever drew it up, also of one who has left; "" for one from before that was kept."""
    return Framework.objects.filter(number=number).values_list("drawn_by__code", flat=True).first() or ""


def why_not_theirs(row: Framework, *, by: Actor) -> Refused | None:
    """A colleague's is theirs to take back, to replace or to keep on paper."""
    guard = row.drawn_by
    if guard is None or not guard.is_active or guard.code == by.code or by.role in ALL_OF_THE_FIRM:
        return None
    return Refused.because("contract.framework_of_colleague", name=guard.name, number=row.number)


def framework_of_client(organisation: str) -> Framework | None:
    """The one that was signed last holds; of two with one day on the paper, the one that was kept last."""
    signed = Framework.objects.filter(organisation__code=organisation).exclude(signed_at=None)
    return signed.order_by("-signed_at", "-pk").first()
