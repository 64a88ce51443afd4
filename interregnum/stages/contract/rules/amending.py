"""An amendment of a signed contract: what may be changed, and what that makes of the term."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.choose.rules.weeks import WORKING_DAYS, Engagement


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What an amendment can change; rates in euros a day excl. VAT.

    `brief_version`: the approved version of the brief that is carried out. A later one makes it another assignment.
    """

    ends_on: date
    days_a_week: int
    client_rate: Money
    manager_rate: Money
    brief_version: int | None = None


def fault_of_amendment(
    new: Terms, old: Terms, *, holds_from: date, reason: str, decided_by: str, on: date
) -> Refused | None:
    """Why a contract is not changed so. Nothing is extended without a fresh decision: who took it, and why."""
    checks = (
        (new != old, "contract.amend_nothing", ""),
        (holds_from >= on, "contract.amend_past", "holds_from"),
        (holds_from <= old.ends_on, "contract.amend_after_end", "holds_from"),
        (new.ends_on >= holds_from, "contract.amend_ends_before", "ends_on"),
        (1 <= new.days_a_week <= WORKING_DAYS, "contract.days_impossible", "days_a_week"),
        (min(new.client_rate, new.manager_rate) > Money(0), "contract.rate_not_positive", "client_rate"),
        (new.client_rate >= new.manager_rate, "contract.rate_below_cost", "client_rate"),
        (bool(reason.strip()), "contract.amend_reason_empty", "reason"),
        (bool(decided_by.strip()), "contract.decided_by_empty", "decided_by"),
    )
    reasons = tuple(Reason(code, field) for holds, code, field in checks if not holds)
    return Refused(reasons) if reasons else None


def days_in_week(parts: Sequence[Engagement], monday: date) -> int:
    """How many days a week hold in the week of a Monday: those of its last day, of parts in their order.

    A week outside all of them counts as the nearest one.
    """
    begun = [part for part in parts if part.period.first <= monday + timedelta(days=6)]
    return (begun or parts[:1])[-1].days


def in_force(parts: list[Engagement]) -> list[Engagement]:
    """A contract and its signed amendments in their order, each until the day before the next one holds.

    An amendment that holds from the very day of what it changes leaves nothing of that.
    """
    found = []
    for place, part in enumerate(parts):
        later = parts[place + 1 :]
        cut = min((each.period.first for each in later), default=None)
        last = part.period.last if cut is None else min(part.period.last, date.fromordinal(cut.toordinal() - 1))
        if last >= part.period.first:
            found.append(Engagement(Period(part.period.first, last), part.days))
    return found
