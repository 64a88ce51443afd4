"""How VAT is charged to a buyer, by where it is established and what is known of it.

A service for a business is taxed where that business is established, and there the buyer owes it (Council Directive
2006/112/EC, articles 44 and 196; Wet op de omzetbelasting 1968, articles 6 and 11, 12 for a service from elsewhere).
"""

from dataclasses import dataclass
from decimal import Decimal

from interregnum.kernel.bill import VatCategory
from interregnum.kernel.refused import Refused

HOME = "NL"
EU = frozenset({
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
})  # fmt: skip
# Greece writes its VAT numbers with letters of its own.
VAT_LETTERS = {"GR": "EL"}


LETTERS_OF = {letters: country for country, letters in VAT_LETTERS.items()}


def country_of(vat_number: str) -> str:
    """Where whoever has this VAT number is established; home for whoever has none.

    >>> country_of("EL094259216"), country_of("")
    ('GR', 'NL')
    """
    letters = vat_number[:2].upper()
    return LETTERS_OF.get(letters, letters) or HOME


@dataclass(frozen=True, kw_only=True)
class Buyer:
    """`exemption` says why no VAT is charged although it would be due here, "" for the ordinary case."""

    country: str
    vat_number: str = ""
    exemption: str = ""


@dataclass(frozen=True)
class Charge:
    category: VatCategory
    rate: Decimal


def charge(buyer: Buyer, *, percent: Decimal | int) -> Charge | Refused:
    """The category and the rate; refused when a buyer elsewhere in the EU has no VAT number to shift the VAT to.

    >>> charge(Buyer(country="BE", vat_number="BE0123456749"), percent=21).category
    <VatCategory.REVERSE_CHARGE: 'AE'>
    """
    country = buyer.country.upper()
    if country not in EU:
        return Charge(VatCategory.OUTSIDE, Decimal(0))
    if country != HOME:
        if not buyer.vat_number.upper().startswith(VAT_LETTERS.get(country, country)):
            return Refused.because("invoice.vat_number_missing")
        return Charge(VatCategory.REVERSE_CHARGE, Decimal(0))
    if buyer.exemption:
        return Charge(VatCategory.EXEMPT, Decimal(0))
    return Charge(VatCategory.STANDARD, Decimal(percent))
