"""A manager whose numbers are known, and what they send in."""

from datetime import date
from decimal import Decimal

from interregnum.kernel.bill import Bill, BillKind, BillLine, Party, VatCategory
from interregnum.kernel.money import Money
from interregnum.outside.einvoice.names import Profile
from interregnum.outside.einvoice.write import ubl
from interregnum.people.models import Business
from interregnum.stages.invoice.rules.totals import totals
from tests.world import NOW, Cast

VAT_NUMBER, IBAN, KVK = "NL001234567B29", "NL91ABNA0417164300", "87654329"


def let_be_paid(cast: Cast) -> None:
    """All that must stand on an invoice is known of Max."""
    told = {"kvk": KVK, "vat_number": VAT_NUMBER, "iban": IBAN, "work_right": "citizen", "saved_at": NOW}
    Business.objects.update_or_create(manager=cast.max_profile, defaults={"legal_form": "sole_trader"} | told)


def own_ubl(*, number: str = "2026-7", days: str = "2.5", rate: int = 1000, iban: str = IBAN) -> bytes:
    """An e-invoice of Max for these days of March."""
    amount = Money(rate) * Decimal(days)
    line = BillLine(
        number="1",
        text="Dagen in maart",
        quantity=Decimal(days),
        unit="DAY",
        price=Money(rate),
        amount=amount,
        category=VatCategory.STANDARD,
        vat_rate=Decimal(21),
    )
    sums = totals([line])
    seller = Party(name="Max Voorbeeld", street="Dorpsstraat 1", postcode="3511 AA", city="Utrecht", kvk=KVK)
    bill = Bill(
        kind=BillKind.INVOICE,
        number=number,
        issued_on=date(2026, 3, 31),
        due_on=date(2026, 5, 1),
        seller=Party(**(vars(seller) | {"vat": VAT_NUMBER, "end_point": ("0106", KVK)})),
        buyer=Party(name="Voorbeeld Interim", street="A 1", postcode="3511 AA", city="Utrecht", kvk="12345678"),
        lines=(line,),
        vat=sums.vat,
        net=sums.net,
        vat_total=sums.vat_total,
        gross=sums.gross,
        prepaid=Money(0),
        due=sums.gross,
        iban=iban,
        payment_reference=number,
        buyer_reference="x",
    )
    return ubl(bill, profile=Profile.PEPPOL)
