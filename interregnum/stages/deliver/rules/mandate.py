"""Is the mandate complete, and do people know of it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.rules.states import Domain, Right

# Longer before the first day nobody tells of a manager: beyond it lies a slip of the finger.
EARLIEST_DAYS = 183


class Announcement(StrEnum):
    TO_COME = "to_come"
    IN_TIME = "in_time"
    LATE = "late"
    MISSING = "missing"


@dataclass(frozen=True)
class MandateFacts:
    """`rights` of each domain; `limit` in euros is for money."""

    reports_to: str
    rights: Mapping[Domain, Right]
    limit: Money | None


def mandate_gaps(facts: MandateFacts) -> tuple[str, ...]:
    """What a mandate still lacks, as codes; empty when it is complete."""
    gaps = []
    if not facts.reports_to:
        gaps.append("deliver.nobody_to_report_to")
    if set(facts.rights) != set(Domain):
        gaps.append("deliver.domain_without_right")
    if not set(facts.rights.values()) & {Right.DECIDES, Right.AFTER_CONSULTATION}:
        gaps.append("deliver.nothing_to_decide")
    if facts.rights.get(Domain.MONEY) in {Right.DECIDES, Right.AFTER_CONSULTATION} and facts.limit is None:
        gaps.append("deliver.limit_needed")
    return tuple(gaps)


def check_announced(announced_on: date | None, *, term: Period) -> Refused | None:
    """People are told within the term, or in the half year before it."""
    if announced_on is None or term.first - timedelta(days=EARLIEST_DAYS) <= announced_on <= term.last:
        return None
    return Refused.because("deliver.announced_day", "announced_on")


def announcement(starts_on: date, announced_on: date | None, *, within_days: int, on: date) -> Announcement:
    """Was the organisation told in time who may decide what? People must know it by the first days."""
    last_day = starts_on + timedelta(days=within_days)
    if announced_on is None or announced_on > on:
        return Announcement.MISSING if on > last_day else Announcement.TO_COME
    return Announcement.IN_TIME if announced_on <= last_day else Announcement.LATE
