"""Expenses of a manager: what may be asked of the client, and what one costs.

The clause of a contract says it: all is in the rate, or only travel to the client's offices is and anything else is
charged at cost, when it was agreed beforehand, and up to an amount a month where that was signed.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.kernel.refused import Reason
from interregnum.stages.contract.rules.costs import Expenses

NOTHING = Money(0)
CENT = Money("0.01")


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
    hand-over that the firm bears, what was signed about expenses, and the parameters of the day.

    `left` of the `cap` of the month, excl. VAT; both None without a limit. `deducts`: the manager gets VAT back.
    """

    term: Period
    first: date
    handover: Set[date]
    signed: Expenses | None
    above: Money
    vat_percent: Decimal
    on: date
    cap: Money | None = None
    left: Money | None = None
    deducts: bool = False


def cost(spent: Spent, *, deducts: bool) -> Money:
    """At cost, excl. VAT: without the VAT that the manager gets back, with that which nobody does.

    >>> one = Spent(kind=CostKind.STAY, day=date(2026, 3, 2), text="Hotel", gross=Money(109), vat=Money(9), agreed="x")
    >>> str(cost(one, deducts=True)), str(cost(one, deducts=False))
    ('100.00', '109.00')
    """
    return spent.gross - spent.vat if deducts and spent.kind not in NOT_DEDUCTED else spent.gross


def check_expense(spent: Spent, setting: Setting) -> tuple[Reason, ...]:
    """Every reason why this cannot be asked of the client, each beside its field."""
    day, gross, vat = spent.day, spent.gross, spent.vat
    most = gross * (setting.vat_percent / (100 + setting.vat_percent)) + CENT
    checks = (
        (setting.signed is None, "expense.not_agreed", ""),
        (setting.signed == Expenses.INCLUDED, "expense.included", ""),
        (day > setting.on, "expense.ahead", "day"),
        (day < setting.term.first, "expense.before_start", "day"),
        (day > setting.term.last, "expense.after_last", "day"),
        (day in setting.term and day < setting.first, "expense.before_books", "day"),
        (day in setting.handover, "expense.handover", "day"),
        (gross <= NOTHING, "expense.nothing", "gross"),
        (vat < NOTHING, "expense.vat_below_nil", "vat"),
        (gross > NOTHING and (vat > most or vat >= gross), "expense.vat_too_much", "vat"),
        (
            setting.left is not None and cost(spent, deducts=setting.deducts) > setting.left,
            "expense.above_cap",
            "gross",
        ),
        (gross > setting.above and not spent.reason.strip(), "expense.reason_needed", "reason"),
    )
    facts = {"above": str(setting.above), "last": f"{setting.term.last:%d-%m-%Y}"}
    facts |= {"cap": str(setting.cap), "left": str(setting.left)}
    return tuple(Reason(code, field, facts) for fails, code, field in checks if fails)
