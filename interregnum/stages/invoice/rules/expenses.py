"""Expenses of a manager: what may be asked of the client, and what one costs.

The clause of a contract says it: travel to the client's offices is included, anything else is charged at cost and only
when it was agreed beforehand.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.kernel.refused import Reason
from interregnum.stages.contract.rules.clauses import has_clause
from interregnum.stages.contract.rules.states import Side

NOTHING = Money(0)
CENT = Money("0.01")
CLAUSE = "expenses"


class CostKind(StrEnum):
    TRAVEL = "travel"
    STAY = "stay"
    MEALS = "meals"
    MATERIAL = "material"
    OTHER = "other"


# Food and drink on the spot: nobody deducts that VAT (Wet op de omzetbelasting 1968, article 15, fifth paragraph).
NOT_DEDUCTED = frozenset({CostKind.MEALS})


@dataclass(frozen=True, kw_only=True)
class Spent:
    """What a manager declares: `gross` was paid, `vat` is the VAT in it as the receipt says; `agreed` says with whom it
    was agreed beforehand and when, `reason` why it is so much."""

    kind: CostKind
    day: date
    text: str
    gross: Money
    vat: Money
    agreed: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """Against what it is held: the manager's own days on the assignment, the first day of the books, the days of
    hand-over that the firm bears, and the parameters of the day."""

    term: Period
    first: date
    handover: Set[date]
    is_agreed: bool
    above: Money
    vat_percent: Decimal
    on: date


def cost(spent: Spent, *, deducts: bool) -> Money:
    """At cost, excl. VAT: without the VAT that the manager gets back, with that which nobody does.

    >>> one = Spent(kind=CostKind.STAY, day=date(2026, 3, 2), text="Hotel", gross=Money(109), vat=Money(9), agreed="x")
    >>> str(cost(one, deducts=True)), str(cost(one, deducts=False))
    ('100.00', '109.00')
    """
    return spent.gross - spent.vat if deducts and spent.kind not in NOT_DEDUCTED else spent.gross


def is_agreed(clauses: Mapping[str, Sequence[tuple[str, int]]]) -> bool:
    """Whether both sides' agreements let expenses be charged; one that was signed on paper keeps no clauses here."""
    return all(has_clause(clauses, side, CLAUSE) for side in (Side.CLIENT, Side.MANAGER) if clauses.get(side))


def check_expense(spent: Spent, setting: Setting) -> tuple[Reason, ...]:
    """Every reason why this cannot be asked of the client, each beside its field."""
    day, gross, vat = spent.day, spent.gross, spent.vat
    most = gross * (setting.vat_percent / (100 + setting.vat_percent)) + CENT
    checks = (
        (not setting.is_agreed, "expense.not_agreed", ""),
        (day > setting.on, "expense.ahead", "day"),
        (day < setting.term.first, "expense.before_start", "day"),
        (day > setting.term.last, "expense.after_last", "day"),
        (day in setting.term and day < setting.first, "expense.before_books", "day"),
        (day in setting.handover, "expense.handover", "day"),
        (gross <= NOTHING, "expense.nothing", "gross"),
        (vat < NOTHING, "expense.vat_below_nil", "vat"),
        (gross > NOTHING and (vat > most or vat >= gross), "expense.vat_too_much", "vat"),
        (gross > setting.above and not spent.reason.strip(), "expense.reason_needed", "reason"),
    )
    facts = {"above": str(setting.above), "last": f"{setting.term.last:%d-%m-%Y}"}
    return tuple(Reason(code, field, facts) for fails, code, field in checks if fails)
