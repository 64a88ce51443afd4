"""What the contract says of expenses: they are in the rate, or passed on at cost, or so up to an amount a month."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from interregnum.kernel.money import Money
from interregnum.stages.contract.rules.clauses import has_clause
from interregnum.stages.contract.rules.states import Side


class Expenses(StrEnum):
    """Each is the code of the clause that says so."""

    AT_COST = "expenses"
    CAPPED = "expenses_capped"
    INCLUDED = "expenses_included"


# Under the first name a contract keeps up to how many euros a month; behind it the values of the practice that decide
# which clause a new contract gets: whether the rate holds all expenses, and the amount; 0: without a limit.
CAP = "expenses_month_cap"
CAP_NOW, INCLUDED_NOW = f"contract.{CAP}", "contract.expenses_included"


def expenses_of_practice(held: Mapping[str, Any]) -> Expenses:
    """
    >>> expenses_of_practice({"contract.expenses_included": False, "contract.expenses_month_cap": 400})
    <Expenses.CAPPED: 'expenses_capped'>
    """
    if held[INCLUDED_NOW]:
        return Expenses.INCLUDED
    return Expenses.CAPPED if held[CAP_NOW] else Expenses.AT_COST


def expenses_as_signed(clauses: Mapping[str, Sequence[tuple[str, int]]]) -> Expenses | None:
    """What both sides' agreements say, None when one says nothing; on paper, which keeps no clauses here, at cost."""
    signed = [side for side in Side if clauses.get(side)]
    return next((one for one in Expenses if all(has_clause(clauses, side, one) for side in signed)), None)


def cap_as_signed(clauses: Mapping[str, Sequence[tuple[str, int]]], terms: Mapping[str, Any]) -> Money | None:
    """Up to how much a month, excl. VAT; None without a limit."""
    return Money(terms[CAP]) if expenses_as_signed(clauses) == Expenses.CAPPED else None


def cap_values(cap: Money | None) -> dict[str, object]:
    return {} if cap is None else {"cap": cap}
