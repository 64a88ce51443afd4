"""A bill written as UBL 2.1, element by element in the order of the schema; what is empty is left out."""

import base64
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lxml import etree

from interregnum.kernel.bill import Bill, BillLine, Party, VatCategory, VatPart
from interregnum.kernel.money import Money
from interregnum.outside.einvoice.names import CAC, CBC, CREDIT_TRANSFER, CREDITS, KVK, OIN, ROOTS, Profile, ids_of

NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The codes of the European list for why nothing is charged; for an exemption the words say which.
WHY_CODES = {VatCategory.REVERSE_CHARGE: "VATEX-EU-AE", VatCategory.OUTSIDE: "VATEX-EU-O"}
Element = Any


def ubl(bill: Bill, *, profile: Profile, pdf: bytes | None = None) -> bytes:
    """The file of a bill; `pdf` goes in for whoever reads no XML. What is missing is left out, for a check to find."""
    root_name = "CreditNote" if bill.kind in CREDITS else "Invoice"
    root = etree.Element(f"{{{ROOTS[root_name]}}}{root_name}", nsmap={None: ROOTS[root_name], "cac": CAC, "cbc": CBC})
    for part in (_head, _references, _parties, _payment, _sums):
        part(root, bill, profile)
    if pdf is not None:
        _embed(root, bill, pdf)
    for line in bill.lines:
        _line(root, line, root_name)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written


def clean(text: str) -> str:
    """A text as a file can hold it.

    >>> clean(" a\\x00b\\r\\nc ")
    'ab\\nc'
    """
    return NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _head(root: Element, bill: Bill, profile: Profile) -> None:
    ids = ids_of(profile, bill.kind)
    is_credit = bill.kind in CREDITS
    _say(root, "CustomizationID", ids.customization)
    _say(root, "ProfileID", ids.process)
    _say(root, "ID", bill.number)
    _say(root, "IssueDate", bill.issued_on.isoformat())
    if not is_credit:
        _say(root, "DueDate", bill.due_on.isoformat())
    _say(root, "CreditNoteTypeCode" if is_credit else "InvoiceTypeCode", bill.kind.value)
    _say(root, "Note", bill.note)
    _say(root, "DocumentCurrencyCode", "EUR")
    _say(root, "BuyerReference", bill.buyer_reference)


def _references(root: Element, bill: Bill, _: Profile) -> None:
    if bill.period is not None:
        period = _group(root, "InvoicePeriod")
        _say(period, "StartDate", bill.period[0].isoformat())
        _say(period, "EndDate", bill.period[1].isoformat())
    if clean(bill.order_reference):
        _say(_group(root, "OrderReference"), "ID", bill.order_reference)
    if bill.credits is not None:
        credited = _group(_group(root, "BillingReference"), "InvoiceDocumentReference")
        _say(credited, "ID", bill.credits[0])
        _say(credited, "IssueDate", bill.credits[1].isoformat())
    if clean(bill.contract_reference):
        _say(_group(root, "ContractDocumentReference"), "ID", bill.contract_reference)


def _embed(root: Element, bill: Bill, pdf: bytes) -> None:
    reference = etree.Element(f"{{{CAC}}}AdditionalDocumentReference")
    _say(reference, "ID", bill.number)
    name = re.sub(r"[^\w.-]", "-", bill.number, flags=re.ASCII) + ".pdf"
    content = base64.b64encode(pdf).decode()
    _say(
        _group(reference, "Attachment"),
        "EmbeddedDocumentBinaryObject",
        content,
        mimeCode="application/pdf",
        filename=name,
    )
    root.find(f"{{{CAC}}}AccountingSupplierParty").addprevious(reference)


def _parties(root: Element, bill: Bill, _: Profile) -> None:
    # Outside VAT no VAT number may stand (BR-O-02).
    with_vat = all(part.category is not VatCategory.OUTSIDE for part in bill.vat)
    _party(_group(_group(root, "AccountingSupplierParty"), "Party"), bill.seller, with_vat=with_vat)
    _party(_group(_group(root, "AccountingCustomerParty"), "Party"), bill.buyer, with_vat=with_vat)


