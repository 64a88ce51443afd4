"""Whether a manager's invoice says what stands approved; each difference apart, so that it can be said in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from interregnum.kernel.money import Money


class Point(StrEnum):
    """What is compared, in the order in which it is shown."""

    DAYS = "days"
    RATE = "rate"
    NET = "net"
    VAT = "vat"
    GROSS = "gross"
    SUM = "sum"
    KVK = "kvk"
    VAT_NUMBER = "vat_number"
    IBAN = "iban"


@dataclass(frozen=True, kw_only=True)
class Bill:
    """What one side says. `days`, `rates` and the numbers are None or "" where it does not say them."""

    net: Money
    vat: Money
    gross: Money
    days: Decimal | None = None
    rates: Sequence[Money] = ()
    kvk: str = ""
    vat_number: str = ""
    iban: str = ""


@dataclass(frozen=True)
class Deviation:
    """`expected` and `claimed` as they are written: amounts with two decimals."""

    point: Point
    expected: str
    claimed: str


def compare(expected: Bill, claimed: Bill) -> tuple[Deviation, ...]:
    """Every difference; none when the invoice may be paid as it is.

    >>> one = Bill(net=Money(100), vat=Money(21), gross=Money(121))
    >>> compare(one, one)
    ()
    """
    found = []
    if claimed.days is not None and expected.days is not None and claimed.days != expected.days:
        found.append(Deviation(Point.DAYS, _plain(expected.days), _plain(claimed.days)))
    others = sorted({rate for rate in claimed.rates if rate not in set(expected.rates)})
    if others:
        said = (" / ".join(str(rate) for rate in rates) for rates in (sorted(set(expected.rates)), others))
        found.append(Deviation(Point.RATE, *said))
    return (*found, *_amounts(expected, claimed), *_numbers(expected, claimed))


def _amounts(expected: Bill, claimed: Bill) -> list[Deviation]:
    pairs = (
        (Point.NET, expected.net, claimed.net),
        (Point.VAT, expected.vat, claimed.vat),
        (Point.GROSS, expected.gross, claimed.gross),
        (Point.SUM, claimed.net + claimed.vat, claimed.gross),
    )
    return [Deviation(point, str(ours), str(theirs)) for point, ours, theirs in pairs if ours != theirs]


def _numbers(expected: Bill, claimed: Bill) -> list[Deviation]:
    """Another account or another firm than is known of the manager: somebody may pass for them."""
    pairs = (
        (Point.KVK, expected.kvk, claimed.kvk),
        (Point.VAT_NUMBER, expected.vat_number, claimed.vat_number),
        (Point.IBAN, expected.iban, claimed.iban),
    )
    return [
        Deviation(point, ours, theirs) for point, ours, theirs in pairs if theirs and _signs(ours) != _signs(theirs)
    ]


def _signs(number: str) -> str:
    return "".join(sign for sign in number.upper() if sign.isalnum())


def _plain(days: Decimal) -> str:
    text = f"{days:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
