"""An invoice as plain values: what the rules of a stage make, and what is written to a file or checked outside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from interregnum.kernel.money import Money


class VatCategory(StrEnum):
    """The code of EN 16931 (UNCL5305) for how VAT is charged."""

    STANDARD = "S"
    ZERO = "Z"
    EXEMPT = "E"
    REVERSE_CHARGE = "AE"
    OUTSIDE = "O"


class BillKind(StrEnum):
    """The type codes of EN 16931 (UNCL1001): invoice, credit note, self-billed invoice, self-billed credit note."""

    INVOICE = "380"
    CREDIT = "381"
    SELF_BILLED = "389"
    SELF_BILLED_CREDIT = "261"


@dataclass(frozen=True, kw_only=True)
class Party:
    """Who sells or buys; `kvk` has eight digits, `vat` is the VAT number with its country, each empty when unknown.

    `end_point` is the address in the network of e-invoices as scheme and number, such as ("0106", "12345678").
    """

    name: str
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = "NL"
    kvk: str = ""
    vat: str = ""
    end_point: tuple[str, str] = ("", "")
    contact: str = ""
    email: str = ""
    telephone: str = ""


@dataclass(frozen=True, kw_only=True)
class BillLine:
    """One line: `quantity` in `unit` (UN/ECE 20: DAY, HUR, C62 for pieces) at `price` excl. VAT, together `amount`.

    A credit note has positive quantities, as EN 16931 wants; a discount is a line with a negative quantity.
    `vat_rate` is in percent.
    """

    number: str
    text: str
    quantity: Decimal
    unit: str
    price: Money
    amount: Money
    category: VatCategory
    vat_rate: Decimal
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class VatPart:
    """VAT per category and rate: `base` excl. VAT, and what is charged over it; `why` says why it is nil."""

    category: VatCategory
    rate: Decimal
    base: Money
    vat: Money
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Bill:
    """A whole invoice or credit note. `prepaid` was paid before; `due` is what remains to be paid."""

    kind: BillKind
    number: str
    issued_on: date
    due_on: date
    seller: Party
    buyer: Party
    lines: Sequence[BillLine]
    vat: Sequence[VatPart]
    net: Money
    vat_total: Money
    gross: Money
    prepaid: Money
    due: Money
    iban: str
    payment_reference: str
    buyer_reference: str = ""
    order_reference: str = ""
    contract_reference: str = ""
    period: tuple[date, date] | None = None
    terms: str = ""
    note: str = ""
    credits: tuple[str, date] | None = None