def _party(under: Element, party: Party, *, with_vat: bool) -> None:
    scheme, number = party.end_point
    if clean(number):
        _say(under, "EndpointID", number, schemeID=scheme)
    _say(_group(under, "PartyName"), "Name", party.name)
    _address(_group(under, "PostalAddress"), party)
    if with_vat and clean(party.vat):
        tax = _group(under, "PartyTaxScheme")
        _say(tax, "CompanyID", party.vat)
        _say(_group(tax, "TaxScheme"), "ID", "VAT")
    legal = _group(under, "PartyLegalEntity")
    _say(legal, "RegistrationName", party.name)
    if clean(party.kvk):
        _say(legal, "CompanyID", party.kvk, schemeID=KVK)
    elif scheme == OIN and clean(number):
        _say(legal, "CompanyID", number, schemeID=OIN)
    _contact(under, party)


def _address(under: Element, party: Party) -> None:
    for name, value in (("StreetName", party.street), ("CityName", party.city), ("PostalZone", party.postcode)):
        _say(under, name, value)
    if clean(party.country):
        _say(_group(under, "Country"), "IdentificationCode", party.country)


def _contact(under: Element, party: Party) -> None:
    said = (("Name", party.contact), ("Telephone", party.telephone), ("ElectronicMail", party.email))
    if any(clean(value) for _, value in said):
        contact = _group(under, "Contact")
        for name, value in said:
            _say(contact, name, value)


def _payment(root: Element, bill: Bill, _: Profile) -> None:
    if clean(bill.iban):
        means = _group(root, "PaymentMeans")
        _say(means, "PaymentMeansCode", CREDIT_TRANSFER)
        if bill.kind in CREDITS:
            _say(means, "PaymentDueDate", bill.due_on.isoformat())
        _say(means, "PaymentID", bill.payment_reference)
        account = _group(means, "PayeeFinancialAccount")
        _say(account, "ID", bill.iban)
        _say(account, "Name", bill.seller.name)
    if clean(bill.terms):
        _say(_group(root, "PaymentTerms"), "Note", bill.terms)


def _sums(root: Element, bill: Bill, _: Profile) -> None:
    vat = _group(root, "TaxTotal")
    _amount(vat, "TaxAmount", bill.vat_total)
    for part in bill.vat:
        _vat_part(_group(vat, "TaxSubtotal"), part)
    total = _group(root, "LegalMonetaryTotal")
    for name, value in _totals(bill):
        _amount(total, name, value)


def _totals(bill: Bill) -> Iterator[tuple[str, Money]]:
    yield "LineExtensionAmount", bill.net
    yield "TaxExclusiveAmount", bill.net
    yield "TaxInclusiveAmount", bill.gross
    if bill.prepaid != Money(0):
        yield "PrepaidAmount", bill.prepaid
    yield "PayableAmount", bill.due


def _vat_part(under: Element, part: VatPart) -> None:
    _amount(under, "TaxableAmount", part.base)
    _amount(under, "TaxAmount", part.vat)
    category = _group(under, "TaxCategory")
    _category(category, part.category, part.rate, why=(WHY_CODES.get(part.category, ""), part.why))


def _category(under: Element, category: VatCategory, rate: Decimal, why: tuple[str, str] = ("", "")) -> None:
    _say(under, "ID", category.value)
    if category is not VatCategory.OUTSIDE:
        _say(under, "Percent", _number(rate))
    _say(under, "TaxExemptionReasonCode", why[0])
    _say(under, "TaxExemptionReason", why[1])
    _say(_group(under, "TaxScheme"), "ID", "VAT")


def _line(root: Element, line: BillLine, root_name: str) -> None:
    under = _group(root, f"{root_name}Line")
    _say(under, "ID", line.number)
    _say(under, "Note", line.note)
    quantity = "CreditedQuantity" if root_name == "CreditNote" else "InvoicedQuantity"
    _say(under, quantity, _number(line.quantity), unitCode=line.unit)
    _amount(under, "LineExtensionAmount", line.amount)
    item = _group(under, "Item")
    _say(item, "Name", line.text)
    _category(_group(item, "ClassifiedTaxCategory"), line.category, line.vat_rate)
    _amount(_group(under, "Price"), "PriceAmount", line.price)


def _group(under: Element, name: str) -> Element:
    return etree.SubElement(under, f"{{{CAC}}}{name}")


def _say(under: Element, name: str, value: str, **attributes: str) -> None:
    if text := clean(value):
        etree.SubElement(under, f"{{{CBC}}}{name}", attributes).text = text


def _amount(under: Element, name: str, value: Money) -> None:
    _say(under, name, str(value), currencyID="EUR")


def _number(value: Decimal) -> str:
    """A number without an exponent and without idle noughts.

    >>> _number(Decimal("1E+2")), _number(Decimal("2.50"))
    ('100', '2.5')
    """
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
