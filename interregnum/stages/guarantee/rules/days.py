"""H1 H2: who is billed for which day of an assignment that two managers worked on, one after the other.

Pure and the only one: the proof page shows it, and whoever makes an invoice obeys it.
"""

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.kernel.refused import Refused
from interregnum.stages.ask.rules.calling import is_working_day
from interregnum.stages.contract.rules.clauses import Payer

NOTHING = Money(0)
# Working days.
WEEK = 5
# What the replacement itself costs the client, and what is charged for days to come.
FEE = NOTHING


class Bearer(StrEnum):
    CLIENT = "client"
    FIRM = "firm"
    # The client has not approved it: nobody is billed yet.
    NOBODY = "nobody"


class Why(StrEnum):
    APPROVED = "approved"
    HANDOVER = "handover"
    # Worked on a day on which the manager had no place there: before the first day, or after the last one.
    OUTSIDE = "outside"
    # Another manager is billed for this very day.
    OVERLAP = "overlap"
    OPEN = "open"


@dataclass(frozen=True, kw_only=True)
class Turn:
    """The time of one manager on the assignment; rates are euros a day excl. VAT."""

    manager: str
    first: date
    last: date
    client_rate: Money
    manager_rate: Money

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Worked:
    """The minutes that a manager wrote on a day; `approved` those that the client approved, None while it did not."""

    manager: str
    day: date
    minutes: int
    approved: int | None


@dataclass(frozen=True, kw_only=True)
class DayLine:
    """One manager on one day: the minutes in question, who bears them, why, and what that is in euros."""

    day: date
    manager: str
    minutes: int
    bearer: Bearer
    why: Why
    client: Money = NOTHING
    firm: Money = NOTHING


@dataclass(frozen=True)
class Owed:
    """What a manager's agreement still owes for days that were not worked: the firm bears it."""

    days: int
    amount: Money


def firm_days(most: int, *, paid_by: Payer) -> int:
    """H1: days of hand-over that the firm pays at most. None where the client pays them: those are days as any other,
    of which nobody pays two managers for one.

    >>> firm_days(3, paid_by=Payer.FIRM), firm_days(3, paid_by=Payer.CLIENT)
    (3, 0)
    """
    return most if paid_by == Payer.FIRM else 0


def handover_days(asked: Collection[date], *, most: int) -> frozenset[date]:
    """H1: the first days of the hand-over, as many as the clause says at most."""
    return frozenset(sorted(asked)[:most])


def fault_of_handover(asked: Collection[date], *, most: int, term: Period) -> Refused | None:
    """H1: why these cannot be the days of hand-over that the firm pays; `term` is from the complaint to the end.

    >>> term = Period(date(2026, 3, 16), date(2026, 8, 28))
    >>> fault_of_handover([date(2026, 3, 16), date(2026, 8, 28)], most=3, term=term)
    """
    if len(set(asked)) > most:
        return Refused.because("guarantee.too_many_days", "days", most=most)
    if all(day in term for day in asked):
        return None
    first, last = (f"{day:%d-%m-%Y}" for day in (term.first, term.last))
    return Refused.because("guarantee.day_outside", "days", first=first, last=last)


def days_together(worked: Iterable[Worked]) -> tuple[date, ...]:
    """H1: the days on which two managers wrote hours, which are days of hand-over unless the firm chose others.

    >>> one = date(2026, 3, 2)
    >>> days_together([Worked("a", one, 480, None), Worked("b", one, 480, None)])
    (datetime.date(2026, 3, 2),)
    """
    by_day: dict[date, set[str]] = {}
    for one in worked:
        by_day.setdefault(one.day, set()).add(one.manager)
    return tuple(sorted(day for day, people in by_day.items() if len(people) > 1))


def day_lines(
    turns: Sequence[Turn], worked: Iterable[Worked], *, handover: Set[date], day_minutes: int
) -> tuple[DayLine, ...]:
    """H1 H2: each day that was written, once, in order of day and manager. `turns` are in their order."""
    rows = sorted(worked, key=lambda one: (one.day, one.manager))
    billed = {one.day: _who_is_billed(one.day, turns, rows, handover) for one in rows}
    return tuple(_line(one, turns, handover, billed[one.day], day_minutes) for one in rows)


