"""From the text of one cell to a value, or to the code of what is wrong with it; nothing in a cell is ever executed."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from stdnum import iban
from stdnum.eu import vat
from stdnum.exceptions import ValidationError

from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix

LIST = "|"
SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
FORMULA = (*SIGNS, "\t", "\r", "\n")
BLANK = "' \t\r\n\v\f\u00a0\u200b\ufeff"
YES = frozenset({"yes", "ja", "true", "1"})
NO = frozenset({"no", "nee", "false", "0"})
MAIL = re.compile(r"[^@\s,;|<>\"]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
PHONE = re.compile(r"\+?[0-9 ()./-]{6,30}")
KVK = re.compile(r"[0-9]{7,8}", re.ASCII)
# Parts of at most 63 signs with a point between them, as names of machines are built.
PART = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
HOST = re.compile(rf"(?=.{{1,253}}\Z){PART}(\.{PART})*", re.ASCII)
CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
LANGUAGE = re.compile(r"[a-z]{2}")
LARGE = re.compile(r"[0-9]{1,9}|[0-9]{1,3}([.][0-9]{3}){1,2}|[0-9]{1,3}([, ][0-9]{3}){1,2}", re.ASCII)
AMOUNT = re.compile(r"[0-9]{1,5}([.,][0-9]{1,2})?", re.ASCII)
COUNT = re.compile(r"[0-9]{1,5}", re.ASCII)
ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", re.ASCII)
DUTCH_DAY = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})", re.ASCII)


class CellError(Exception):
    """Inside the reader only: this cell cannot be understood; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def guard(cell: str) -> str:
    """A cell that a spreadsheet shows as text and never runs as a formula; `unguard` takes it back exactly.

    >>> guard("=1+1")
    "'=1+1"
    """
    return f"'{cell}" if _is_run(cell) else cell


def unguard(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _is_run(cell) else cell


def _is_run(cell: str) -> bool:
    """Whether some spreadsheet would take this for a formula, also behind blanks and in signs of full width."""
    return cell.lstrip("'").startswith(FORMULA) or cell.lstrip(BLANK).startswith(SIGNS)


def text(cell: str, *, longest: int, required: bool = True) -> str:
    """One line of readable text: runs of white space become one space, control characters are refused."""
    value = " ".join(cell.split())
    if not value and required:
        raise CellError("cell.missing")
    if len(value) > longest:
        raise CellError("cell.too_long")
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in value):
        raise CellError("cell.text")
    return value


def _matching(cell: str, pattern: re.Pattern[str], code: str) -> str:
    if not cell:
        raise CellError("cell.missing")
    if not pattern.fullmatch(cell):
        raise CellError(code)
    return cell


def mail(cell: str) -> str:
    if len(cell) > 254:
        raise CellError("cell.email")
    return _matching(cell, MAIL, "cell.email")


def phone(cell: str) -> str:
    return _matching(cell, PHONE, "cell.phone") if cell else ""


def kvk(cell: str) -> str:
    """Eight digits; there is no check digit. A spreadsheet takes the nought in front away: seven digits get it back."""
    digits = cell.replace(" ", "").replace(".", "")
    if digits and not KVK.fullmatch(digits):
        raise CellError("cell.kvk")
    return digits.zfill(8) if digits else ""


def _number(cell: str, check: Callable[[str], str], code: str) -> str:
    try:
        return check(cell) if cell else ""
    except ValidationError:
        raise CellError(code) from None


def vat_number(cell: str) -> str:
    """A VAT number of the European Union with its check digits; without letters in front it is a Dutch one."""
    cell = cell.strip().upper()
    return _number(cell if cell[:1].isalpha() or not cell else f"NL{cell}", vat.validate, "cell.vat_number")


def account_number(cell: str) -> str:
    """An IBAN with its check digits, without spaces."""
    return _number(cell.strip().upper(), iban.validate, "cell.iban")


def host(cell: str) -> str:
    """The name of a machine, or its address."""
    if cell and not HOST.fullmatch(cell):
        raise CellError("cell.host")
    return cell.lower()


