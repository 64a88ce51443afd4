"""What was issued and stands otherwise by now: days that changed, and what is beside days and is not owed any more. The
firm takes it back with a credit note."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from interregnum.kernel.actor import Actor
from interregnum.kernel.bill import BillKind
from interregnum.kernel.money import Money
from interregnum.stages.invoice.fee_texts import GONE
from interregnum.stages.invoice.models import BilledDay, Extra, Invoice, InvoiceLine
from interregnum.stages.invoice.queries.account import Account, billing_account, billing_accounts
from interregnum.stages.invoice.queries.extras import AFTER_END, TAKEN_BACK
from interregnum.stages.invoice.queries.rows import assignments_to_bill, invoices_of
from interregnum.stages.invoice.rules.days import Difference
from interregnum.stages.invoice.rules.extras import Beside, ExtraKind, Issued, gone
from interregnum.stages.invoice.rules.fees import FeeState
from interregnum.stages.invoice.rules.states import OPEN

ISSUED = ~Q(billed__line__invoice__state__in=OPEN)


@dataclass(frozen=True)
class GoneExtra:
    """`why` in words."""

    code: str
    day: date
    text: str
    amount: Money
    why: object


@dataclass(frozen=True)
class Otherwise:
    """Of one invoice: days that stand otherwise, and what is not owed any more."""

    days: tuple[Difference, ...] = ()
    extras: tuple[GoneExtra, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.days or self.extras)


@dataclass(frozen=True)
class InvoiceOtherwise:
    code: str
    number: str
    client: str
    found: Otherwise


def otherwise_of(row: Invoice, lines: Sequence[InvoiceLine]) -> Otherwise:
    """Of those of its lines that no credit note took back, once it was issued."""
    left = [line for line in lines if not hasattr(line, "credited_by")]
    if row.state in OPEN or row.kind != BillKind.INVOICE or not left:
        return Otherwise()
    days = {line.day for line in left if not line.extra_id}
    extras = _issued(Q(billed__line__invoice=row)) if any(line.extra_id for line in left) else []
    return _otherwise(billing_account(row.assignment), days, [one for _invoice, _assignment, one in extras])


def otherwise_of_month(month: date, *, seen_by: Actor) -> tuple[InvoiceOtherwise, ...]:
    """The invoices of assignments that were billed in a month, or with a fee of any month that is not owed any more; a
    few queries."""
    rows = invoices_of(seen_by).filter(kind=BillKind.INVOICE).exclude(state__in=OPEN)
    lost = Extra.objects.filter(ISSUED, AFTER_END | TAKEN_BACK, billed__isnull=False).order_by().values("assignment")
    billed = Q(pk__in=rows.filter(month=month).order_by().values("assignment"))
    accounts = billing_accounts(list(assignments_to_bill(seen_by).filter(billed | Q(pk__in=lost))))
    found = {key: one for key, one in _of_invoices(accounts).items() if one}
    names = ("pk", "code", "number", "assignment__organisation__name")
    shown = rows.filter(pk__in=list(found)).order_by("number").values_list(*names)
    return tuple(InvoiceOtherwise(code, number, client, found[key]) for key, code, number, client in shown)


def _of_invoices(accounts: Mapping[int, Account]) -> dict[int, Otherwise]:
    """By the key of the invoice, of all that were issued of these assignments."""
    kept: dict[tuple[int, int], tuple[set[date], list[Issued]]] = {}
    keys = list(accounts)
    days = BilledDay.objects.filter(assignment__in=keys).exclude(line__invoice__state__in=OPEN)
    for invoice, assignment, day in days.values_list("line__invoice", "assignment", "day"):
        kept.setdefault((invoice, assignment), (set(), []))[0].add(day)
    for invoice, assignment, one in _issued(ISSUED, Q(assignment__in=keys)):
        kept.setdefault((invoice, assignment), (set(), []))[1].append(one)
    return {invoice: _otherwise(accounts[assignment], *own) for (invoice, assignment), own in kept.items()}


def _issued(*where: Q) -> list[tuple[int, int, Issued]]:
    """With the keys of its invoice and assignment."""
    rows = Extra.objects.filter(*where, billed__isnull=False).order_by("day", "pk")
    names = ("code", "day", "text", "amount", "manager__code", "kind")
    more = ("assignment__ends_on", "fee_term__fee__state", "billed__line__invoice", "assignment")
    return [
        (
            invoice,
            assignment,
            Issued(
                one=Beside(
                    code=code,
                    day=day,
                    text=text,
                    amount=amount,
                    manager=manager or "",
                    is_expense=kind == ExtraKind.EXPENSE,
                ),
                kind=kind,
                ends_on=ends_on,
                is_taken_back=fee == FeeState.WITHDRAWN,
            ),
        )
        for code, day, text, amount, manager, kind, ends_on, fee, invoice, assignment in rows.values_list(*names, *more)
    ]


def _otherwise(account: Account, days: set[date], extras: Iterable[Issued]) -> Otherwise:
    """Of one invoice, held against the account of its assignment."""
    lost = [(issued.one, gone(issued, account.turns, account.firm_days)) for issued in extras]
    return Otherwise(
        tuple(one for one in account.differences if one.day in days),
        tuple(GoneExtra(one.code, one.day, one.text, one.amount, GONE[why]) for one, why in lost if why),
    )
