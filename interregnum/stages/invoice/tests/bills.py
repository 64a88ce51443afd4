"""Bills made at random that are right in every part: for proofs of the files and of the sums. All is invented."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from stdnum.nl import btw

from interregnum.kernel.bill import Bill, BillKind, BillLine, Party, VatCategory
from interregnum.kernel.money import Money
from interregnum.stages.invoice.rules.totals import due, line_amount, totals

WORDS = ("Interim days", "Travel & stay", "Hand-over <week>", "Succesvergoeding", "Überbrückung", "Café “De Eik”")
CITIES = ("Utrecht", "'s-Hertogenbosch", "Súdwest-Fryslân", "Eindhoven")
NAMES = ("Voorbeeld & Zonen", "Noorderlicht Zorg", "De Drie Bruggen", "Ålund Advies", "Kade 7 <Groep>")
KINDS = tuple(BillKind)


def dutch_vat(random: Random) -> str:
    """A VAT number whose digits are right, of nobody."""
    while True:
        number = f"NL{random.randrange(10**8, 10**9)}B{random.randrange(1, 100):02}"
        if btw.is_valid(number):
            return number


def dutch_iban(random: Random) -> str:
    account = f"TEST{random.randrange(10**10):010}"
    digits = "".join(str(int(sign, 36)) for sign in account + "NL00")
    return f"NL{98 - int(digits) % 97:02}{account}"


def party(random: Random, *, with_oin: bool = False, with_vat: bool = True) -> Party:
    kvk, vat = f"{random.randrange(10**8):08}", dutch_vat(random)
    oin = f"0000000{random.randrange(10**13):013}"
    return Party(
        name=f"{random.choice(NAMES)} {random.randrange(1000)} B.V.",
        street=f"Lange Nieuwstraat {random.randrange(1, 300)}",
        postcode=f"{random.randrange(1000, 9999)} AB",
        city=random.choice(CITIES),
        kvk="" if with_oin else kvk,
        vat=vat if with_vat else "",
        end_point=("0190", oin) if with_oin else random.choice([("0106", kvk), ("9944", vat)]),
        contact=random.choice(["", "J. Voorbeeld"]),
        email=random.choice(["", "facturen@voorbeeld.example"]),
        telephone=random.choice(["", "+31 30 000 00 00"]),
    )


def lines(random: Random) -> tuple[BillLine, ...]:
    """Outside VAT alone, else any mix; now and then a discount, never more than what it is a discount of."""
    kinds = list(VatCategory)[:-1] if random.random() < 0.9 else [VatCategory.OUTSIDE]
    made = []
    for number in range(1, random.randrange(2, 9)):
        category = random.choice(kinds) if random.random() < 0.4 or len(kinds) == 1 else VatCategory.STANDARD
        rate = Decimal(random.choice(["21", "9"])) if category is VatCategory.STANDARD else Decimal(0)
        quantity = Decimal(random.randrange(1, 4000)) / random.choice([1, 4, 100])
        made.append(
            _line(str(number), random, quantity, Money.from_cents(random.randrange(1, 200_000)), category, rate)
        )
    if random.random() < 0.3:
        of = made[0]
        price = Money.from_cents(max(0, of.amount.cents // 10))
        made.append(_line(str(len(made) + 1), random, Decimal(-1), price, of.category, of.vat_rate))
    return tuple(made)


def _line(
    number: str, random: Random, quantity: Decimal, price: Money, category: VatCategory, rate: Decimal
) -> BillLine:
    return BillLine(
        number=number,
        text=random.choice(WORDS),
        quantity=quantity,
        unit=random.choice(["DAY", "HUR", "C62"]),
        price=price,
        amount=line_amount(quantity, price),
        category=category,
        vat_rate=rate,
        note=random.choice(["", "Week 12: Monday to Thursday"]),
    )


def bill(random: Random, kind: BillKind | None = None) -> Bill:
    """A whole bill; the same chance makes the same one."""
    made = lines(random)
    sums = totals(made)
    kind = kind or random.choice(KINDS)
    issued = date(2026, 1, 1) + timedelta(random.randrange(360))
    # A file outside VAT shows no VAT number.
    with_vat = made[0].category is not VatCategory.OUTSIDE
    number = f"2026-{random.randrange(10**5):05}"
    prepaid = Money(random.choice(["0", "0", "0.01"]))
    return Bill(
        kind=kind,
        number=number,
        issued_on=issued,
        due_on=issued + timedelta(30),
        seller=party(random, with_vat=with_vat),
        buyer=party(random, with_oin=random.random() < 0.3, with_vat=with_vat),
        lines=made,
        vat=sums.vat,
        net=sums.net,
        vat_total=sums.vat_total,
        gross=sums.gross,
        prepaid=prepaid,
        due=due(sums.gross, prepaid),
        iban=dutch_iban(random),
        payment_reference=number,
        buyer_reference=random.choice(["Afdeling 12", "PO & team"]),
        order_reference=random.choice(["", "4500012345"]),
        contract_reference=random.choice(["", "IM-2026-014"]),
        period=random.choice([None, (issued - timedelta(30), issued)]),
        terms=random.choice(["", "Binnen 30 dagen"]),
        note=random.choice(["", "Dank voor de samenwerking\nen tot ziens"]),
        credits=("2026-00001", date(2026, 1, 1)) if kind in ("381", "261") else None,
    )
