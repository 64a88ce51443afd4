"""What is agreed beside days: a fixed fee in terms, a fee for one measurable result, and a discount that is given."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from interregnum.kernel.money import Money
from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.deliver.rules.measured import Measured

NOTHING = Money(0)
HUNDRED = Decimal(100)


class FeeKind(StrEnum):
    FIXED = "fixed_fee"
    SUCCESS = "success_fee"


class FeeState(StrEnum):
    """Written by the firm, then agreed or refused by the client, who also says that a result earned its fee; what the
    firm takes back is billed no more, and what was issued of it is credited."""

    ASKED = "asked"
    AGREED = "agreed"
    EARNED = "earned"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


S = FeeState
FEE_MOVES: dict[FeeState, frozenset[FeeState]] = {
    S.ASKED: frozenset({S.AGREED, S.REFUSED, S.WITHDRAWN}),
    S.AGREED: frozenset({S.EARNED, S.WITHDRAWN}),
    S.EARNED: frozenset({S.WITHDRAWN}),
    S.REFUSED: frozenset(),
    S.WITHDRAWN: frozenset(),
}


def fees_before(state: FeeState) -> frozenset[FeeState]:
    """From which states a fee comes into this one."""
    return frozenset(old for old, moves in FEE_MOVES.items() if state in moves)


@dataclass(frozen=True)
class Term:
    """A part of a fixed fee, in euros excl. VAT."""

    day: date
    amount: Money


@dataclass(frozen=True, kw_only=True)
class Room:
    """Within which a term falls: from the day on which books begin, in no closed month, until the last day of the
    assignment."""

    begins: date
    closed: Collection[date]
    ends: date

    def fault(self, day: date, field: str) -> Reason | None:
        if day < self.begins:
            return Reason("invoice.fee_before_books", field, {"day": self.begins})
        if day.replace(day=1) in self.closed:
            return Reason("invoice.fee_closed", field)
        return Reason("invoice.fee_after_end", field, {"day": self.ends}) if day > self.ends else None


def fault_of_terms(terms: Sequence[Term], room: Room) -> Refused | None:
    """Why these cannot be the terms of a fixed fee: each is more than nothing, on a day of its own to bill."""
    if not terms:
        return Refused.because("invoice.fee_no_terms", "day_1")
    reasons = []
    for place, one in enumerate(terms, start=1):
        if one.amount <= NOTHING:
            reasons.append(Reason("invoice.fee_nothing", f"amount_{place}"))
        if one.day in {each.day for each in terms[: place - 1]}:
            reasons.append(Reason("invoice.fee_same_day", f"day_{place}"))
        if fault := room.fault(one.day, f"day_{place}"):
            reasons.append(fault)
    return Refused(tuple(reasons)) if reasons else None


@dataclass(frozen=True, kw_only=True)
class Norm:
    """The result as it was agreed: a fee stands on this and on nothing that it became afterwards."""

    title: str
    unit: str
    baseline: Decimal
    target: Decimal
    due_on: date

    def is_still(self, now: Measured) -> bool:
        """Its title may be worded otherwise; what is measured, and until when, may not."""
        return (self.unit, self.baseline, self.target, self.due_on) == (now.unit, now.baseline, now.target, now.due_on)


def fault_of_success(norm: Norm, now: Measured | None) -> Refused | None:
    """Why a fee for a result is not earned: it went, became another one, or was not measured as reached in time."""
    if now is None:
        return Refused.because("invoice.success_gone")
    if not norm.is_still(now):
        return Refused.because("invoice.success_redefined")
    if now.value is None or now.measured_on is None:
        return Refused.because("invoice.success_unmeasured")
    if now.reached_on is None:
        return Refused.because("invoice.success_not_reached")
    if now.reached_on > norm.due_on:
        return Refused.because("invoice.success_late")
    return None


def share_of(percent: Decimal, amount: Money) -> Money:
    """A discount in percent of an amount, to the cent.

    >>> share_of(Decimal(10), Money("3000.05"))
    Money(amount=Decimal('300.01'))
    """
    return amount * (percent / HUNDRED)


@dataclass(frozen=True, kw_only=True)
class Billed:
    """What a month bills: days that the client approved, fees whose day falls in it, and what was given off before."""

    days: Money
    fees: Money
    given: Money

    @property
    def left(self) -> Money:
        return self.days + self.fees - self.given


def fault_of_discount(amount: Money, billed: Billed) -> Refused | None:
    """A discount is more than nothing and never more than what is billed."""
    if amount <= NOTHING:
        return Refused.because("invoice.discount_nothing")
    if amount > billed.left:
        return Refused.because("invoice.discount_above", left=billed.left)
    return None


def total_of(terms: Iterable[Term]) -> Money:
    return sum((one.amount for one in terms), NOTHING)
