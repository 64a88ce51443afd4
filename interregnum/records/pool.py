"""Who stands on the roster by consent alone: for one term, asked anew before its end, erased when nobody answers."""

import hashlib
from datetime import datetime, time
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from interregnum.journal.record import action, record
from interregnum.kernel.actor import VISITOR
from interregnum.kernel.period import AMSTERDAM, local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_token
from interregnum.parameters.values import values
from interregnum.people.models import Manager, Seat, StayConsent
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.records.facts import ConsentRenewed
from interregnum.records.lengths import Unit, ends_at
from interregnum.records.letting_go import leave_the_roster
from interregnum.records.models import PoolStay
from interregnum.records.obligations import in_proposals
from interregnum.records.sweep import ERASED_HOST
from interregnum.records.term import Term


def keep_pool(at: datetime) -> int:
    """Write down since when each profile stands here by consent alone, and ask anew whose term is near its end."""
    _enrol(at)
    return _ask_anew(at)


@action
def _enrol(at: datetime) -> None:
    """A contract is a reason of its own to keep a profile; without one it is consent."""
    by_contract = Manager.objects.filter(contracts__isnull=False).values("code")
    PoolStay.objects.filter(manager__in=by_contract).delete()
    known = PoolStay.objects.values("manager")
    new = Manager.objects.filter(is_active=True, contracts=None).exclude(code__in=known)
    codes = new.exclude(email__endswith=f"@{ERASED_HOST}").values_list("code", flat=True)
    PoolStay.objects.bulk_create(PoolStay(manager=code, since=at) for code in codes)
    _read_consents(at)


def _read_consents(at: datetime) -> None:
    """What the bureau noted when it brought profiles in: since when they consented, or that nobody asked yet."""
    rows = StayConsent.objects.filter(read_at=None).select_related("manager")
    for row in rows.iterator():
        stays = PoolStay.objects.filter(manager=row.manager.code)
        if row.given_on is None:
            # Whoever said by a link that they stay said so after the file came.
            stays.filter(since__gte=at, reminded_at=None).update(since=row.noted_at, is_given=False)
        else:
            since = datetime.combine(row.given_on, time(), AMSTERDAM)
            fresh = {"since": since, "is_given": True, "reminded_at": None, "token_hash": ""}
            stays.filter(Q(is_given=False) | Q(since__lt=since) | Q(since__gte=at)).update(**fresh)
    rows.update(read_at=at)


def _ask_anew(at: datetime) -> int:
    """One at a time, so that a night with thousands of them keeps nobody waiting who works."""
    terms = values("records.pool_months", "records.pool_remind_days", "records.unasked_days", on=local_day(at))
    count = 0
    for stay in list(PoolStay.objects.filter(reminded_at=None)):
        over = stay_ends(stay, months=terms["records.pool_months"], days=terms["records.unasked_days"])
        # Whoever never consented is asked at once.
        if not stay.is_given or (over - at).total_seconds() <= terms["records.pool_remind_days"] * 86400:
            count += _ask(stay, over, at)
    return count


@action
def _ask(stay: PoolStay, over: datetime, at: datetime) -> bool:
    token = new_token()
    # The filter carries the old state: whoever is asked is asked once.
    unasked = PoolStay.objects.filter(pk=stay.pk, reminded_at=None)
    manager = Manager.objects.filter(code=stay.manager).first()
    if manager is None:
        unasked.delete()
        return False
    if not unasked.update(reminded_at=at, token_hash=_hash(token)):
        return False
    seat = Seat.objects.filter(manager=manager).select_related("account").first()
    write_to(
        email=manager.email,
        language=seat.account.language if seat else "nl",
        template="mail/pool_stay.txt",
        about=manager.code,
        is_secret=True,
        name=manager.name,
        over=local_day(over),
        is_given=stay.is_given,
        link=link_to("front:pool-stay", token),
    )
    return True


def stay_ends(stay: PoolStay, *, months: int, days: int) -> datetime:
    """With consent the months of a term, without it the days in which the manager is asked."""
    unit, length = (Unit.MONTHS, months) if stay.is_given else (Unit.DAYS, days)
    return ends_at(stay.since, unit=unit, length=length)


def name_of_stay(token: str) -> str:
    """Whose link this is, by name; "" when it is over."""
    stay = PoolStay.objects.filter(token_hash=_hash(token)).first()
    return Manager.objects.values_list("name", flat=True).get(code=stay.manager) if stay else ""


@action
def renew_stay(*, token: str, at: datetime) -> Refused | None:
    """The manager stays for another term from now."""
    stay = PoolStay.objects.filter(token_hash=_hash(token)).first()
    fresh = {"since": at, "is_given": True, "reminded_at": None, "token_hash": ""}
    if stay is None or not PoolStay.objects.filter(pk=stay.pk, token_hash=_hash(token)).update(**fresh):
        return Refused.because("records.link_over")
    record(ConsentRenewed(manager=stay.manager), by=VISITOR, at=at)
    return None


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _leaving(*, is_given: bool) -> QuerySet[Any]:
    """Whom nothing but consent keeps: neither a contract, of tonight or before, nor a client who is about to choose."""
    busy = Manager.objects.filter(Q(contracts__isnull=False) | Q(candidacies__in=in_proposals())).values("code")
    return PoolStay.objects.filter(is_given=is_given).exclude(manager__in=busy)


POOL: tuple[Term, ...] = (
    Term(
        "pool",
        _("Profiles on the roster without new consent and without a contract"),
        "records.pool_months",
        Unit.MONTHS,
        lambda: _leaving(is_given=True),
        leave_the_roster,
        ("manager",),
    ),
    Term(
        "pool without consent",
        _("Profiles that the bureau brought in, without the manager's consent and without a contract"),
        "records.unasked_days",
        Unit.DAYS,
        lambda: _leaving(is_given=False),
        leave_the_roster,
        ("manager",),
    ),
)
