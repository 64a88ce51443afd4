"""Days of a payable turned out otherwise: somebody of the firm takes them back with a credit note, and what stands of
them comes on the next one. Nothing that was issued changes."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import IntegrityError, transaction

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.invoice.actions.payable_lines import take_back
from interregnum.stages.invoice.actions.payable_self_bill import next_number
from interregnum.stages.invoice.actions.payable_tell import tell_manager
from interregnum.stages.invoice.actions.periods import hold_books
from interregnum.stages.invoice.models import Payable
from interregnum.stages.invoice.payable_facts import PayableCredited
from interregnum.stages.invoice.queries.bills import parts_to
from interregnum.stages.invoice.queries.payable_credit import pay_credit_sums
from interregnum.stages.invoice.queries.payable_rows import payable_row
from interregnum.stages.invoice.rules.payable import OWING, PayKind, PayState
from interregnum.stages.invoice.rules.totals import Totals


@action
def credit_payable(
    *, payable: str, days: Collection[date], number: str, why: str, by: Actor, at: datetime
) -> str | Refused:
    """Of a self-billed one the firm makes the credit note; of a purchase invoice `number` is that of the manager's."""
    row = payable_row(payable, seen_by=by)
    if local_day(at).replace(day=1) in hold_books():
        return Refused.because("period.credit")
    Payable.objects.select_for_update().get(pk=row.pk)
    if row.kind == PayKind.CREDIT or row.state not in OWING:
        return Refused.because("invoice.not_now")
    if row.kind == PayKind.PURCHASE and not number.strip():
        return Refused.because("invoice.credit_number", "number")
    left = list(row.lines.filter(credited_by=None))
    lines = [line for line in left if line.day in days]
    if not lines or not set(days) <= {line.day for line in lines}:
        return Refused.because("invoice.credited_already")
    sums = pay_credit_sums(row, lines, left)
    try:
        with transaction.atomic():
            note = _made(row, sums, number.strip(), why.strip(), by=by, at=at)
    except IntegrityError:
        return Refused.because("invoice.sent_in_already", "number")
    take_back(note, lines)
    record(PayableCredited(invoice=row.code, days=len(lines)), by=by, at=at)
    tell_manager(note, "mail/payable_issued.txt")
    return str(note.code)


def _made(row: Payable, sums: Totals, number: str, why: str, *, by: Actor, at: datetime) -> Payable:
    day, account = local_day(at), Account.objects.get(code=by.code)
    own = row.kind == PayKind.SELF_BILLED
    return Payable.objects.create(
        kind=PayKind.CREDIT,
        assignment=row.assignment,
        manager=row.manager,
        state=PayState.APPROVED,
        month=row.month,
        number=next_number(row.manager, day.year) if own else number,
        issued_on=day,
        received_on=day,
        made_at=at,
        made_by=account,
        decided_at=at,
        decided_by=account,
        seller=row.seller,
        buyer=row.buyer,
        vat=parts_to(sums.vat),
        net=sums.net,
        vat_total=sums.vat_total,
        gross=sums.gross,
        why=why,
        agreed_days=row.agreed_days,
        credits=row,
    )
