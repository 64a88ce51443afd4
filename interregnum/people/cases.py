"""B2 D3 D8: cases on a profile, written by the manager, confirmed by a referee who gets a link."""

import hashlib
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from django.http import Http404

from interregnum.journal.record import action, record
from interregnum.kernel.actor import VISITOR, Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_token
from interregnum.people.facts import CaseJudged, CaseSaved, CaseWithdrawn, RefereeAsked
from interregnum.people.figures import recount
from interregnum.people.models import Case, Manager
from interregnum.people.post import write_to
from interregnum.people.queries import list_names
from interregnum.people.rules.evidence import CaseValues
from interregnum.people.site import link_to

MIX = ("operational", "adviser", "coach", "change")


@dataclass(frozen=True)
class CaseLine:
    """A case as others see it: without the client's name where the client stays unnamed.

    `field` is its discipline and sub-sector in words.
    """

    code: str
    client: str
    field: str
    row: Case
    is_hidden: bool


def cases_of(
    manager: str, *, seen_by: Actor, names: tuple[dict[str, str], dict[str, str]] | None = None
) -> list[CaseLine]:
    """The cases of one manager; only the manager reads a client's name that is to be kept back.

    `names` are the words of the lists, where the page has them already.
    """
    rows = Case.objects.filter(manager__code=manager)
    if seen_by.role is Role.MANAGER:
        rows = rows.filter(manager__code=seen_by.manager)
    else:
        rows = rows.filter(withdrawn_at=None) if seen_by.is_bureau else rows.none()
    is_own, words = seen_by.role is Role.MANAGER, names or list_names()
    return [_line(row, words, is_own=is_own) for row in rows]


def _line(row: Case, names: tuple[dict[str, str], dict[str, str]], *, is_own: bool) -> CaseLine:
    is_hidden = bool(row.client_shown_as) and not is_own
    known = zip(names, (row.discipline, row.sector), strict=True)
    field = " · ".join(name.get(code, code) for name, code in known if code)
    return CaseLine(row.code, row.client_shown_as if is_hidden else row.client, field, row, is_hidden)


def own_case(code: str, *, seen_by: Actor) -> Case:
    """Raises Http404 for a case of somebody else."""
    row = Case.objects.filter(code=code, manager__code=seen_by.manager or "-").first()
    if row is None:
        raise Http404
    return row


@action
def save_case(*, code: str, values: CaseValues, by: Actor, at: datetime) -> str:
    """Write a case down, or change it; what a referee has said of the old words does not hold for new ones."""
    manager = Manager.objects.get(code=by.manager)
    row = own_case(code, seen_by=by) if code else Case(manager=manager, written_at=at)
    said = _plain(values)
    if any(getattr(row, name) != value for name, value in said.items()):
        row.is_confirmed, row.answered_at, row.asked_at, row.token_hash, row.referee_words = None, None, None, "", ""
    for name, value in said.items():
        setattr(row, name, value)
    row.save()
    recount(manager.pk)
    record(CaseSaved(manager=manager.code, case=row.code), by=by, at=at)
    return row.code


def _plain(values: CaseValues) -> dict[str, Any]:
    said = {field.name: getattr(values, field.name) for field in fields(values) if field.name != "role_mix"}
    return said | {"reasons": list(values.reasons)} | dict(zip(MIX, values.role_mix, strict=True))


@action
def withdraw_case(*, code: str, is_back: bool, by: Actor, at: datetime) -> Refused | None:
    """A case counts no more and is seen by nobody else, or it is put back; a link to its referee is over."""
    row = own_case(code, seen_by=by)
    fresh: dict[str, Any] = {"withdrawn_at": None} if is_back else {"withdrawn_at": at, "token_hash": ""}
    if not Case.objects.filter(pk=row.pk, withdrawn_at__isnull=not is_back).update(**fresh):
        return Refused.because("people.case_put_back" if is_back else "people.case_withdrawn")
    recount(row.manager_id)
    record(CaseWithdrawn(manager=by.manager, case=row.code, is_back=is_back), by=by, at=at)
    return None


@action
def ask_referee(*, code: str, by: Actor, at: datetime) -> Refused | None:
    """Mail the referee a link; an earlier one is over."""
    row = own_case(code, seen_by=by)
    if not (row.referee_name and row.referee_email):
        return Refused.because("people.referee_needed")
    if row.withdrawn_at is not None:
        return Refused.because("people.case_withdrawn")
    if row.is_confirmed is not None:
        return Refused.because("people.referee_answered")
    token = new_token()
    Case.objects.filter(pk=row.pk).update(asked_at=at, token_hash=_hash(token))
    write_to(
        email=row.referee_email,
        language=row.referee_language,
        template="mail/referee.txt",
        about=row.manager.code,
        is_secret=True,
        name=row.referee_name,
        manager=row.manager.name,
        link=link_to("front:referee", token),
    )
    record(RefereeAsked(manager=row.manager.code, case=row.code), by=by, at=at)
    return None


def case_of_link(token: str) -> Case | None:
    """The case that a referee is asked about; None when the link is over."""
    return Case.objects.select_related("manager").filter(token_hash=_hash(token)).first()


@action
def judge_case(*, token: str, is_confirmed: bool, words: str, at: datetime) -> Refused | None:
    """The referee answers, once."""
    row = case_of_link(token)
    answer = {"is_confirmed": is_confirmed, "referee_words": words, "answered_at": at, "token_hash": ""}
    if row is None or not Case.objects.filter(pk=row.pk, token_hash=_hash(token)).update(**answer):
        return Refused.because("people.link_over")
    recount(row.manager_id)
    record(CaseJudged(manager=row.manager.code, case=row.code, is_confirmed=is_confirmed), by=VISITOR, at=at)
    return None


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
