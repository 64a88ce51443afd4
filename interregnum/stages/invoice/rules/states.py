"""How an invoice stands, and what may follow what."""

from enum import StrEnum


class InvoiceState(StrEnum):
    DRAFT = "draft"
    CHECKED = "checked"
    ISSUED = "issued"
    SENT = "sent"
    REMINDED = "reminded"
    DISPUTED = "disputed"
    PAID = "paid"
    CREDITED = "credited"


class DisputeReason(StrEnum):
    HOURS = "hours"
    RATE = "rate"
    ADDRESSEE = "addressee"
    OTHER = "other"


S = InvoiceState
# A draft that is thrown away leaves no row; what was issued changes by these alone.
MOVES: dict[InvoiceState, frozenset[InvoiceState]] = {
    S.DRAFT: frozenset({S.CHECKED}),
    S.CHECKED: frozenset({S.ISSUED}),
    S.ISSUED: frozenset({S.SENT, S.DISPUTED, S.PAID, S.CREDITED}),
    S.SENT: frozenset({S.REMINDED, S.DISPUTED, S.PAID, S.CREDITED}),
    S.REMINDED: frozenset({S.REMINDED, S.DISPUTED, S.PAID, S.CREDITED}),
    # A dispute that ends leaves it as it was before.
    S.DISPUTED: frozenset({S.ISSUED, S.SENT, S.REMINDED, S.PAID, S.CREDITED}),
    # Undone payments open it again.
    S.PAID: frozenset({S.ISSUED, S.SENT, S.REMINDED, S.CREDITED}),
    S.CREDITED: frozenset(),
}
OPEN = frozenset({S.DRAFT, S.CHECKED})
# Out of the house, with money that may still come.
OWED = frozenset({S.ISSUED, S.SENT, S.REMINDED, S.DISPUTED})
# Waiting for money that nobody questions.
DUNNED = frozenset({S.SENT, S.REMINDED})


def undisputed(*, is_sent: bool, reminders: int) -> InvoiceState:
    """How an invoice stands of which money is still to come and which nobody questions.

    >>> undisputed(is_sent=False, reminders=0)
    <InvoiceState.ISSUED: 'issued'>
    """
    if reminders:
        return InvoiceState.REMINDED
    return InvoiceState.SENT if is_sent else InvoiceState.ISSUED


def before(wanted: InvoiceState) -> frozenset[InvoiceState]:
    """The states from which an invoice may come to this one.

    >>> sorted(before(InvoiceState.CHECKED))
    [<InvoiceState.DRAFT: 'draft'>]
    """
    return frozenset(state for state, after in MOVES.items() if wanted in after)
