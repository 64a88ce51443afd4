"""A short selection is chosen from sooner and better: what is looked at before and after it goes to a client.

Two or three candidates, at most two rounds and a decision within days (domain research on short selections).
"""

from datetime import date, timedelta
from typing import NamedTuple

from interregnum.stages.choose.rules.eligibility import conflict_declared, past_with_client, wants_to_be_hired
from interregnum.stages.choose.rules.values import Candidate, Exclusion, Wanted

SATURDAY = 5
# What the firm promises its clients of every candidate, and what may have changed since the list was drawn.
PROMISED = {
    "choose.past_with_client": past_with_client,
    "choose.conflict_declared": conflict_declared,
    "choose.wants_to_be_hired": wants_to_be_hired,
}


class Limits(NamedTuple):
    """More candidates, rounds or working days than these are worth a warning."""

    candidates: int
    rounds: int
    days: int


def clash(candidate: Candidate, wanted: Wanted) -> Exclusion | None:
    """D5 D6 D7: what stands between a manager and this client today; asked again on the day of sending."""
    for code, constraint in PROMISED.items():
        if facts := constraint(candidate, wanted):
            return Exclusion(candidate.code, code, facts)
    return None


def working_days(first: date, last: date) -> int:
    """How many working days have passed after the first day, up to and including the last."""
    days = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    return sum(day.weekday() < SATURDAY for day in days)


def warnings(
    *, candidates: int, rounds: int, sent_on: date | None, is_open: bool, on: date, limits: Limits
) -> tuple[str, ...]:
    """Codes of what makes a choice slow or poor. `rounds` counts the proposals for this brief, this one included."""
    found = []
    if candidates > limits.candidates:
        found.append("choose.many_candidates")
    if rounds > limits.rounds:
        found.append("choose.many_rounds")
    if is_open and sent_on is not None and working_days(sent_on, on) > limits.days:
        found.append("choose.slow_decision")
    return tuple(found)
