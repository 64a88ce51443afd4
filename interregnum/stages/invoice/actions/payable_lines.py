"""What each payable has in common: its lines from the account, each day claimed once, and its sums."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError

from interregnum.kernel.actor import Actor
from interregnum.kernel.bill import BillLine, VatCategory
from interregnum.kernel.refused import Refused
from interregnum.kernel.vat import Buyer, Charge, charge, country_of
from interregnum.parameters.values import value
from interregnum.people.models import Account, Business, Manager
from interregnum.stages.contract.rules.clauses import longest_wait
from interregnum.stages.invoice.models import Extra, PaidDay, Payable, PayLine
from interregnum.stages.invoice.queries.account import day_minutes
from interregnum.stages.invoice.queries.payable_account import contract_of
from interregnum.stages.invoice.rules.days import quantity_of
from interregnum.stages.invoice.rules.extras import ExtraState
from interregnum.stages.invoice.rules.payable import BESIDE, Earned, PayKind, PayState, PayWhy
from interregnum.stages.invoice.rules.totals import Totals, totals

NO_NUMBER = "Geen btw-nummer bekend / No VAT number known"


def begun(
    row: Any, manager: str, *, kind: PayKind, state: PayState, month: date, by: Actor, at: datetime, **told: Any
) -> Payable:
    contract = contract_of(row, manager)
    wait = longest_wait(contract.clauses, contract.terms)
    return Payable.objects.create(
        kind=kind,
        assignment=row,
        manager=Manager.objects.get(code=manager),
        state=state,
        month=month,
        made_at=at,
        made_by=Account.objects.get(code=by.code),
        agreed_days=wait or contract.payment_days,
        waits=bool(wait),
        **told,
    )


def claim(payable: Payable, lines: Sequence[Earned]) -> None:
    """Raises IntegrityError when one of these stands on another payable, or when an approval was taken back."""
    _hold_expenses({one.key for one in lines if one.why == PayWhy.EXPENSE})
    PaidDay.objects.bulk_create(
        PaidDay(
            assignment_id=payable.assignment_id,
            manager_id=payable.manager_id,
            day=line.day,
            beside=line.why if line.why in BESIDE else "",
            key=line.key,
            line=line,
        )
        for line in _written(payable, lines, [None] * len(lines))
    )


def take_back(note: Payable, lines: Sequence[PayLine]) -> None:
    """Lines of a credit note, each of the line that it takes back; their days are on no payable any more."""
    _written(note, lines, lines)
    PaidDay.objects.filter(line__in=lines).delete()


def _written(
    payable: Payable, lines: Sequence[Earned | PayLine], credits: Sequence[PayLine | None]
) -> Sequence[PayLine]:
    return PayLine.objects.bulk_create(
        PayLine(
            payable=payable,
            position=position,
            day=one.day,
            minutes=one.minutes,
            rate=one.rate,
            amount=one.amount,
            why=one.why,
            key=one.key,
            credits=taken,
        )
        for position, (one, taken) in enumerate(zip(lines, credits, strict=True), start=1)
    )


def _hold_expenses(codes: set[str]) -> None:
    """Whoever takes back an approval waits until this is claimed, and finds it then."""
    held = Extra.objects.select_for_update().filter(code__in=codes) if codes else ()
    if any(one.state != ExtraState.APPROVED for one in held):
        raise IntegrityError("an approval was taken back")


def sums_of(manager: Manager, lines: Sequence[Earned]) -> Totals | Refused:
    """With the VAT of the manager: at the rate of each day, shifted to the firm from elsewhere in the EU, or none."""
    known = Business.objects.filter(manager=manager).first()
    charges: dict[date, Charge] = {}
    for one in lines:
        found = _charge(known.vat_number if known else "", one.day)
        if isinstance(found, Refused):
            return found
        charges[one.day] = found
    return totals(pay_bill_lines(lines, charges), {VatCategory.EXEMPT: NO_NUMBER})


def _charge(vat_number: str, day: date) -> Charge | Refused:
    if not vat_number:
        return Charge(VatCategory.EXEMPT, Decimal(0))
    return charge(
        Buyer(country=country_of(vat_number), vat_number=vat_number), percent=value("invoice.vat_percent", on=day)
    )


def charges_of(manager: Manager, lines: Sequence[Earned]) -> dict[date, Charge]:
    known = Business.objects.filter(manager=manager).first()
    found = {one.day: _charge(known.vat_number if known else "", one.day) for one in lines}
    return {day: one for day, one in found.items() if isinstance(one, Charge)}


def pay_bill_lines(lines: Sequence[Earned], charges: dict[date, Charge]) -> tuple[BillLine, ...]:
    """As an e-invoice has them: days by their rate, what is beside days as one piece."""
    size = day_minutes(lines[0].day) if lines else 1
    return tuple(
        BillLine(
            number=str(position),
            text=f"{one.day:%d-%m-%Y}",
            quantity=_quantity(one, size),
            unit="C62" if one.why == PayWhy.EXPENSE else "DAY",
            price=one.amount if one.why == PayWhy.EXPENSE else one.rate,
            amount=one.amount,
            category=charges[one.day].category,
            vat_rate=charges[one.day].rate,
        )
        for position, one in enumerate(lines, start=1)
    )


def _quantity(one: Earned, size: int) -> Decimal:
    return Decimal(1) if one.why == PayWhy.EXPENSE else quantity_of(one.minutes, day_minutes=size)
