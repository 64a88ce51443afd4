"""A UBL file of ours or of a manager read back to a bill; what it cannot say in full is refused, not guessed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from interregnum.kernel.bill import Bill, BillKind, BillLine, Party, VatCategory, VatPart
from interregnum.kernel.money import Money
from interregnum.outside.einvoice.names import CAC, CBC, KVK, ROOTS
from interregnum.outside.einvoice.safe import UnreadableError, root_of

__all__ = ["UnreadableError", "read_ubl"]

SPACES = {"cac": CAC, "cbc": CBC}
LARGEST = Decimal("1e12")
Element = Any


def read_ubl(content: bytes) -> Bill:
    """The bill in a UBL 2.1 invoice or credit note in euros. Raises UnreadableError for anything else.

    What a bill of ours has no place for (allowances on the whole, charges, a price per several units) is refused.
    """
    root = root_of(content)
    name = next((name for name, space in ROOTS.items() if root.tag == f"{{{space}}}{name}"), None)
    if name is None:
        raise UnreadableError("kind", root.tag[:100])
    if root.find(".//cac:AllowanceCharge", SPACES) is not None or root.find(".//cbc:BaseQuantity", SPACES) is not None:
        raise UnreadableError("value", "AllowanceCharge or BaseQuantity")
    if any(node.get("currencyID", "EUR") != "EUR" for node in root.iter()):
        raise UnreadableError("value", "currencyID")
    return _bill(root, name)


def _bill(root: Element, name: str) -> Bill:
    total = _one(root, "cac:LegalMonetaryTotal")
    means = "cac:PaymentMeans"
    due_at = "cbc:DueDate" if name == "Invoice" else f"{means}/cbc:PaymentDueDate"
    issued = _day(root, "cbc:IssueDate")
    return Bill(
        kind=_as(BillKind, _need(root, f"cbc:{name}TypeCode")),
        number=_need(root, "cbc:ID"),
        issued_on=issued,
        due_on=_day(root, due_at) if _text(root, due_at) else issued,
        seller=_party(_one(root, "cac:AccountingSupplierParty/cac:Party")),
        buyer=_party(_one(root, "cac:AccountingCustomerParty/cac:Party")),
        lines=tuple(_line(line, name) for line in root.findall(f"cac:{name}Line", SPACES)),
        vat=tuple(_vat_part(part) for part in root.findall("cac:TaxTotal/cac:TaxSubtotal", SPACES)),
        net=_money(total, "cbc:TaxExclusiveAmount"),
        vat_total=_money(root, "cac:TaxTotal/cbc:TaxAmount"),
        gross=_money(total, "cbc:TaxInclusiveAmount"),
        prepaid=_money(total, "cbc:PrepaidAmount", default="0"),
        due=_money(total, "cbc:PayableAmount"),
        iban=_text(root, f"{means}/cac:PayeeFinancialAccount/cbc:ID"),
        payment_reference=_text(root, f"{means}/cbc:PaymentID"),
        buyer_reference=_text(root, "cbc:BuyerReference"),
        order_reference=_text(root, "cac:OrderReference/cbc:ID"),
        contract_reference=_text(root, "cac:ContractDocumentReference/cbc:ID"),
        period=_period(root),
        terms=_text(root, "cac:PaymentTerms/cbc:Note"),
        note=_text(root, "cbc:Note"),
        credits=_credited(root),
    )


def _party(node: Element) -> Party:
    end_point = node.find("cbc:EndpointID", SPACES)
    legal = node.find("cac:PartyLegalEntity/cbc:CompanyID", SPACES)
    address = "cac:PostalAddress"
    return Party(
        name=_text(node, "cac:PartyLegalEntity/cbc:RegistrationName") or _text(node, "cac:PartyName/cbc:Name"),
        street=_text(node, f"{address}/cbc:StreetName"),
        postcode=_text(node, f"{address}/cbc:PostalZone"),
        city=_text(node, f"{address}/cbc:CityName"),
        country=_text(node, f"{address}/cac:Country/cbc:IdentificationCode"),
        kvk=(legal.text or "").strip() if legal is not None and legal.get("schemeID", KVK) == KVK else "",
        vat=_text(node, "cac:PartyTaxScheme/cbc:CompanyID"),
        end_point=("", "") if end_point is None else (end_point.get("schemeID", ""), (end_point.text or "").strip()),
        contact=_text(node, "cac:Contact/cbc:Name"),
        email=_text(node, "cac:Contact/cbc:ElectronicMail"),
        telephone=_text(node, "cac:Contact/cbc:Telephone"),
    )


def _line(node: Element, name: str) -> BillLine:
    quantity = "cbc:InvoicedQuantity" if name == "Invoice" else "cbc:CreditedQuantity"
    category = "cac:Item/cac:ClassifiedTaxCategory"
    return BillLine(
        number=_need(node, "cbc:ID"),
        text=_need(node, "cac:Item/cbc:Name"),
        quantity=_number(node, quantity),
        unit=_one(node, quantity).get("unitCode", ""),
        price=_money(node, "cac:Price/cbc:PriceAmount"),
        amount=_money(node, "cbc:LineExtensionAmount"),
        category=_as(VatCategory, _need(node, f"{category}/cbc:ID")),
        vat_rate=_number(node, f"{category}/cbc:Percent", default="0"),
        note=_text(node, "cbc:Note"),
    )


def _vat_part(node: Element) -> VatPart:
    return VatPart(
        category=_as(VatCategory, _need(node, "cac:TaxCategory/cbc:ID")),
        rate=_number(node, "cac:TaxCategory/cbc:Percent", default="0"),
        base=_money(node, "cbc:TaxableAmount"),
        vat=_money(node, "cbc:TaxAmount"),
        why=_text(node, "cac:TaxCategory/cbc:TaxExemptionReason"),
    )


def _period(root: Element) -> tuple[date, date] | None:
    if root.find("cac:InvoicePeriod", SPACES) is None:
        return None
    return _day(root, "cac:InvoicePeriod/cbc:StartDate"), _day(root, "cac:InvoicePeriod/cbc:EndDate")


def _credited(root: Element) -> tuple[str, date] | None:
    at = "cac:BillingReference/cac:InvoiceDocumentReference"
    if root.find(at, SPACES) is None:
        return None
    day = _day(root, f"{at}/cbc:IssueDate") if _text(root, f"{at}/cbc:IssueDate") else _day(root, "cbc:IssueDate")
    return _need(root, f"{at}/cbc:ID"), day


def _one(node: Element, path: str) -> Element:
    found = node.find(path, SPACES)
    if found is None:
        raise UnreadableError("value", path)
    return found


def _text(node: Element, path: str) -> str:
    return (node.findtext(path, "", SPACES) or "").strip()


def _need(node: Element, path: str) -> str:
    if not (text := _text(node, path)):
        raise UnreadableError("value", path)
    return text


def _as[T](kind: Callable[[str], T], text: str) -> T:
    try:
        return kind(text)
    except ValueError:
        raise UnreadableError("value", text[:100]) from None


def _day(node: Element, path: str) -> date:
    return _as(lambda text: date.fromisoformat(text[:10]), _need(node, path))


def _number(node: Element, path: str, default: str = "") -> Decimal:
    text = _text(node, path) or default
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise UnreadableError("value", path) from None
    if not number.is_finite() or abs(number) > LARGEST:
        raise UnreadableError("value", path)
    return number


def _money(node: Element, path: str, default: str = "") -> Money:
    return Money(_number(node, path, default))
