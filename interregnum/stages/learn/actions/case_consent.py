"""A case is offered to its client, who agrees to this very text and these uses, or not, and may withdraw."""

from datetime import datetime, timedelta
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.models import Account
from interregnum.people.post import write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import objects_of, tell
from interregnum.stages.learn.actions.case_write import facts_told, keep_text
from interregnum.stages.learn.case_facts import (
    LibraryCaseAnswered,
    LibraryCaseObjected,
    LibraryCaseOffered,
    LibraryCaseWithdrawn,
)
from interregnum.stages.learn.models import Case, CaseConsent, CaseText
from interregnum.stages.learn.queries.cases import checked, own_case, text_of, words_in
from interregnum.stages.learn.rules.case_states import MAY_BE_OFFERED, WITH_CLIENT, Answer, CaseState

DAYS = "learn.case_days"
STATES = {Answer.AGREE: CaseState.AGREED, Answer.CHANGE: CaseState.CHANGE, Answer.DECLINE: CaseState.DECLINED}
ASK, TELL, ANSWERED, OBJECTED = (f"mail/case_{name}.txt" for name in ("asked", "told", "answered", "objected"))


@action
def offer_case(*, assignment: str, version: int, by: Actor, at: datetime) -> Refused | None:
    """Only a text in which nothing was found goes to the client; the manager hears so and may object.

    One to which consent expired is offered again as a new version of the same words: what was said of it then stays.
    """
    row, case = own_case(assignment, seen_by=by)
    words = words_in(text_of(case))
    looked = checked(row, case, words, on=local_day(at))
    if looked.open:
        return Refused.because("learn.case_found")
    if not looked.may_go:
        return Refused.because("learn.case_few")
    is_again = case.state == CaseState.EXPIRED
    number = version + is_again
    may = Case.objects.filter(pk=case.pk, version=version, state=case.state).filter(state__in=MAY_BE_OFFERED)
    if not may.update(state=CaseState.ASKED, version=number):
        return Refused.because("learn.case_asked")
    if is_again:
        keep_text(row, case, number, words, by=by, at=at)
    else:
        CaseText.objects.filter(case=case, number=number).update(**facts_told(row, at=at))
    CaseConsent.objects.create(case=case, assignment=assignment, version=number, asked_at=at)
    record(LibraryCaseOffered(assignment=assignment, version=number), by=by, at=at)
    ask_client(row, number)
    _tell_manager(row, number)
    return None


def ask_client(row: Any, version: int, *, is_again: bool = False) -> None:
    """Within an action: whoever decides for the client gets one mail a version, and one more as a reminder."""
    once = f"case_asked {row.code} {version} {is_again}"
    tell(row, Role.CLIENT, template=ASK, address="client:learn-case", code=row.code, name_once=once)


def _tell_manager(row: Any, version: int) -> None:
    once = f"case_told {row.code} {version}"
    tell(row, Role.MANAGER, template=TELL, address="manager:learn-case", code=row.code, name_once=once)


@action
def answer_case(
    *,
    assignment: str,
    version: int,
    answer: Answer,
    on_site: bool,
    in_proposals: bool,
    words: str,
    by: Actor,
    at: datetime,
) -> Refused | None:
    """By the client, of the text that was read."""
    row, case = own_case(assignment, seen_by=by)
    agrees = answer is Answer.AGREE
    if agrees and not (on_site or in_proposals):
        return Refused.because("learn.case_no_use", "on_site")
    if not agrees and not words.strip():
        return Refused.because("learn.case_no_words", "words")
    state = STATES[answer]
    until = local_day(at) + timedelta(days=value(DAYS, on=local_day(at))["consent"]) if agrees else None
    uses: dict[str, Any] = {"on_site": on_site and agrees, "in_proposals": in_proposals and agrees}
    told = uses | {"state": state, "live_until": until, "changed_at": at} | ({"agreed_at": at} if agrees else {})
    if not Case.objects.filter(pk=case.pk, version=version, state=CaseState.ASKED).update(**told):
        return Refused.because("learn.case_answered")
    said = {"answered_at": at, "answered_by": _account(by), "words": words.strip(), "until": until}
    CaseConsent.objects.filter(case=case, version=version).update(state=state, **said, **uses)
    record(LibraryCaseAnswered(assignment=assignment, version=version, answer=str(answer), **uses), by=by, at=at)
    _tell_bureau(row, ANSWERED, by=by)
    return None


@action
def withdraw_case(*, assignment: str, why: str, by: Actor, at: datetime) -> Refused | None:
    """By the client at any time, without a reason, or by the bureau: from this moment nobody is shown it."""
    row, case = own_case(assignment, seen_by=by)
    gone = {"state": CaseState.WITHDRAWN, "live_until": None, "changed_at": at, "on_site": False, "in_proposals": False}
    live = Case.objects.filter(pk=case.pk, state__in=WITH_CLIENT)
    if not live.update(**gone):
        return Refused.because("learn.case_not_live")
    told = {"state": CaseState.WITHDRAWN, "withdrawn_at": at, "withdrawn_why": why.strip()}
    CaseConsent.objects.filter(case=case, version=case.version).update(**told)
    record(LibraryCaseWithdrawn(assignment=assignment, version=case.version), by=by, at=at)
    if by.role is Role.CLIENT:
        _tell_bureau(row, ANSWERED, by=by)
    return None


@action
def object_to_case(*, assignment: str, version: int, words: str, by: Actor, at: datetime) -> Refused | None:
    """By the manager, whose career shows through: nobody is shown the text while this stands."""
    row, case = own_case(assignment, seen_by=by)
    open_one = Case.objects.filter(pk=case.pk, version=version, objected_at=None)
    if not open_one.update(objection=words.strip(), objected_at=at):
        return Refused.because("learn.case_objected")
    record(LibraryCaseObjected(assignment=assignment, version=version, stands=True), by=by, at=at)
    _tell_bureau(row, OBJECTED, by=by)
    return None


@action
def object_no_more(*, assignment: str, by: Actor, at: datetime) -> Refused | None:
    """By the manager: what the client agreed to is shown again."""
    _row, case = own_case(assignment, seen_by=by)
    if not Case.objects.filter(pk=case.pk, objected_at__isnull=False).update(objection="", objected_at=None):
        return Refused.because("learn.case_objected")
    record(LibraryCaseObjected(assignment=assignment, version=case.version, stands=False), by=by, at=at)
    return None


def _tell_bureau(row: Any, template: str, *, by: Actor) -> None:
    write_to_bureau(
        by=by,
        template=template,
        about=objects_of(row),
        owner=row.owner.code if row.owner else "",
        number=row.number,
        link=link_to("bureau:learn-case", row.code),
    )


def _account(by: Actor) -> Account | None:
    return Account.objects.filter(code=by.code).first()
