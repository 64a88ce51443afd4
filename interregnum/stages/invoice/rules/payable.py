"""What the firm owes a manager, day by day, from the one account of an assignment; and how a payable stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from interregnum.kernel.money import Money
from interregnum.stages.guarantee.rules.days import Bearer, DayLine, Turn, Why


class PayKind(StrEnum):
    """Made by the firm in the manager's name, sent in by the manager, and what takes days of either back."""

    SELF_BILLED = "self_billed"
    PURCHASE = "purchase"
    CREDIT = "credit"


class PayState(StrEnum):
    DRAFTED = "drafted"
    RECEIVED = "received"
    RETURNED = "returned"
    APPROVED = "approved"
    PAID = "paid"


S = PayState
PAY_MOVES: dict[PayState, frozenset[PayState]] = {
    S.DRAFTED: frozenset({S.APPROVED}),
    S.RECEIVED: frozenset({S.APPROVED, S.RETURNED}),
    S.RETURNED: frozenset(),
    S.APPROVED: frozenset({S.PAID}),
    # It was written down by mistake.
    S.PAID: frozenset({S.APPROVED}),
}
# Its days may still be let go of: nothing of it has left the house.
UNDECIDED = frozenset({S.DRAFTED, S.RECEIVED})
OWING = frozenset({S.APPROVED, S.PAID})


class PayWhy(StrEnum):
    """Why the firm owes a day; the client bears the first alone."""

    APPROVED = "approved"
    HANDOVER = "handover"
    OVERLAP = "overlap"
    # Approved by the client before the contract turned out to have ended earlier.
    OUTSIDE = "outside"
    # What the manager's agreement still asks for days that were not worked.
    NOTICE = "notice"
    EXPENSE = "expense"


@dataclass(frozen=True)
class Earned:
    """One day of one manager, or what is owed beside days; in euros excl. VAT."""

    manager: str
    day: date
    minutes: int
    rate: Money
    amount: Money
    why: PayWhy
    key: str = ""

    @property
    def month(self) -> date:
        return self.day.replace(day=1)

    @property
    def place(self) -> tuple[str, date, str]:
        """By what a line is known: each is paid once."""
        return self.why if self.why in BESIDE else "", self.day, self.key


BESIDE = frozenset({PayWhy.NOTICE, PayWhy.EXPENSE})
_WHYS = {
    Why.APPROVED: PayWhy.APPROVED,
    Why.HANDOVER: PayWhy.HANDOVER,
    Why.OVERLAP: PayWhy.OVERLAP,
    Why.OUTSIDE: PayWhy.OUTSIDE,
}


def earned(
    lines: Iterable[DayLine],
    turns: Sequence[Turn],
    approved: Mapping[tuple[str, date], int | None],
    *,
    day_minutes: int,
) -> tuple[Earned, ...]:
    """H1 H2: each day that the client approved is paid, and each day of hand-over as it was written, whoever bears it.

    A day outside the term is paid as far as the client approved it; what nobody approved is not paid.
    """
    found = []
    for line in lines:
        minutes = (approved.get((line.manager, line.day)) or 0) if line.why == Why.OUTSIDE else line.minutes
        turn = _turn_of(line, turns)
        if line.bearer == Bearer.NOBODY or not minutes or turn is None:
            continue
        amount = turn.manager_rate * (Decimal(minutes) / day_minutes)
        found.append(Earned(line.manager, line.day, minutes, turn.manager_rate, amount, _WHYS[line.why]))
    return tuple(found)


def _turn_of(line: DayLine, turns: Sequence[Turn]) -> Turn | None:
    """The turn that holds the day, or else the manager's last one."""
    own = [turn for turn in turns if turn.manager == line.manager]
    return next((turn for turn in own if turn.holds(line.day)), own[-1] if own else None)


def self_bill_number(supplier: int, year: int, sequence: int) -> str:
    """A series of its own for each manager and year, without a gap.

    >>> self_bill_number(42, 2026, 7)
    'Z-0042-2026-00007'
    """
    return f"Z-{supplier:04d}-{year}-{sequence:05d}"
