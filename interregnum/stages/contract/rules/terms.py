"""The terms of a contract: number, term to the day, and rates that cannot be the wrong way round."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.choose.rules.first_day import fault_of_day
from interregnum.stages.choose.rules.weeks import WORKING_DAYS


@dataclass(frozen=True, kw_only=True)
class ContractTerms:
    """What both sides agree to; rates in euros a day excl. VAT."""

    term: Period
    days_a_week: int
    client_rate: Money
    manager_rate: Money
    notice_days: int
    payment_days: int

    @property
    def margin(self) -> Money:
        """What the firm keeps of a day."""
        return self.client_rate - self.manager_rate


def contract_number(year: int, sequence: int) -> str:
    """The number people use on the telephone.

    >>> contract_number(2026, 1)
    'C-2026-0001'
    """
    return f"C-{year}-{sequence:04d}"


def last_day(starts_on: date, *, weeks: int) -> date:
    """The last day of a term of whole weeks, itself included.

    >>> last_day(date(2028, 2, 1), weeks=5)
    datetime.date(2028, 3, 6)
    """
    return starts_on + timedelta(weeks=weeks, days=-1)


def lapse_day(starts_on: date, *, days: int, on: date) -> date:
    """When a contract that is drawn on a day lapses unsigned: after so many days, and by the day after its first.

    >>> lapse_day(date(2026, 3, 9), days=21, on=date(2026, 3, 2))
    datetime.date(2026, 3, 10)
    """
    return min(on + timedelta(days=days), max(starts_on, on) + timedelta(days=1))


def fault_of_first_day(starts_on: date, *, on: date, closed: Collection[date]) -> Refused | None:
    """Why a term cannot begin on a day: it has passed, or nobody works then. `closed`: the holidays of that year."""
    fault = fault_of_day(starts_on, on=on, closed=closed)
    return Refused.because(f"contract.starts_{fault}", "starts_on") if fault else None


def contract_terms(
    *,
    starts_on: date,
    weeks: int,
    days_a_week: int,
    client_rate: Money,
    manager_rate: Money,
    notice_days: int,
    payment_days: int,
) -> ContractTerms | Refused:
    """The terms, or every reason why these cannot be a contract."""
    if reasons := _against(weeks, days_a_week, client_rate, manager_rate):
        return Refused(reasons)
    return ContractTerms(
        term=Period(starts_on, last_day(starts_on, weeks=weeks)),
        days_a_week=days_a_week,
        client_rate=client_rate,
        manager_rate=manager_rate,
        notice_days=notice_days,
        payment_days=payment_days,
    )


def _against(weeks: int, days_a_week: int, client_rate: Money, manager_rate: Money) -> tuple[Reason, ...]:
    checks = (
        (weeks >= 1, "contract.ends_before_start"),
        (1 <= days_a_week <= WORKING_DAYS, "contract.days_impossible"),
        (min(client_rate, manager_rate) > Money(0), "contract.rate_not_positive"),
        (client_rate >= manager_rate, "contract.rate_below_cost"),
    )
    return tuple(Reason(code) for holds, code in checks if not holds)
