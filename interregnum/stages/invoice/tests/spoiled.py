"""Deliberate faults: how an invoice that is right is spoiled, and the name of the rule that must find it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from lxml import etree

from interregnum.kernel.bill import Bill, BillKind, BillLine, Party, VatCategory
from interregnum.kernel.money import Money
from interregnum.outside.einvoice import Profile, ubl
from interregnum.outside.einvoice.names import CAC, CBC
from interregnum.stages.invoice.rules.totals import line_amount, totals

SPACES = {"cac": CAC, "cbc": CBC}
SELLER, BUYER = "cac:AccountingSupplierParty/cac:Party", "cac:AccountingCustomerParty/cac:Party"
TOTAL, SUBTOTAL, LINE = "cac:LegalMonetaryTotal", "cac:TaxTotal/cac:TaxSubtotal", "cac:InvoiceLine"
QUANTITY, ACCOUNT = f"{LINE}/cbc:InvoicedQuantity", "cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID"
TAX_NUMBER = f"{SELLER}/cac:PartyTaxScheme/cbc:CompanyID"


def right(category: VatCategory = VatCategory.STANDARD, kind: BillKind = BillKind.INVOICE) -> Bill:
    """A plain bill without a fault: ten days and a trip."""
    rate = Decimal(21 if category is VatCategory.STANDARD else 0)
    lines = tuple(
        _line(str(number), quantity, price, category, rate)
        for number, quantity, price in [(1, "10", "1250"), (2, "3.5", "19.99")]
    )
    sums = totals(lines)
    return Bill(
        kind=kind,
        number="2026-00042",
        issued_on=date(2026, 11, 2),
        due_on=date(2026, 12, 2),
        seller=_party("Brugwerk Interim B.V.", "12345678", "NL123456782B90"),
        buyer=_party("Voorbeeldziekenhuis", "87654321", "NL004495445B01"),
        lines=lines,
        vat=sums.vat,
        net=sums.net,
        vat_total=sums.vat_total,
        gross=sums.gross,
        prepaid=Money(0),
        due=sums.gross,
        iban="NL91ABNA0417164300",
        payment_reference="RF18539007547034",
        buyer_reference="Afdeling 12",
        credits=("2026-00001", date(2026, 1, 5)) if kind in ("381", "261") else None,
    )


def _party(name: str, kvk: str, vat: str) -> Party:
    return Party(
        name=name,
        street="Oudegracht 1",
        postcode="3511 AA",
        city="Utrecht",
        kvk=kvk,
        vat=vat,
        end_point=("0106", kvk),
        contact="J. Voorbeeld",
        email="facturen@voorbeeld.example",
    )


def _line(number: str, quantity: str, price: str, category: VatCategory, rate: Decimal) -> BillLine:
    amount = line_amount(Decimal(quantity), Money(price))
    return BillLine(
        number=number,
        text="Interim days",
        quantity=Decimal(quantity),
        unit="DAY",
        price=Money(price),
        amount=amount,
        category=category,
        vat_rate=rate,
    )


class Spoiled(NamedTuple):
    """`rule` must be among those that find the fault."""

    name: str
    rule: str
    file: bytes


def _file(path: str, do: Callable[[Any], object], bill: Bill | None = None) -> bytes:
    root = etree.fromstring(ubl(bill or right(), profile=Profile.PEPPOL))
    nodes = root.findall(path, SPACES)
    assert nodes, path
    for node in nodes:
        do(node)
    return etree.tostring(root)


def _gone(node: Any) -> None:
    node.getparent().remove(node)


def _said(text: str) -> Callable[[Any], None]:
    def say(node: Any) -> None:
        node.text = text

    return say


def _scheme(code: str, name: str = "schemeID") -> Callable[[Any], None]:
    return lambda node: node.set(name, code)


def _with_vat(category: VatCategory, path: str, do: Callable[[Any], object]) -> bytes:
    return _file(path, do, right(category))


CREDIT = right(kind=BillKind.CREDIT)
REASON = f"{SUBTOTAL}/cac:TaxCategory/cbc:TaxExemptionReason"
CODE = f"{SUBTOTAL}/cac:TaxCategory/cbc:TaxExemptionReasonCode"


def _without_reason(category: VatCategory) -> bytes:
    root = etree.fromstring(ubl(right(category), profile=Profile.PEPPOL))
    for path in (REASON, CODE):
        for node in root.findall(path, SPACES):
            _gone(node)
    return etree.tostring(root)


SPOILED = [
    Spoiled("cut off", "XML", ubl(right(), profile=Profile.PEPPOL)[:-20]),
    Spoiled("an element nobody knows", "XSD", _file("cbc:ID", lambda node: node.set("bad", "1"))),
    Spoiled("no day of issue", "XSD", _file("cbc:IssueDate", _gone)),
    Spoiled("a day that is none", "XSD", _file("cbc:IssueDate", _said("2026-13-40"))),
    Spoiled("an amount without its currency", "XSD", _file(f"{TOTAL}/cbc:PayableAmount", lambda n: n.attrib.clear())),
    Spoiled("no lines", "XSD", _file(LINE, _gone)),
    Spoiled("no name of the seller", "BR-06", _file(f"{SELLER}/cac:PartyLegalEntity/cbc:RegistrationName", _gone)),
    Spoiled("no name of the buyer", "BR-07", _file(f"{BUYER}/cac:PartyLegalEntity/cbc:RegistrationName", _gone)),
    Spoiled("no country of the seller", "BR-09", _file(f"{SELLER}/cac:PostalAddress/cac:Country", _gone)),
    Spoiled("no address of the buyer", "BR-10", _file(f"{BUYER}/cac:PostalAddress", _gone)),
    Spoiled("no kind", "BR-04", _file("cbc:InvoiceTypeCode", _gone)),
    Spoiled("no currency", "BR-05", _file("cbc:DocumentCurrencyCode", _gone)),
    Spoiled("sum of lines wrong", "BR-CO-10", _file(f"{TOTAL}/cbc:LineExtensionAmount", _said("1.00"))),
    Spoiled("sum excl. VAT wrong", "BR-CO-13", _file(f"{TOTAL}/cbc:TaxExclusiveAmount", _said("1.00"))),
    Spoiled("sum of VAT wrong", "BR-CO-14", _file("cac:TaxTotal/cbc:TaxAmount", _said("1.00"))),
    Spoiled("sum incl. VAT wrong", "BR-CO-15", _file(f"{TOTAL}/cbc:TaxInclusiveAmount", _said("1.00"))),
    Spoiled("what remains wrong", "BR-CO-16", _file(f"{TOTAL}/cbc:PayableAmount", _said("1.00"))),
    Spoiled("VAT of a part wrong", "BR-CO-17", _file(f"{SUBTOTAL}/cbc:TaxAmount", _said("1.00"))),
    Spoiled("base of a part wrong", "BR-S-08", _file(f"{SUBTOTAL}/cbc:TaxableAmount", _said("1.00"))),
    Spoiled("a line without VAT", "BR-CO-04", _file(f"{LINE}/cac:Item/cac:ClassifiedTaxCategory", _gone)),
    Spoiled("a price below nil", "BR-27", _file(f"{LINE}/cac:Price/cbc:PriceAmount", _said("-1.00"))),
    Spoiled("no name of what was done", "BR-25", _file(f"{LINE}/cac:Item/cbc:Name", _gone)),
    Spoiled("a unit of nowhere", "BR-CL-23", _file(f"{LINE}/cbc:InvoicedQuantity", _scheme("DAGEN", "unitCode"))),
    Spoiled("a currency of nowhere", "BR-CL-04", _file("cbc:DocumentCurrencyCode", _said("EUX"))),
    Spoiled("a country of nowhere", "BR-CL-14", _file(f"{SELLER}//cbc:IdentificationCode", _said("XX"))),
    Spoiled("three digits behind the comma", "BR-DEC-12", _file(f"{TOTAL}/cbc:TaxExclusiveAmount", _said("12569.970"))),
    Spoiled("21 % without a VAT number", "BR-S-02", _file(f"{SELLER}/cac:PartyTaxScheme", _gone)),
    Spoiled("exempt without a reason", "BR-E-10", _without_reason(VatCategory.EXEMPT)),
    Spoiled("reverse charge without a reason", "BR-AE-10", _without_reason(VatCategory.REVERSE_CHARGE)),
    Spoiled(
        "reverse charge with a rate",
        "BR-AE-05",
        _with_vat(VatCategory.REVERSE_CHARGE, f"{LINE}//cbc:Percent", _said("21")),
    ),
    Spoiled("outside VAT without a reason", "BR-O-10", _without_reason(VatCategory.OUTSIDE)),
    Spoiled("no address in the network", "PEPPOL-EN16931-R020", _file(f"{SELLER}/cbc:EndpointID", _gone)),
    Spoiled("no address of the buyer there", "PEPPOL-EN16931-R010", _file(f"{BUYER}/cbc:EndpointID", _gone)),
    Spoiled("no reference of the buyer", "PEPPOL-EN16931-R003", _file("cbc:BuyerReference", _gone)),
    Spoiled("an agreement of nowhere", "PEPPOL-EN16931-R004", _file("cbc:CustomizationID", _said("urn:none"))),
    Spoiled("a line that is not price by number", "PEPPOL-EN16931-R120", _file(QUANTITY, _said("9"))),
    Spoiled("a kind that is not for sending", "PEPPOL-EN16931-P0100", _file("cbc:InvoiceTypeCode", _said("389"))),
    Spoiled("a credit note of nothing", "NL-R-001", _file("cac:BillingReference", _gone, CREDIT)),
    Spoiled("no postal code of the seller", "NL-R-002", _file(f"{SELLER}//cbc:PostalZone", _gone)),
    Spoiled("a seller without KvK", "NL-R-003", _file(f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID", _scheme("0088"))),
    Spoiled("no city of the buyer", "NL-R-004", _file(f"{BUYER}//cbc:CityName", _gone)),
    Spoiled("a buyer without KvK", "NL-R-005", _file(f"{BUYER}/cac:PartyLegalEntity/cbc:CompanyID", _scheme("0088"))),
    Spoiled("no account", "NL-R-007", _file("cac:PaymentMeans", _gone)),
    Spoiled("paid in cash", "NL-R-008", _file("cac:PaymentMeans/cbc:PaymentMeansCode", _said("10"))),
    Spoiled("a KvK number of seven digits", "NL-KVK", _file(f"{SELLER}/cbc:EndpointID", _said("1234567"))),
    Spoiled("a VAT number that fails its test", "NL-VAT", _file(TAX_NUMBER, _said("NL123456789B01"))),
    Spoiled("an IBAN with two digits changed", "IBAN", _file(ACCOUNT, _said("NL91ABNA0417164030"))),
    Spoiled("an OIN that is too short", "NL-OIN", _file(f"{BUYER}/cbc:EndpointID", _scheme("0190"))),
]  # fmt: skip
