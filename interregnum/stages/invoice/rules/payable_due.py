"""When a manager is paid, and why on that day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Reason(StrEnum):
    # So many days after it was received, as was agreed.
    AGREED = "agreed"
    # Fewer days than were agreed: the law gives a small firm no longer term.
    LAW = "law"
    # As soon as the client pays: the clause says so, and the client has not yet.
    WAITS = "waits"
    # The client has paid.
    CLIENT_PAID = "client_paid"
    # The longest that may be waited for the client is over.
    LATEST = "latest"


@dataclass(frozen=True)
class Due:
    """`days` are those of the term; `waits_for` the numbers of the client's invoices that are not paid."""

    on: date
    reason: Reason
    days: int
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClientInvoice:
    """An invoice on which days of this manager stand; `paid_on` is None while it is not paid in full."""

    number: str
    paid_on: date | None


def pay_due(
    *,
    issued_on: date,
    received_on: date,
    agreed_days: int,
    law_days: int,
    waits: bool = False,
    most_days: int = 0,
    invoices: Sequence[ClientInvoice] = (),
    is_whole: bool = True,
) -> Due:
    """From its date, or from the day on which it came if that was later.

    `waits`: the clause lets the firm wait for its client, `most_days` at the longest; `is_whole` says that all days of
    it stand on an invoice to the client.

    >>> pay_due(issued_on=date(2026, 4, 1), received_on=date(2026, 4, 3), agreed_days=14, law_days=30).on
    datetime.date(2026, 4, 17)
    """
    begins = max(issued_on, received_on)
    if not waits:
        days = min(agreed_days, law_days)
        return Due(begins + timedelta(days=days), Reason.AGREED if days == agreed_days else Reason.LAW, days)
    return _after_client(begins, most_days, invoices, is_whole=is_whole)


def _after_client(begins: date, most_days: int, invoices: Sequence[ClientInvoice], *, is_whole: bool) -> Due:
    latest = begins + timedelta(days=most_days)
    owing = tuple(one.number for one in invoices if one.paid_on is None)
    if owing or not is_whole or not invoices:
        return Due(latest, Reason.WAITS, most_days, owing)
    paid_on = max(one.paid_on for one in invoices if one.paid_on)
    on = min(latest, max(begins, paid_on))
    return Due(on, Reason.CLIENT_PAID if on < latest else Reason.LATEST, most_days)
