"""Who sells on a manager's invoice, and what the firm knows of the manager to hold one against."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from interregnum.kernel.bill import Bill, BillKind, BillLine, Party
from interregnum.kernel.money import Money
from interregnum.kernel.vat import country_of
from interregnum.people.models import Business, Manager
from interregnum.stages.invoice.models import Payable, SelfBilling
from interregnum.stages.invoice.queries.account import day_minutes
from interregnum.stages.invoice.queries.bills import parts_from, party_from
from interregnum.stages.invoice.rules import payable_match as match
from interregnum.stages.invoice.rules.days import quantity_of
from interregnum.stages.invoice.rules.end_points import end_point
from interregnum.stages.invoice.rules.payable import BESIDE, Earned, PayKind
from interregnum.stages.invoice.rules.payable_vat import parts_of_lines
from interregnum.stages.invoice.rules.totals import Totals


def seller_from(manager: Manager, known: Business, consent: SelfBilling) -> dict[str, Any]:
    """The manager as it stands on a self-billed invoice, with the account that is paid to."""
    country = country_of(known.vat_number)
    party = Party(
        name=known.trade_name or manager.name,
        street=consent.street,
        postcode=consent.postal_code,
        city=consent.city,
        country=country,
        kvk=known.kvk,
        vat=known.vat_number,
        end_point=end_point(own="", country=country, kvk=known.kvk, vat=known.vat_number),
        email=manager.email,
    )
    return asdict(party) | {"iban": known.iban.replace(" ", "")}


def is_ours(row: Payable) -> bool:
    """Whether the firm made it: an invoice in the manager's name that has its number, or its credit note."""
    made = row.credits if row.kind == PayKind.CREDIT else row
    return made is not None and made.kind == PayKind.SELF_BILLED and bool(row.number)


def self_billed(row: Payable) -> Bill:
    """A self-billed invoice, or the credit note of one, as plain values as it was issued."""
    issued = row.issued_on or row.month
    of = row.credits
    return Bill(
        kind=BillKind.SELF_BILLED_CREDIT if of else BillKind.SELF_BILLED,
        number=row.number,
        issued_on=issued,
        due_on=issued,
        seller=party_from(row.seller),
        buyer=party_from(row.buyer),
        lines=pay_lines(row),
        vat=parts_from(row.vat),
        net=row.net,
        vat_total=row.vat_total,
        gross=row.gross,
        prepaid=Money(0),
        due=row.gross,
        iban=str(row.seller.get("iban", "")),
        payment_reference=row.number,
        buyer_reference=row.assignment.number,
        credits=(of.number, of.issued_on or of.month) if of else None,
    )


def pay_lines(row: Payable) -> tuple[BillLine, ...]:
    """With the VAT that each was issued with."""
    lines = list(row.lines.all())
    size = day_minutes(lines[0].day)
    parts = parts_of_lines([one.amount for one in lines], parts_from(row.vat))
    return tuple(
        BillLine(
            number=str(one.position),
            text=f"{one.day:%d-%m-%Y}",
            quantity=quantity_of(one.minutes, day_minutes=size) if one.minutes else Decimal(1),
            unit="DAY" if one.minutes else "C62",
            price=one.rate,
            amount=one.amount,
            category=part.category,
            vat_rate=part.rate,
        )
        for one, part in zip(lines, parts, strict=True)
    )


def awaited(manager: Manager, lines: tuple[Earned, ...], sums: Totals) -> match.Bill:
    """What should stand on the invoice of a manager."""
    known = Business.objects.filter(manager=manager).first()
    size = day_minutes(lines[0].day)
    worked = [one for one in lines if one.why not in BESIDE]
    return match.Bill(
        net=sums.net,
        vat=sums.vat_total,
        gross=sums.gross,
        days=sum((quantity_of(one.minutes, day_minutes=size) for one in worked), Decimal(0)),
        rates=tuple(one.rate for one in worked),
        kvk=known.kvk if known else "",
        vat_number=known.vat_number if known else "",
        iban=known.iban if known else "",
    )


def claimed_by(bill: Bill) -> match.Bill:
    """What a manager's own e-invoice says; days and rates where its lines are in days."""
    days = [line for line in bill.lines if line.unit == "DAY"]
    return match.Bill(
        net=bill.net,
        vat=bill.vat_total,
        gross=bill.gross,
        days=sum((line.quantity for line in days), Decimal(0)) if days else None,
        rates=tuple(line.price for line in days),
        kvk=bill.seller.kvk,
        vat_number=bill.seller.vat,
        iban=bill.iban,
    )
