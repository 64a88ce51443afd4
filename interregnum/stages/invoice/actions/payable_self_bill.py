"""The firm makes the manager's invoice from days that stand approved: a draft, then a number of their own series."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.people.models import Account, Business, Firm, Manager
from interregnum.stages.invoice.actions.payable_lines import begun, claim, sums_of
from interregnum.stages.invoice.actions.payable_tell import tell_manager
from interregnum.stages.invoice.actions.periods import hold_books
from interregnum.stages.invoice.models import Payable, SelfBilling, SelfBillSeries
from interregnum.stages.invoice.payable_facts import SelfBillDrafted, SelfBillDropped, SelfBillIssued
from interregnum.stages.invoice.queries.bills import parts_to, party_from, seller_of
from interregnum.stages.invoice.queries.payable_account import pay_account
from interregnum.stages.invoice.queries.payable_rows import expected_one, payable_row
from interregnum.stages.invoice.queries.payable_seller import seller_from
from interregnum.stages.invoice.queries.rows import assignments_to_bill
from interregnum.stages.invoice.rules.lacking import lacking_to_self_bill
from interregnum.stages.invoice.rules.payable import Earned, PayKind, PayState, self_bill_number


@action
def draft_self_bill(*, assignment: str, manager: str, month: date, by: Actor, at: datetime) -> str | Refused:
    """Every approved day of the month that stands on no payable; returns the code of the draft."""
    one = expected_one(assignment, manager, month, seen_by=by)
    if one is None:
        return Refused.because("invoice.day_paid_already")
    if not one.is_self_billed:
        return Refused.because("invoice.not_agreed")
    row = assignments_to_bill(by).get(code=assignment)
    sums = sums_of(Manager.objects.get(code=manager), one.lines)
    if isinstance(sums, Refused):
        return sums
    told = {"net": sums.net, "vat_total": sums.vat_total, "gross": sums.gross, "vat": parts_to(sums.vat)}
    try:
        with transaction.atomic():
            # The database holds each day once, over self-billing and purchase together: of two, one is first.
            kind, state = PayKind.SELF_BILLED, PayState.DRAFTED
            made = begun(row, manager, kind=kind, state=state, month=one.month, by=by, at=at, **told)
            claim(made, one.lines)
    except IntegrityError:
        return Refused.because("invoice.day_paid_already")
    record(SelfBillDrafted(invoice=made.code, days=len(one.lines)), by=by, at=at)
    return str(made.code)


@action
def issue_self_bill(*, payable: str, by: Actor, at: datetime) -> str | Refused:
    """Approved: it gets the next number of the manager's own series, and the manager is told when it is paid."""
    row, day = payable_row(payable, seen_by=by), local_day(at)
    if day.replace(day=1) in hold_books():
        return Refused.because("period.issue")
    # Whoever is first holds the row: the other one finds it issued, and no number is used.
    if not Payable.objects.select_for_update().filter(pk=row.pk, state=PayState.DRAFTED).exists():
        return Refused.because("invoice.not_now")
    consent = SelfBilling.objects.filter(manager=row.manager, withdrawn_at=None).first()
    if consent is None:
        return Refused.because("invoice.not_agreed")
    seller, buyer = _parties(row, consent)
    if lacks := lacking_to_self_bill(party_from(seller), seller["iban"], party_from(buyer)):
        return Refused(tuple(Reason(code) for code in lacks))
    if stale(row):
        return Refused.because("invoice.hours_changed")
    if _is_charged_otherwise(row):
        return Refused.because("invoice.pay_vat_changed")
    number = next_number(row.manager, day.year)
    Payable.objects.filter(pk=row.pk).update(
        state=PayState.APPROVED,
        number=number,
        issued_on=day,
        received_on=day,
        seller=seller,
        buyer=buyer,
        decided_at=at,
        decided_by=Account.objects.get(code=by.code),
    )
    record(SelfBillIssued(invoice=row.code, number=number), by=by, at=at)
    tell_manager(row, "mail/payable_issued.txt")
    return number


@action
def drop_self_bill(*, payable: str, by: Actor, at: datetime) -> Refused | None:
    """Throw a draft away: its days are on no payable any more."""
    row = payable_row(payable, seen_by=by)
    if not Payable.objects.filter(pk=row.pk, state=PayState.DRAFTED).delete()[0]:
        return Refused.because("invoice.not_now")
    record(SelfBillDropped(invoice=row.code), by=by, at=at)
    return None


def stale(row: Payable) -> bool:
    """Whether what was claimed is no longer what the account of its assignment says."""
    now = {one.place: (one.minutes, one.amount) for one in pay_account(row.assignment, row.manager.code).lines}
    return any(
        now.get((line.why if line.paid.beside else "", line.day, line.key)) != (line.minutes, line.amount)
        for line in row.lines.select_related("paid")
    )


def _parties(row: Payable, consent: SelfBilling) -> tuple[dict[str, Any], dict[str, Any]]:
    """The manager, with all that is known by now, and the firm."""
    known = Business.objects.filter(manager=row.manager).first() or Business()
    return seller_from(row.manager, known, consent), seller_of(Firm.objects.get())


def _is_charged_otherwise(row: Payable) -> bool:
    """Whether the VAT of the draft is no longer the one of the manager, who has another number since."""
    who = row.manager.code
    lines = [Earned(who, one.day, one.minutes, one.rate, one.amount, one.why, one.key) for one in row.lines.all()]
    sums = sums_of(row.manager, lines)
    return isinstance(sums, Refused) or parts_to(sums.vat) != row.vat


def next_number(manager: Manager, year: int) -> str:
    """Without a gap: the row stays locked until the payable is committed or undone."""
    SelfBillSeries.objects.get_or_create(manager=manager, year=year)
    SelfBillSeries.objects.filter(manager=manager, year=year).update(last=F("last") + 1)
    return self_bill_number(manager.pk, year, SelfBillSeries.objects.get(manager=manager, year=year).last)
