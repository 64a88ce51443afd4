"""An invoice as plain values: what is written to a file, and what the rules add up."""

from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.bill import Bill, BillKind, BillLine, Party, VatCategory, VatPart
from interregnum.kernel.minutes import clock
from interregnum.kernel.money import Money
from interregnum.people.models import Firm, Organisation
from interregnum.stages.invoice.models import ClientBilling, Invoice, InvoiceLine, OrderReference
from interregnum.stages.invoice.queries.account import last_of_month
from interregnum.stages.invoice.queries.rows import invoice_row
from interregnum.stages.invoice.queries.stated import note_on
from interregnum.stages.invoice.rules.end_points import end_point
from interregnum.stages.invoice.rules.lacking import lacking

KVK_SCHEME = "0106"
# What is kept beside the parties as they stood.
BESIDE = frozenset({"iban", "order"})


def bill_of(code: str, *, seen_by: Actor = HOUSE) -> Bill:
    """Of an invoice that was issued. Raises Http404 for one that is not there, or not theirs."""
    row = invoice_row(code, seen_by=seen_by)
    # A credit note has no day of payment: it is dated itself.
    issued, iban = row.issued_on or row.month, str(row.seller.get("iban", ""))
    lines = list(row.lines.all())
    return Bill(
        kind=row.kind,
        number=row.number,
        issued_on=issued,
        due_on=row.due_on or issued,
        seller=party_from(row.seller),
        buyer=party_from(row.buyer),
        lines=bill_lines(lines),
        vat=parts_from(row.vat),
        net=row.net,
        vat_total=row.vat_total,
        gross=row.gross,
        prepaid=Money(0),
        due=row.gross,
        iban=iban,
        payment_reference=row.number,
        buyer_reference=row.assignment.number,
        order_reference=str(row.buyer.get("order", "")),
        contract_reference=row.assignment.contract.number,
        period=(row.month, last_of_month(row.month)),
        credits=(row.credits.number, row.credits.issued_on or issued) if row.credits else None,
        note=note_on(row, lines),
    )


def bill_lines(lines: Iterable[InvoiceLine]) -> tuple[BillLine, ...]:
    return tuple(
        BillLine(
            number=str(line.position),
            text=f"{line.day:%d-%m-%Y} · {line.text or clock(line.minutes)}",
            quantity=line.quantity,
            unit="C62" if line.text else "DAY",
            price=line.price,
            amount=line.amount,
            category=line.category,
            vat_rate=line.vat_rate,
        )
        for line in lines
    )


def parts_to(parts: Iterable[VatPart]) -> list[dict[str, Any]]:
    """As a table keeps them: amounts in cents, the rate as it is written."""
    return [
        {
            "category": part.category.value,
            "rate": str(part.rate),
            "base": part.base.cents,
            "vat": part.vat.cents,
            "why": part.why,
        }
        for part in parts
    ]


def parts_from(kept: Iterable[dict[str, Any]]) -> tuple[VatPart, ...]:
    return tuple(
        VatPart(
            category=VatCategory(one["category"]),
            rate=Decimal(one["rate"]),
            base=Money.from_cents(one["base"]),
            vat=Money.from_cents(one["vat"]),
            why=one["why"],
        )
        for one in kept
    )


def seller_of(firm: Firm) -> dict[str, Any]:
    """The firm as it stands on an invoice, with the account that is paid to."""
    return asdict(
        Party(
            name=firm.name,
            street=firm.street,
            postcode=firm.postal_code,
            city=firm.city,
            kvk=firm.kvk,
            vat=firm.vat_number,
            end_point=(KVK_SCHEME, firm.kvk) if firm.kvk else ("", ""),
            email=firm.mail_sender,
            telephone=firm.phone,
        )
    ) | {"iban": firm.iban.replace(" ", "")}


def buyer_of(row: Organisation, *, order: str = "") -> dict[str, Any]:
    """A client as it stands on an invoice, with the reference that it wants to read there."""
    wishes = ClientBilling.objects.filter(organisation=row).first()
    point = end_point(own=wishes.end_point if wishes else "", country=row.country, kvk=row.kvk, vat=row.vat_number)
    return asdict(
        Party(
            name=row.name,
            street=row.street,
            postcode=row.postal_code,
            city=row.city,
            country=row.country,
            kvk=row.kvk,
            vat=row.vat_number,
            end_point=point,
        )
    ) | {"order": order}


def party_from(kept: dict[str, Any]) -> Party:
    values = {name: value for name, value in kept.items() if name not in BESIDE}
    scheme, number = values.pop("end_point", ("", ""))
    return Party(**values, end_point=(scheme, number))


def lacks_of(row: Invoice) -> tuple[str, ...]:
    """What is to be mended before this draft may have its number."""
    seller, buyer = seller_of(Firm.objects.get()), buyer_of(row.assignment.organisation)
    return lacking(party_from(seller), seller["iban"], party_from(buyer))


def order_of(row: Invoice) -> str:
    """The reference that the client wants on an invoice of this assignment; on an issued one the one that it has."""
    if row.buyer:
        return str(row.buyer.get("order", ""))
    kept = OrderReference.objects.filter(assignment=row.assignment_id).first()
    return kept.reference if kept else ""


def is_credit(row: Invoice) -> bool:
    return row.kind == BillKind.CREDIT
