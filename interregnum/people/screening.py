"""Screenings: entered by one of the bureau, decided by another, read in detail with a reason that the manager sees."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from django.conf import settings
from django.http import Http404

from interregnum.journal.record import action, record
from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_code
from interregnum.outside.seal import SealError, seal, unseal
from interregnum.people.facts import ScreeningDecided, ScreeningEntered, ScreeningRead
from interregnum.people.models import Account, Manager, Reading, Screening
from interregnum.people.rules.screening import Basis, Outcome, ScreeningKind, check_basis, check_decider, standing

MAY_READ = frozenset({Role.PARTNER, Role.AUDITOR})


@dataclass(frozen=True)
class ScreeningLine:
    """A screening as status. `may_decide`: this reader is another than who entered it."""

    code: str
    kind: ScreeningKind
    purpose: str
    basis: Basis
    outcome: Outcome
    decided_on: date | None
    decided_by: str
    may_decide: bool
    may_read: bool


@dataclass(frozen=True)
class ReadingLine:
    who: str
    role: Role
    reason: str
    at: datetime


@action
def enter_screening(
    *, manager: str, kind: ScreeningKind, purpose: str, basis: Basis, detail: str, by: Actor, at: datetime
) -> Refused | None:
    """Write down that a screening was done and what was found; another person decides what it means."""
    refused = check_basis(basis)
    if refused is not None:
        return refused
    code = new_code()
    Screening.objects.create(
        code=code,
        manager=Manager.objects.get(code=manager),
        kind=kind,
        purpose=purpose,
        basis=basis,
        sealed_detail=seal(detail, key=_key(), place=code),
        entered_by=Account.objects.get(code=by.code),
        entered_at=at,
    )
    record(ScreeningEntered(manager=manager, screening=code), by=by, at=at)
    return None


@action
def decide_screening(*, code: str, outcome: Outcome, by: Actor, at: datetime) -> Refused | None:
    row = Screening.objects.select_related("entered_by", "manager").filter(code=code).first()
    if row is None:
        return Refused.because("people.screening_decided")
    refused = check_decider(entered_by=row.entered_by.code, decides=by.code, role=by.role)
    if refused is not None:
        return refused
    rows = Screening.objects.filter(pk=row.pk, outcome=Outcome.OPEN)
    decider = Account.objects.get(code=by.code)
    if not rows.update(outcome=outcome, decided_by=decider, decided_on=local_day(at)):
        return Refused.because("people.screening_decided")
    record(ScreeningDecided(manager=row.manager.code, screening=code), by=by, at=at)
    return None


@action
def read_detail(*, code: str, reason: str, by: Actor, at: datetime) -> str:
    """What was found; who reads it, when and why is kept first. Raises Http404 for whoever may not."""
    row = Screening.objects.select_related("manager").filter(code=code).first()
    if row is None or by.role not in MAY_READ:
        raise Http404
    Reading.objects.create(
        manager=row.manager,
        read_by=Account.objects.get(code=by.code),
        role=by.role,
        what=row.kind,
        reason=reason,
        read_at=at,
    )
    record(ScreeningRead(manager=row.manager.code, screening=code), by=by, at=at)
    return _opened(row)


def own_detail(code: str, *, seen_by: Actor) -> str:
    """What was found about oneself, "" when its key is lost (GDPR article 15). Raises Http404 for anybody else's."""
    row = Screening.objects.filter(code=code, manager__code=seen_by.manager or "-").first()
    if row is None or seen_by.role is not Role.MANAGER:
        raise Http404
    return _opened(row)


def _opened(row: Screening) -> str:
    try:
        return unseal(row.sealed_detail, key=_key(), place=row.code)
    except SealError:
        return ""


def screenings_of(manager: str, *, seen_by: Actor) -> tuple[ScreeningLine, ...]:
    """As status; nothing of what was found. For the bureau and for the manager whose screenings they are."""
    rows = Screening.objects.filter(manager__code=manager).select_related("entered_by", "decided_by").order_by("-pk")
    if not (seen_by.is_bureau or (seen_by.role is Role.MANAGER and seen_by.manager == manager)):
        rows = rows.none()
    return tuple(
        ScreeningLine(
            code=row.code,
            kind=row.kind,
            purpose=row.purpose,
            basis=row.basis,
            outcome=row.outcome,
            decided_on=row.decided_on,
            decided_by=row.decided_by.name if row.decided_by else "",
            may_decide=_may_decide(row, seen_by),
            may_read=seen_by.role in MAY_READ,
        )
        for row in rows
    )


def screening_of(code: str, *, seen_by: Actor) -> tuple[str, ScreeningLine]:
    """The manager's code and one screening as status. Raises Http404."""
    manager = Screening.objects.filter(code=code).values_list("manager__code", flat=True).first()
    line = next((each for each in screenings_of(manager or "", seen_by=seen_by) if each.code == code), None)
    if manager is None or line is None:
        raise Http404
    return manager, line


def standings(managers: Collection[int]) -> Mapping[int, Mapping[str, str]]:
    """By the key of a manager: what the last decision about each kind says. Who was never screened is left out."""
    rows = Screening.objects.filter(manager__in=managers, decided_on__isnull=False)
    found = rows.order_by("manager", "decided_on", "pk").values_list("manager", "kind", "outcome", "decided_on")
    return {key: standing(each[1:] for each in some) for key, some in groupby(found, itemgetter(0))}


def readings_of(manager: str, *, seen_by: Actor) -> tuple[ReadingLine, ...]:
    """Who read what is confidential about a manager, newest first; for the manager, a partner and an auditor."""
    is_own = seen_by.role is Role.MANAGER and seen_by.manager == manager
    if not (is_own or seen_by.role in MAY_READ):
        return ()
    rows = Reading.objects.filter(manager__code=manager).select_related("read_by").order_by("-pk")[:50]
    return tuple(ReadingLine(row.read_by.name, Role(row.role), row.reason, row.read_at) for row in rows)


def _may_decide(row: Screening, actor: Actor) -> bool:
    return row.outcome == Outcome.OPEN and actor.role is Role.PARTNER and row.entered_by.code != actor.code


def may_enter(actor: Actor) -> bool:
    return actor.role in BUREAU


def _key() -> Path:
    return Path(settings.KEYS_FOLDER) / "screening"
