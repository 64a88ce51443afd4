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
from interregnum.stages.invoice.models import Invoice, InvoiceLine
from interregnum.stages.invoice.queries.account import last_of_month
from interregnum.stages.invoice.queries.rows import invoice_row

KVK_SCHEME = "0106"


def bill_of(code: str, *, seen_by: Actor = HOUSE) -> Bill:
    """Of an invoice that was issued. Raises Http404 for one that is not there, or not theirs."""
    row = invoice_row(code, seen_by=seen_by)
    # A credit note has no day of payment: it is dated itself.
    issued, iban = row.issued_on or row.month, str(row.seller.get("iban", ""))
    return Bill(
        kind=row.kind,
        number=row.number,
        issued_on=issued,
        due_on=row.due_on or issued,
        seller=party_from(row.seller),
        buyer=party_from(row.buyer),
        lines=bill_lines(row.lines.all()),
        vat=parts_from(row.vat),
        net=row.net,
        vat_total=row.vat_total,
        gross=row.gross,
        prepaid=Money(0),
        due=row.gross,
        iban=iban,
        payment_reference=row.number,
        buyer_reference=row.assignment.number,
        contract_reference=row.assignment.contract.number,
        period=(row.month, last_of_month(row.month)),
        credits=(row.credits.number, row.credits.issued_on or issued) if row.credits else None,
        note=row.why,
    )


def bill_lines(lines: Iterable[InvoiceLine]) -> tuple[BillLine, ...]:
    return tuple(
        BillLine(
            number=str(line.position),
            text=f"{line.day:%d-%m-%Y} · {clock(line.minutes)}",
            quantity=line.quantity,
            unit="DAY",
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
    party = Party(
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
    return asdict(party) | {"iban": firm.iban.replace(" ", "")}


def buyer_of(row: Organisation) -> dict[str, Any]:
    return asdict(
        Party(
            name=row.name,
            street=row.street,
            postcode=row.postal_code,
            city=row.city,
            country=row.country,
            kvk=row.kvk,
            vat=row.vat_number,
            end_point=(KVK_SCHEME, row.kvk) if row.kvk else ("", ""),
        )
    )


def party_from(kept: dict[str, Any]) -> Party:
    values = {name: value for name, value in kept.items() if name != "iban"}
    scheme, number = values.pop("end_point", ("", ""))
    return Party(**values, end_point=(scheme, number))


def is_credit(row: Invoice) -> bool:
    return row.kind == BillKind.CREDIT
