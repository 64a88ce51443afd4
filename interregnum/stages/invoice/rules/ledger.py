"""The journal for the accountant: each invoice, credit note and payment, of clients and of managers, as debits and
credits that come to the same."""

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
    COSTS = "costs"
    VAT_BACK = "vat_back"
    CREDITORS = "creditors"
    # What is earned or owed and stands on no document yet.
    TO_BILL = "to_bill"
    TO_RECEIVE = "to_receive"


@dataclass(frozen=True)
class Entry:
    """One line of the journal: `document` is an invoice or credit note, `party` a client or a manager, `vat` the
    category and rate, "" for none."""

    day: date
    document: str
    party: str
    account: Account
    vat: str
    debit: Money
    credit: Money
    words: str = ""


def invoice_entries(
    day: date, document: str, party: str, gross: Money, parts: Iterable[VatPart], *, is_credit: bool
) -> tuple[Entry, ...]:
    """Debtors for all of it, revenue and VAT per rate; a credit note the other way round."""
    lines = [(Account.DEBTORS, "", gross)]
    for part in parts:
        lines.append((Account.REVENUE, _kind(part), NOTHING - part.base))
        if part.vat != NOTHING:
            lines.append((Account.VAT, _kind(part), NOTHING - part.vat))
    return _entries(day, document, party, lines, is_credit=is_credit)


def payable_entries(
    day: date,
    document: str,
    party: str,
    *,
    gross: Money,
    vat: Money,
    parts: Iterable[VatPart],
    is_credit: bool,
) -> tuple[Entry, ...]:
    """Creditors for all of it, costs and the VAT to get back per rate; a credit note the other way round.

    A manager's own invoice has no `parts`: what is no VAT of it is cost.
    """
    lines = [(Account.CREDITORS, "", NOTHING - gross)]
    for kind, base, charged in [(_kind(part), part.base, part.vat) for part in parts] or [("", gross - vat, vat)]:
        lines.append((Account.COSTS, kind, base))
        if charged != NOTHING:
            lines.append((Account.VAT_BACK, kind, charged))
    return _entries(day, document, party, lines, is_credit=is_credit)


def _kind(part: VatPart) -> str:
    is_standard = part.category is VatCategory.STANDARD
    return f"{part.category} {part.rate.normalize():f}%" if is_standard else str(part.category)


def _entries(
    day: date, document: str, party: str, lines: Iterable[tuple[Account, str, Money]], *, is_credit: bool
) -> tuple[Entry, ...]:
    sign = -1 if is_credit else 1
    return tuple(entry(day, document, party, account, kind, amount * sign) for account, kind, amount in lines)


def payment_entries(day: date, document: str, party: str, amount: Money, words: str) -> tuple[Entry, ...]:
    """Bank against debtors; what went back, or was undone, the other way round."""
    return (
        entry(day, document, party, Account.BANK, "", amount, words),
        entry(day, document, party, Account.DEBTORS, "", NOTHING - amount, words),
    )


def paid_entries(day: date, document: str, party: str, amount: Money) -> tuple[Entry, ...]:
    """Creditors against bank: what a manager was paid, below nil what is set off by a credit note."""
    return (
        entry(day, document, party, Account.CREDITORS, "", amount),
        entry(day, document, party, Account.BANK, "", NOTHING - amount),
    )


def entry(day: date, document: str, party: str, account: Account, vat: str, amount: Money, words: str = "") -> Entry:
    """Above nil it is a debit, below nil a credit."""
    debit, credit = max(amount, NOTHING), max(NOTHING - amount, NOTHING)
    return Entry(day, document, party, account, vat, debit, credit, words)


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
