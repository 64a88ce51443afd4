"""An invoice for people: PDF/A-3 in the house style, with the same invoice for machines inside."""

import base64
import io
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from PIL import Image

from interregnum.kernel.bill import Bill, BillKind, BillLine, Party, VatPart
from interregnum.kernel.money import Money
from interregnum.outside.documents import pdf_with_file
from interregnum.outside.einvoice.words import MONTHS, TITLES, UNITS, WORDS
from interregnum.outside.qr import qr_code

Rows = list[tuple[str, str]]
NOTHING = Money(0)
PAID_BY_READER = (BillKind.INVOICE,)
MOST_BY_QR = Money("999999999.99")


def invoice_pdf(bill: Bill, *, xml: bytes, language: str, logo: bytes = b"") -> bytes:
    """The document of a bill in Dutch ("nl") or English ("en"), with `xml` inside; the same input, the same bytes.

    `xml` is the file without a document in it. `logo` is a PNG or JPEG; one that cannot be read leaves the name.
    """
    words = WORDS[language]
    data: dict[str, object] = {
        "language": language,
        "title": TITLES[language][bill.kind],
        "number": bill.number,
        "seller": {"name": bill.seller.name, "lines": [*_address(bill.seller), *_reached(bill.seller)]},
        "buyer": {"name": bill.buyer.name, "lines": [*_address(bill.buyer), *_ids(bill.buyer, language)]},
        "ids": "  ·  ".join([bill.seller.name, *_ids(bill.seller, language)]),
        "facts": _facts(bill, language),
        "columns": [words[name] for name in ("text", "quantity", "price", "vat", "amount")],
        "lines": [_line(line, language) for line in bill.lines],
        "sums": _sums(bill, language),
        "why": [part.why for part in bill.vat if part.why],
        "note": bill.note,
        "terms": bill.terms,
        **{name: words[name] for name in ("to", "pay_title", "scan", "attached", "file")},
        **_payment(bill, language),
    }
    if drawing := _drawn(logo):
        data["logo"] = drawing
    return pdf_with_file(_template(), data, day=bill.issued_on, file=xml)


def payment_code(bill: Bill) -> str:
    """What a bank's app reads from the square: a transfer as the European Payments Council writes it (version 002)."""
    is_structured = bill.payment_reference.startswith("RF")
    reference = bill.payment_reference if is_structured else ""
    text = "" if is_structured else bill.payment_reference[:140]
    name = " ".join(bill.seller.name.split())[:70]
    return "\n".join(["BCD", "002", "1", "SCT", "", name, bill.iban, f"EUR{bill.due}", "", reference, text])


def euros(amount: Money, language: str) -> str:
    """An amount as one reads it.

    >>> euros(Money("-1234.5"), "nl"), euros(Money("1234.5"), "en")
    ('€ -1.234,50', '€1,234.50')
    """
    plain = f"{amount.amount:,.2f}"
    return f"€ {_dutch(plain)}" if language == "nl" else f"€{plain}".replace("€-", "-€")


def _dutch(number: str) -> str:
    return number.translate(str.maketrans(",.", ".,"))


def _number(value: Decimal, language: str) -> str:
    plain = f"{value:,f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return _dutch(plain) if language == "nl" else plain


def _day(day: date, language: str) -> str:
    return f"{day.day} {MONTHS[language].split()[day.month - 1]} {day.year}"


def _period(begins: date, ends: date, language: str) -> str:
    """Two days as one reads them; of one month the month stands once."""
    if (begins.year, begins.month) == (ends.year, ends.month):
        return f"{begins.day} – {_day(ends, language)}"
    return f"{_day(begins, language)} – {_day(ends, language)}"


def _address(party: Party) -> list[str]:
    place = f"{party.postcode} {party.city}".strip()
    country = party.country if party.country != "NL" else ""
    return [line for line in (party.contact, party.street, place, country) if line]


def _reached(party: Party) -> list[str]:
    return [line for line in (party.email, party.telephone) if line]