def _who_is_billed(day: date, turns: Sequence[Turn], rows: Sequence[Worked], handover: Set[date]) -> str:
    """Of several managers whom the client approved for one day, the last one in order of turns: never two."""
    here = {one.manager for one in rows if one.day == day and one.approved}
    found = [turn.manager for turn in turns if turn.holds(day) and turn.manager in here]
    return found[-1] if found and not is_handover(day, turns, handover) else ""


def is_handover(day: date, turns: Sequence[Turn], handover: Set[date]) -> bool:
    """A day of hand-over is one only where somebody was replaced."""
    return day in handover and len({turn.manager for turn in turns}) > 1


def _line(one: Worked, turns: Sequence[Turn], handover: Set[date], billed: str, day_minutes: int) -> DayLine:
    turn = _turn_of(one, turns)
    known: dict[str, Any] = {"day": one.day, "manager": one.manager}
    own = _share(turn.manager_rate, one.minutes, day_minutes) if turn else NOTHING
    if turn and is_handover(one.day, turns, handover):
        return DayLine(**known, minutes=one.minutes, bearer=Bearer.FIRM, why=Why.HANDOVER, firm=own)
    if turn is None or not turn.holds(one.day):
        return DayLine(**known, minutes=one.minutes, bearer=Bearer.FIRM, why=Why.OUTSIDE, firm=own)
    if not one.approved:
        return DayLine(**known, minutes=one.minutes, bearer=Bearer.NOBODY, why=Why.OPEN)
    if one.manager != billed:
        firm = _share(turn.manager_rate, one.approved, day_minutes)
        return DayLine(**known, minutes=one.approved, bearer=Bearer.FIRM, why=Why.OVERLAP, firm=firm)
    client = _share(turn.client_rate, one.approved, day_minutes)
    return DayLine(**known, minutes=one.approved, bearer=Bearer.CLIENT, why=Why.APPROVED, client=client)


def _turn_of(one: Worked, turns: Sequence[Turn]) -> Turn | None:
    """The turn of this manager that holds the day, or else their last one."""
    own = [turn for turn in turns if turn.manager == one.manager]
    return next((turn for turn in own if turn.holds(one.day)), own[-1] if own else None)


def _share(rate: Money, minutes: int, day_minutes: int) -> Money:
    return rate * (Decimal(minutes) / day_minutes)


def overlap_billed(lines: Iterable[DayLine]) -> tuple[date, ...]:
    """H1: days for which the client is billed more than once. Must be empty."""
    seen: set[date] = set()
    twice: set[date] = set()
    for line in lines:
        if line.bearer == Bearer.CLIENT:
            (twice if line.day in seen else seen).add(line.day)
    return tuple(sorted(twice))


def fee_after(lines: Iterable[DayLine], *, turns: Sequence[Turn]) -> Money:
    """H1 H2: what the client is billed for managers on days on which they had no place any more. Must be nil."""
    total = FEE
    for line in lines:
        if line.bearer == Bearer.CLIENT and not any(
            turn.manager == line.manager and turn.holds(line.day) for turn in turns
        ):
            total += line.client
    return total


def owed_after(
    last_day: date,
    *,
    notice_days: int,
    runs_until: date,
    days_a_week: int,
    rate: Money,
    is_mirrored: bool,
    closed: Set[date],
    before: int = 0,
) -> Owed:
    """H2: nothing where the manager's agreement mirrors the guarantee; else the working days of its notice.

    `before` are the days after `runs_until` that were owed already, when the contract was cut short to that day: they
    stay owed, within the notice.
    """
    if is_mirrored:
        return Owed(0, NOTHING)
    notice = last_day + timedelta(days=notice_days)
    until_notice, until_end = (_working_days(last_day, until, closed) for until in (notice, min(runs_until, notice)))
    # A week of four days counts four of its five working days, rounded up once.
    days = -(-min(until_notice * days_a_week, until_end * days_a_week + before * WEEK) // WEEK)
    return Owed(days, rate * days)


def _working_days(last_day: date, until: date, closed: Set[date]) -> int:
    spans = range(1, (until - last_day).days + 1)
    return sum(is_working_day(last_day + timedelta(days=number), closed=closed) for number in spans)
