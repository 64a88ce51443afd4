"""The journal for the accountant: each invoice, credit note and payment as debits and credits that come to the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from interregnum.kernel.bill import VatCategory, VatPart
from interregnum.kernel.money import Money

NOTHING = Money(0)


class Account(StrEnum):
    """Which account of the books; its number is a dated parameter."""

    DEBTORS = "debtors"
    REVENUE = "revenue"
    VAT = "vat"
    BANK = "bank"


@dataclass(frozen=True)
class Entry:
    """One line of the journal: `document` is an invoice or credit note, `vat` the category and rate, "" for none."""

    day: date
    document: str
    client: str
    account: Account
    vat: str
    debit: Money
    credit: Money
    words: str = ""


def invoice_entries(
    day: date, document: str, client: str, gross: Money, parts: Iterable[VatPart], *, is_credit: bool
) -> tuple[Entry, ...]:
    """Debtors for all of it, revenue and VAT per rate; a credit note the other way round."""
    lines = [(Account.DEBTORS, "", gross)]
    for part in parts:
        kind = f"{part.category} {part.rate.normalize():f}%" if part.category is VatCategory.STANDARD else part.category
        lines.append((Account.REVENUE, str(kind), NOTHING - part.base))
        if part.vat != NOTHING:
            lines.append((Account.VAT, str(kind), NOTHING - part.vat))
    sign = -1 if is_credit else 1
    return tuple(_entry(day, document, client, account, kind, amount * sign) for account, kind, amount in lines)


def payment_entries(day: date, document: str, client: str, amount: Money, words: str) -> tuple[Entry, ...]:
    """Bank against debtors; what went back, or was undone, the other way round."""
    return (
        _entry(day, document, client, Account.BANK, "", amount, words),
        _entry(day, document, client, Account.DEBTORS, "", NOTHING - amount, words),
    )


def _entry(day: date, document: str, client: str, account: Account, vat: str, amount: Money, words: str = "") -> Entry:
    """Above nil it is a debit, below nil a credit."""
    debit, credit = max(amount, NOTHING), max(NOTHING - amount, NOTHING)
    return Entry(day, document, client, account, vat, debit, credit, words)


def sums_of(entries: Iterable[Entry]) -> tuple[Money, Money]:
    """All debits and all credits: they agree, or something is wrong.

    >>> sums_of(payment_entries(date(2026, 3, 2), "F-1", "Bank", Money(5), ""))[0]
    Money(amount=Decimal('5.00'))
    """
    debit = credit = NOTHING
    for one in entries:
        debit, credit = debit + one.debit, credit + one.credit
    return debit, credit


def by_account(entries: Iterable[Entry]) -> Mapping[Account, tuple[Money, Money]]:
    found = dict.fromkeys(Account, (NOTHING, NOTHING))
    for one in entries:
        debit, credit = found[one.account]
        found[one.account] = (debit + one.debit, credit + one.credit)
    return found
