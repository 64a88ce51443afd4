"""A fee beside days: written by the firm, agreed once by the client; then its terms come on drafts by themselves."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.http import Http404

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.people.models import Account
from interregnum.people.post import write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.deliver.queries.reached import results_measured
from interregnum.stages.invoice.actions.periods import hold_books
from interregnum.stages.invoice.fee_facts import FeeAgreed, FeeRefused, FeeWithdrawn, FeeWritten, SuccessApproved
from interregnum.stages.invoice.models import Extra, Fee, FeeTerm
from interregnum.stages.invoice.queries.fees import ON_NO_INVOICE, fee_row, measured_of, norm_of
from interregnum.stages.invoice.queries.periods import first_day
from interregnum.stages.invoice.queries.rows import assignments_to_bill
from interregnum.stages.invoice.rules.extras import ExtraKind, ExtraState
from interregnum.stages.invoice.rules.fees import (
    FeeKind,
    FeeState,
    Room,
    Term,
    fault_of_success,
    fault_of_terms,
    fees_before,
    total_of,
)
from interregnum.web.templatetags.web import day as shown_day


@action
def write_fixed_fee(*, assignment: str, text: str, terms: Sequence[Term], by: Actor, at: datetime) -> str | Refused:
    """A fixed fee in terms; the client is asked to agree. Returns the code of the assignment."""
    row = assignment_to_bill(assignment, by)
    room = Room(begins=first_day(), closed=hold_books(), ends=row.ends_on)
    fault = fault_of_terms(terms, room)
    if fault is not None:
        return _in_words(fault)
    made = _write(row, FeeKind.FIXED, text, total_of(terms), by=by, at=at)
    FeeTerm.objects.bulk_create(FeeTerm(fee=made, day=one.day, amount=one.amount) for one in terms)
    return str(row.code)


@action
def write_success_fee(
    *, assignment: str, text: str, result: str, amount: Money, by: Actor, at: datetime
) -> str | Refused:
    """A fee for one result of the assignment, as it is defined now. Returns the code of the assignment."""
    row = assignment_to_bill(assignment, by)
    now = next((one for one in results_measured(row.pk) if one.code == result), None)
    if now is None:
        return Refused.because("invoice.success_gone", "result")
    if amount <= Money(0):
        return Refused.because("invoice.fee_nothing", "amount")
    try:
        with transaction.atomic():
            _write(row, FeeKind.SUCCESS, text, amount, by=by, at=at, result=result, norm=norm_of(now))
    except IntegrityError:
        return Refused.because("invoice.success_twice", "result")
    return str(row.code)


def _write(row: Any, kind: FeeKind, text: str, amount: Money, *, by: Actor, at: datetime, **told: Any) -> Fee:
    account = Account.objects.get(code=by.code)
    made = Fee.objects.create(
        kind=kind, assignment=row, text=text.strip(), amount=amount, written_at=at, written_by=account, **told
    )
    record(FeeWritten(**_about(made)), by=by, at=at)
    tell(row, Role.CLIENT, template="mail/fee_asked.txt", address="client:invoices-fees")
    return made


@action
def answer_fee(*, fee: str, agrees: bool, why: str, by: Actor, at: datetime) -> str | Refused:
    """The client agrees, so that terms are billed from their days on, or refuses with a reason."""
    row = fee_row(fee, seen_by=by)
    if not agrees and not why.strip():
        return Refused.because("invoice.fee_why", "why")
    hold_books()
    state = FeeState.AGREED if agrees else FeeState.REFUSED
    account = Account.objects.get(code=by.code)
    decided = {"decided_at": at, "decided_by": account, "why": why.strip()}
    # The filter carries the old state: of an answer and a withdrawal at once, one is first.
    if not Fee.objects.filter(pk=row.pk, state__in=fees_before(state)).update(state=state, **decided):
        return Refused.because("invoice.fee_not_now")
    row.refresh_from_db()
    if agrees:
        for one in row.terms.all():
            _bill(row, one, ExtraKind.FIXED_FEE, by=account, at=at)
    record((FeeAgreed if agrees else FeeRefused)(**_about(row)), by=by, at=at)
    _tell_bureau(row, by)
    return str(row.assignment.code)


@action
def approve_success(*, fee: str, by: Actor, at: datetime) -> str | Refused:
    """The client says that the fee is earned: only of a result that stands reached, as it was agreed and measured."""
    row = fee_row(fee, seen_by=by)
    closed = hold_books()
    if row.kind != FeeKind.SUCCESS or row.state != FeeState.AGREED:
        return Refused.because("invoice.fee_not_now")
    norm, now = measured_of(row)
    fault = fault_of_success(norm, now)
    if fault is not None:
        return fault
    if local_day(at).replace(day=1) in closed:
        return Refused.because("invoice.fee_closed")
    if not Fee.objects.filter(pk=row.pk, state=FeeState.AGREED).update(state=FeeState.EARNED, earned_at=at):
        return Refused.because("invoice.fee_not_now")
    term = FeeTerm.objects.create(fee=row, day=local_day(at), amount=row.amount)
    _bill(row, term, ExtraKind.SUCCESS_FEE, by=Account.objects.get(code=by.code), at=at)
    record(SuccessApproved(**_about(row)), by=by, at=at)
    _tell_bureau(row, by)
    return str(row.assignment.code)


@action
def withdraw_fee(*, fee: str, why: str, by: Actor, at: datetime) -> str | Refused:
    """The firm takes it back: what was issued stays, the rest is never billed; a draft of it is to be made anew."""
    row = fee_row(fee, seen_by=by)
    if not why.strip():
        return Refused.because("invoice.fee_why", "why")
    hold_books()
    here = Fee.objects.filter(pk=row.pk, state__in=fees_before(FeeState.WITHDRAWN))
    if not here.update(state=FeeState.WITHDRAWN, why=why.strip()):
        return Refused.because("invoice.fee_not_now")
    Extra.objects.filter(ON_NO_INVOICE, fee_term__fee=row).update(state=ExtraState.WITHDRAWN, why=why.strip())
    record(FeeWithdrawn(**_about(row)), by=by, at=at)
    tell(row.assignment, Role.CLIENT, template="mail/fee_withdrawn.txt", address="client:invoices-fees")
    return str(row.assignment.code)


def _bill(row: Fee, term: FeeTerm, kind: ExtraKind, *, by: Account, at: datetime) -> None:
    """What was agreed comes on a draft from its day on."""
    term.extra = Extra.objects.create(
        kind=kind,
        assignment=row.assignment,
        day=term.day,
        text=row.text,
        amount=term.amount,
        state=ExtraState.APPROVED,
        asked_at=row.written_at,
        asked_by=row.written_by,
        decided_at=at,
        decided_by=by,
    )
    term.save(update_fields=["extra"])


def assignment_to_bill(code: str, by: Actor) -> Any:
    """Raises Http404 for an assignment that is not there, or not theirs."""
    row = assignments_to_bill(by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def _tell_bureau(row: Fee, by: Actor) -> None:
    owner = row.assignment.contract.brief.request.owner
    write_to_bureau(
        by=by,
        template="mail/fee_answered.txt",
        about=(row.code, row.assignment.code, row.assignment.organisation.code),
        owner=owner.code if owner else "",
        link=link_to("bureau:invoices-fees", row.assignment.code),
        number=row.assignment.number,
    )


def _about(row: Fee) -> dict[str, str]:
    return {"fee": row.code, "assignment": row.assignment.code, "organisation": row.assignment.organisation.code}


def _in_words(fault: Refused) -> Refused:
    return Refused(tuple(Reason(one.code, one.field, _shown(one.facts)) for one in fault.reasons))


def _shown(facts: Any) -> dict[str, object]:
    return {name: shown_day(value, "long") for name, value in facts.items()}
