"""The business of a manager and its insurances: entered by the manager, read by the bureau."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import Http404

from interregnum.files import store
from interregnum.files.models import StoredFile
from interregnum.journal.record import action, record
from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.facts import BusinessRead, BusinessSaved, InsuranceSaved
from interregnum.people.models import Account, Business, Insurance, Manager, Reading, Seat
from interregnum.people.post import write_to
from interregnum.people.rules.papers import (
    BusinessValues,
    Cover,
    InsuranceValues,
    check_business,
    check_insurance,
    kind_of_proof,
)
from interregnum.people.site import link_to

MAY_READ = BUREAU | {Role.BACK_OFFICE}
REMIND = "people.insurance_remind_days"
WHAT = "business"


@dataclass(frozen=True)
class InsuranceLine:
    """`is_over`: not insured any more; `ends_soon`: within the term in which the manager is reminded."""

    code: str
    cover: Cover
    insurer: str
    policy_number: str
    amount: Money
    ends_on: date
    has_proof: bool
    is_over: bool
    ends_soon: bool


def own_business(by: Actor) -> Business | None:
    return Business.objects.filter(manager__code=by.manager or "-").first()


@action
def save_business(*, values: BusinessValues, by: Actor, at: datetime) -> Refused | None:
    """The manager says in what form they work; the numbers stand apart from the profile."""
    refused = check_business(values, on=local_day(at))
    if refused is not None:
        return refused
    manager = Manager.objects.get(code=by.manager)
    Business.objects.update_or_create(manager=manager, defaults=vars(values) | {"saved_at": at})
    record(BusinessSaved(manager=manager.code), by=by, at=at)
    return None


@action
def read_business(*, manager: str, reason: str, by: Actor, at: datetime) -> Business | None:
    """The numbers; who reads them, when and why is kept first and seen by the manager. Raises Http404."""
    row = Manager.objects.filter(code=manager).first()
    if row is None or by.role not in MAY_READ:
        raise Http404
    reader = Account.objects.get(code=by.code)
    Reading.objects.create(manager=row, read_by=reader, role=by.role, what=WHAT, reason=reason, read_at=at)
    record(BusinessRead(manager=manager), by=by, at=at)
    return Business.objects.filter(manager=row).first()


def insurances_of(manager: str, *, seen_by: Actor, on: date) -> tuple[InsuranceLine, ...]:
    """For the manager whose they are, and for the bureau."""
    if not (seen_by.is_bureau or (seen_by.role is Role.MANAGER and seen_by.manager == manager)):
        return ()
    soon = on + timedelta(days=value(REMIND, on=on))
    return tuple(
        InsuranceLine(
            row.code,
            row.cover,
            row.insurer,
            row.policy_number,
            row.amount,
            row.ends_on,
            row.proof_id is not None,
            row.ends_on < on,
            on <= row.ends_on <= soon,
        )
        for row in Insurance.objects.filter(manager__code=manager).order_by("cover")
    )


def own_insurance(cover: Cover, *, seen_by: Actor) -> Insurance | None:
    return Insurance.objects.filter(cover=cover, manager__code=seen_by.manager or "-").first()


@action
def save_insurance(
    *, cover: Cover, values: InsuranceValues, proof: bytes | None, name: str, by: Actor, at: datetime
) -> Refused | None:
    """The manager says what is insured until when; the file `proof` takes the place of the old one."""
    if (refused := check_insurance(values, on=local_day(at))) is not None:
        return refused
    kind = "" if proof is None else kind_of_proof(proof)
    if isinstance(kind, Refused):
        return kind
    manager, old = Manager.objects.get(code=by.manager), own_insurance(cover, seen_by=by)
    fresh: dict[str, object] = vars(values) | {"saved_at": at}
    if proof is not None:
        fresh["proof"] = store.keep(name=name[:200], content=proof, media_type=kind, at=at)
    Insurance.objects.update_or_create(manager=manager, cover=cover, defaults=fresh)
    if proof is not None and old and old.proof:
        store.discard(old.proof)
    record(InsuranceSaved(manager=manager.code, cover=cover), by=by, at=at)
    return None


def proof_of(code: str, *, seen_by: Actor) -> StoredFile:
    """Raises Http404 where there is none, or none to be seen."""
    row = Insurance.objects.select_related("manager", "proof").filter(code=code).exclude(proof=None).first()
    may = row and (seen_by.role in MAY_READ or (seen_by.role is Role.MANAGER and seen_by.manager == row.manager.code))
    if row is None or not may or row.proof is None:
        raise Http404
    return row.proof


@action
def remind_of_insurance(at: datetime) -> int:
    """Mail whose insurance is about to end, once for each end; returns how many were near it."""
    on = local_day(at)
    soon = on + timedelta(days=value(REMIND, on=on))
    rows = Insurance.objects.select_related("manager").filter(ends_on__range=(on, soon), manager__is_active=True)
    for row in rows:
        seat = Seat.objects.filter(manager=row.manager, account__is_active=True).select_related("account").first()
        write_to(
            email=row.manager.email,
            language=seat.account.language if seat else "nl",
            template="mail/insurance_ends.txt",
            about=row.manager.code,
            name_once=f"insurance {row.code} until {row.ends_on}",
            name=row.manager.name,
            day=row.ends_on,
            link=link_to("manager:people-papers"),
        )
    return len(rows)
