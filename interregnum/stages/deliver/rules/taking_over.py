"""What can be taken over as an assignment that already runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from interregnum.kernel.lists import Category, Level
from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.contract.rules.clauses import GuaranteeTerms
from interregnum.stages.deliver.rules.gates import Gate

MOST_HOURS = Decimal(20_000)


@dataclass(frozen=True, kw_only=True)
class Running:
    """What the paper says; rates in euros a day excl. VAT. `passed`: a note for each gate that was passed before."""

    client: str
    manager: str
    category: Category
    level: Level
    problem: str
    result_wanted: str
    starts_on: date
    ends_on: date
    days_a_week: int
    client_rate: Money
    manager_rate: Money
    notice_days: int
    payment_days: int
    guarantee: GuaranteeTerms
    hours_billed: Decimal
    passed: Mapping[Gate, str]


def check_running(running: Running, *, on: date) -> Refused | None:
    """Every reason why this is no assignment that runs today, each beside its field."""
    checks = (
        (running.starts_on <= on, "deliver.not_begun", "starts_on"),
        (running.ends_on >= running.starts_on, "deliver.dates_cross", "ends_on"),
        (running.ends_on >= on, "deliver.over_already", "ends_on"),
        (running.client_rate > Money(0), "deliver.rate_of_nil", "client_rate"),
        (running.manager_rate > Money(0), "deliver.rate_of_nil", "manager_rate"),
        (running.manager_rate <= running.client_rate, "deliver.rate_below_cost", "manager_rate"),
        (0 <= running.hours_billed <= MOST_HOURS, "deliver.hours_impossible", "hours_billed"),
    )
    found = tuple(Reason(code, field) for holds, code, field in checks if not holds)
    return Refused(found) if found else None


def weeks_of(running: Running) -> int:
    """The term in whole weeks, the last one begun counted along."""
    return -(-Period(running.starts_on, running.ends_on).days // 7)