def _ids(party: Party, language: str) -> list[str]:
    named = (("kvk", party.kvk), ("vat_number", party.vat))
    return [WORDS[language][name].format(number=number) for name, number in named if number]


def _facts(bill: Bill, language: str) -> Rows:
    words = WORDS[language]
    period = _period(*bill.period, language) if bill.period else ""
    rows = [
        (words["number"], bill.number),
        (words["issued"], _day(bill.issued_on, language)),
        (words["due_on"], _day(bill.due_on, language)),
        (words["credits"], bill.credits[0] if bill.credits else ""),
        (words["period"], period),
        (words["your_reference"], bill.buyer_reference),
        (words["order"], bill.order_reference),
        (words["contract"], bill.contract_reference),
    ]
    return [row for row in rows if row[1]]


def _line(line: BillLine, language: str) -> dict[str, str]:
    one, several = UNITS[language].get(line.unit, ("", ""))
    return {
        "text": line.text,
        "note": line.note,
        "quantity": f"{_number(line.quantity, language)} {one if line.quantity == 1 else several}".strip(),
        "price": euros(line.price, language),
        "vat": f"{_number(line.vat_rate, language)}%" if line.vat_rate else "–",
        "amount": euros(line.amount, language),
    }


def _sums(bill: Bill, language: str) -> Rows:
    words = WORDS[language]
    rows = [(words["net"], euros(bill.net, language)), *(_vat_row(part, language) for part in bill.vat)]
    rows.append((words["gross"], euros(bill.gross, language)))
    if bill.prepaid != NOTHING:
        rows.append((words["prepaid"], euros(bill.prepaid * -1, language)))
    return rows


def _vat_row(part: VatPart, language: str) -> tuple[str, str]:
    label = WORDS[language]["vat_over" if part.rate else "no_vat_over"]
    return label.format(rate=_number(part.rate, language), base=euros(part.base, language)), euros(part.vat, language)


def _payment(bill: Bill, language: str) -> dict[str, object]:
    words, amount = WORDS[language], euros(bill.due, language)
    is_paid_to_reader = bill.kind in (BillKind.CREDIT, BillKind.SELF_BILLED)
    rows = [(words["iban"], _grouped(bill.iban)), (words["in_name_of"], bill.seller.name)]
    rows.append((words["reference"], bill.payment_reference))
    said: dict[str, object] = {
        "due": (words["credit_due" if is_paid_to_reader else "due"], amount),
        "pay": words[_sentence(bill)].format(amount=amount, day=_day(bill.due_on, language)),
        "payment": [row for row in rows if row[1] and bill.iban and bill.kind is not BillKind.CREDIT],
    }
    if bill.kind in PAID_BY_READER and bill.iban and NOTHING < bill.due <= MOST_BY_QR:
        said["qr"] = _square(payment_code(bill))
        said["qr_says"] = words["qr"].format(
            amount=amount, name=bill.seller.name, iban=_grouped(bill.iban), reference=bill.payment_reference
        )
    return said


def _sentence(bill: Bill) -> str:
    if bill.due <= NOTHING:
        return "pay_nothing"
    return {
        BillKind.INVOICE: "pay",
        BillKind.CREDIT: "pay_credit",
        BillKind.SELF_BILLED: "pay_self",
        BillKind.SELF_BILLED_CREDIT: "pay_self_credit",
    }[bill.kind]


def _grouped(iban: str) -> str:
    return " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))


def _square(text: str) -> str:
    code = qr_code(text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.size} {code.size}"><path d="{code.path}"/></svg>'
    )


@cache
def _drawn(logo: bytes) -> str:
    """A picture as a drawing that holds it: the template is given nothing but text. "" when it is none."""
    try:
        with Image.open(io.BytesIO(logo), formats=("PNG", "JPEG")) as picture:
            width, height = picture.size
            kind = (picture.format or "").lower()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ""
    content = base64.b64encode(logo).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/{kind};base64,{content}"/></svg>'
    )


@cache
def _template() -> str:
    return (files("interregnum.outside.einvoice") / "invoice.typ").read_text("utf-8")