def count(cell: str, *, lowest: int, highest: int) -> int:
    number = int(_matching(cell, COUNT, "cell.number"))
    if not lowest <= number <= highest:
        raise CellError("cell.number")
    return number


def money(cell: str) -> Money:
    """Euros as 1250, 1250.50 or 1250,50; more than nothing."""
    amount = Money(Decimal(_matching(cell, AMOUNT, "cell.money").replace(",", ".")))
    if not amount.cents:
        raise CellError("cell.money")
    return amount


def large_money(cell: str) -> Money:
    """Whole euros as 2500000, 2.500.000 or 2,500,000; more than nothing.

    >>> large_money("2.500.000")
    Money(amount=Decimal('2500000.00'))
    """
    amount = Money(_matching(cell, LARGE, "cell.large_money").replace(".", "").replace(",", "").replace(" ", ""))
    if not amount.cents:
        raise CellError("cell.large_money")
    return amount


def day(cell: str) -> date:
    """A day as 2026-03-09, or 9-3-2026 as a Dutch spreadsheet saves it."""
    if not cell:
        raise CellError("cell.missing")
    iso, dutch = ISO_DAY.fullmatch(cell), DUTCH_DAY.fullmatch(cell)
    if not (iso or dutch):
        raise CellError("cell.date")
    parts = iso.groups() if iso else dutch.groups()[::-1] if dutch else ()
    try:
        return date(*map(int, parts))
    except ValueError:
        raise CellError("cell.date") from None


def yes_or_no(cell: str) -> bool:
    word = cell.casefold()
    if not word:
        raise CellError("cell.missing")
    if word not in YES | NO:
        raise CellError("cell.yes_no")
    return word in YES


def one_of[Listed: StrEnum](cell: str, closed_list: type[Listed], code: str) -> Listed:
    if not cell:
        raise CellError("cell.missing")
    try:
        return closed_list(cell.casefold())
    except ValueError:
        raise CellError(code) from None


def parts(cell: str) -> tuple[str, ...]:
    """The parts of a list cell in their order, each once."""
    return tuple(dict.fromkeys(part for piece in cell.split(LIST) if (part := piece.strip())))


def codes(cell: str, *, pattern: re.Pattern[str] = CODE, required: bool = True) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(part.casefold() for part in parts(cell)))
    if required and not found:
        raise CellError("cell.missing")
    if not all(pattern.fullmatch(code) for code in found):
        raise CellError("cell.list")
    return found


def names(cell: str) -> tuple[str, ...]:
    return tuple(text(part, longest=120) for part in parts(cell))


def _pairs(cell: str, code: str) -> dict[str, int]:
    """`change:4|crisis:1` as a mapping; a name that stands there twice is refused."""
    found: dict[str, int] = {}
    for part in parts(cell):
        name, colon, number = (piece.strip() for piece in part.partition(":"))
        if not colon or not COUNT.fullmatch(number) or name.casefold() in found:
            raise CellError(code)
        found[name.casefold()] = int(number)
    return found


def cases[Listed: StrEnum](cell: str, closed_list: type[Listed]) -> Mapping[Listed, int]:
    """Proven cases per category or reason, 1..99; one with no case is left out."""
    found = _pairs(cell, "cell.cases")
    if not found.keys() <= set(closed_list) or any(number > 99 for number in found.values()):
        raise CellError("cell.cases")
    return {closed_list(name): number for name, number in found.items() if number}


def role_mix(cell: str) -> RoleMix:
    """`operational:40|adviser:20|coach:20|change:20`; B3: together exactly 100."""
    if not cell:
        raise CellError("cell.missing")
    shares = _pairs(cell, "cell.role_mix")
    if not shares.keys() <= {"operational", "adviser", "coach", "change"}:
        raise CellError("cell.role_mix")
    try:
        return RoleMix(**{role: shares.get(role, 0) for role in ("operational", "adviser", "coach", "change")})
    except ValueError:
        raise CellError("cell.role_mix") from None
