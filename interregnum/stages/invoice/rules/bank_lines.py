"""What becomes of a line of the bank that a person looks at, and how it is spread over invoices."""

from collections.abc import Sequence
from enum import StrEnum

from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.stages.invoice.rules.payments import Match, Outcome, Share, Why

NOTHING = Money(0)


class LineState(StrEnum):
    """`WAITS` for a person; `NOT_OURS` has nothing to do with invoices; `KNOWN` was written down by hand before."""

    WAITS = "waits"
    BOOKED = "booked"
    NOT_OURS = "not_ours"
    UNKNOWN = "unknown"
    KNOWN = "known"


class FileState(StrEnum):
    READING = "reading"
    READ = "read"
    REFUSED = "refused"


# What a person may say of a line without booking it.
SAID = frozenset({LineState.NOT_OURS, LineState.UNKNOWN, LineState.KNOWN})


def state_of(found: Match) -> LineState:
    """Sure ones are booked; what went out and names no invoice is no payment of one; the rest waits for a person."""
    if found.outcome is Outcome.EXACT:
        return LineState.BOOKED
    if found.outcome is Outcome.UNKNOWN and found.reasons == (Why.WENT_OUT,):
        return LineState.NOT_OURS
    return LineState.WAITS


def check_shares(amount: Money, shares: Sequence[Share]) -> Refused | None:
    """All of the line is spread, each invoice stands once, and no part goes the other way than the line.

    >>> check_shares(Money(10), [Share("F-1", Money(4)), Share("F-2", Money(6))]) is None
    True
    """
    if not shares:
        return Refused.because("bank.no_invoice")
    if len({share.number for share in shares}) < len(shares):
        return Refused.because("bank.invoice_twice")
    if any(share.amount == NOTHING or (share.amount > NOTHING) != (amount > NOTHING) for share in shares):
        return Refused.because("bank.other_way")
    left = amount - sum((share.amount for share in shares), NOTHING)
    return Refused.because("bank.not_all", left=str(left)) if left != NOTHING else None
