"""Approved days and extras become a draft: up to the end of a month, each on one invoice."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.http import Http404

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.bill import BillKind, VatCategory
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.kernel.vat import Charge
from interregnum.people.models import Account
from interregnum.people.with_vat import charge_on
from interregnum.stages.invoice.actions.draft_lines import claim, lines_of_days, lines_of_extras
from interregnum.stages.invoice.facts import DraftDropped, InvoiceChecked, InvoiceDrafted
from interregnum.stages.invoice.models import Extra, Invoice, InvoiceLine
from interregnum.stages.invoice.queries.account import billing_account, last_of_month
from interregnum.stages.invoice.queries.bills import bill_lines, parts_to
from interregnum.stages.invoice.queries.extras import extras_to_bill
from interregnum.stages.invoice.queries.rows import assignments_to_bill, invoice_row
from interregnum.stages.invoice.rules.days import Billable
from interregnum.stages.invoice.rules.extras import Beside
from interregnum.stages.invoice.rules.states import OPEN, InvoiceState
from interregnum.stages.invoice.rules.totals import totals


@action
def draft_invoice(*, assignment: str, month: date, by: Actor, at: datetime) -> str | Refused:
    """Every approved day and extra up to the end of the month that is on no invoice yet; returns the draft's code."""
    row = assignments_to_bill(by).filter(code=assignment).first()
    if row is None:
        raise Http404
    month = month.replace(day=1)
    account, last = billing_account(row), last_of_month(month)
    days, extras = account.open_until(last), extras_to_bill(row, last, account)
    if not days and not extras:
        return Refused.because("invoice.nothing_to_bill")
    charged = _charges(row, {one.day for one in days} | {one.day for one in extras})
    if isinstance(charged, Refused):
        return charged
    none = Money(0)
    try:
        with transaction.atomic():
            # The database holds one draft a month, each day and each extra once: of two people at once, one is first.
            invoice = Invoice.objects.create(
                assignment=row,
                month=month,
                drafted_at=at,
                drafted_by=Account.objects.get(code=by.code),
                net=none,
                vat_total=none,
                gross=none,
            )
            _write(invoice, days, extras, charged)
    except IntegrityError:
        return Refused.because("invoice.drafted")
    record(InvoiceDrafted(invoice=invoice.code, assignment=row.code, days=len(days)), by=by, at=at)
    return str(invoice.code)


def _charges(row: Any, days: Iterable[date]) -> dict[date, Charge] | Refused:
    """How VAT is charged on each day: at the rate that held then."""
    found = {}
    for day in sorted(days):
        made = charge_on(row.organisation, day)
        if isinstance(made, Refused):
            return made
        found[day] = made
    return found


def _write(invoice: Invoice, days: Sequence[Billable], extras: Sequence[Beside], charged: dict[date, Charge]) -> None:
    lines = [*lines_of_days(days), *lines_of_extras(extras)]
    for position, line in enumerate(lines, start=1):
        line.invoice, line.position = invoice, position
        line.category, line.vat_rate = charged[line.day].category, charged[line.day].rate
    claim(invoice, InvoiceLine.objects.bulk_create(lines))
    sums = totals(bill_lines(lines), why_of(invoice.assignment.organisation))
    invoice.vat, invoice.net = parts_to(sums.vat), sums.net
    invoice.vat_total, invoice.gross = sums.vat_total, sums.gross
    invoice.save(update_fields=["vat", "net", "vat_total", "gross"])
    _keep_percentages(lines)


def _keep_percentages(lines: Iterable[InvoiceLine]) -> None:
    """A discount in percent is what its last draft made of it."""
    for line in lines:
        if line.extra and line.extra.amount != line.amount:
            Extra.objects.filter(pk=line.extra.pk).update(amount=line.amount)


def why_of(organisation: Any) -> dict[Any, str]:
    """What a client's own exemption is called, where it has one."""
    return {"E": organisation.vat_exemption} if organisation.vat_exemption else {}


@action
def drop_draft(*, invoice: str, by: Actor, at: datetime) -> str | Refused:
    """Throw a draft away: its days are on no invoice any more. Returns the code of the assignment."""
    row = invoice_row(invoice, seen_by=by)
    code = str(row.assignment.code)
    if not Invoice.objects.filter(pk=row.pk, state__in=OPEN).delete()[0]:
        return Refused.because("invoice.not_now")
    record(DraftDropped(invoice=row.code, assignment=code), by=by, at=at)
    return code


@action
def check_invoice(*, invoice: str, by: Actor, at: datetime) -> Refused | None:
    """Somebody looked at it and found it right; refused when hours or VAT changed since it was drafted."""
    row = invoice_row(invoice, seen_by=by)
    if (stale := stale_because(row)) is not None:
        return stale
    here = Invoice.objects.filter(pk=row.pk, state=InvoiceState.DRAFT)
    if not here.update(state=InvoiceState.CHECKED, checked_at=at, checked_by=Account.objects.get(code=by.code)):
        return Refused.because("invoice.not_now")
    record(InvoiceChecked(invoice=row.code, assignment=row.assignment.code), by=by, at=at)
    return None


def stale_because(row: Invoice) -> Refused | None:
    """Why a draft is no longer what the account of its assignment and the VAT of its client say."""
    if row.state not in OPEN or row.kind != BillKind.INVOICE:
        return None
    lines = list(row.lines.select_related("extra"))
    if (changed := _changed_vat(row, lines)) is not None:
        return changed
    return Refused.because("invoice.hours_changed") if _is_stale(row, lines) else None


def _changed_vat(row: Invoice, lines: Sequence[InvoiceLine]) -> Refused | None:
    """The client may stand elsewhere since, or be exempt, or not be it any more."""
    charged = _charges(row.assignment, {line.day for line in lines})
    if isinstance(charged, Refused):
        return charged
    stands = {line.day: Charge(line.category, line.vat_rate) for line in lines}
    whys = {part["why"] for part in row.vat if part["category"] == VatCategory.EXEMPT}
    is_same = charged == stands and whys <= {row.assignment.organisation.vat_exemption}
    return None if is_same else Refused.because("invoice.vat_changed")


def _is_stale(row: Invoice, lines: Sequence[InvoiceLine]) -> bool:
    last, account = last_of_month(row.month), billing_account(row.assignment, without=row)
    extras = extras_to_bill(row.assignment, last, account, without=row)
    now: dict[object, tuple[int, Money]] = {}
    now |= {one.day: (one.minutes, one.amount) for one in account.open_until(last)}
    now |= {one.code: (0, one.amount) for one in extras}
    return now != {line.extra.code if line.extra else line.day: (line.minutes, line.amount) for line in lines}
