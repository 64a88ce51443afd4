"""A1: when is a plan of approach fit to be put before the client?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from interregnum.kernel.period import Period
from interregnum.kernel.refused import Reason, Refused

# A day further behind the last day of the assignment is a slip of the pen.
BEYOND = timedelta(days=366)


class Part(StrEnum):
    """What a plan says in words, in the order of reading."""

    FACTS = "facts"
    PERSPECTIVES = "perspectives"
    SENSITIVITIES = "sensitivities"
    QUICK_WINS = "quick_wins"
    APPROACH = "approach"
    COMMITMENT = "commitment"
    ANCHORING = "anchoring"
    FIRST_RESULT = "first_result"
    STOP_CRITERIA = "stop_criteria"


DIAGNOSIS = (Part.FACTS, Part.PERSPECTIVES, Part.SENSITIVITIES, Part.QUICK_WINS)
# There may be nothing delicate to say, and no quick win.
NEEDED = tuple(part for part in Part if part not in {Part.SENSITIVITIES, Part.QUICK_WINS})


@dataclass(frozen=True)
class ResultLine:
    """A measurable result; `code` is "" for a new one."""

    title: str
    unit: str
    baseline: Decimal
    target: Decimal
    due_on: date
    code: str = ""


@dataclass(frozen=True)
class PhaseLine:
    title: str
    ends_on: date
    checkpoint: str


@dataclass(frozen=True)
class Plan:
    """What the manager writes down; results and phases in their order. `first_result_on` is a day."""

    texts: Mapping[Part, str]
    results: Sequence[ResultLine]
    phases: Sequence[PhaseLine]
    first_result_on: date | None = None

    def says(self, part: Part) -> str:
        return self.texts.get(part, "").strip()


def plan_fits(plan: Plan, *, term: Period) -> Refused | None:
    """Why a plan cannot be kept even as a draft: a result that changes nothing, or a day before the first one.

    A day behind the last one is kept: it is a difference with the contract, which the client answers.
    """
    reasons = [
        Reason("deliver.target_is_baseline", facts={"title": line.title})
        for line in plan.results
        if line.target == line.baseline
    ]
    days = [(line.title, line.due_on) for line in plan.results] + [(line.title, line.ends_on) for line in plan.phases]
    reasons += [
        Reason("deliver.day_outside_term", facts={"title": title})
        for title, day in days
        if not term.first <= day <= term.last + BEYOND
    ]
    if plan.first_result_on is not None and plan.first_result_on not in term:
        reasons.append(Reason("deliver.first_result_outside_term", "first_result_on"))
    return Refused(tuple(reasons)) if reasons else None


def plan_ready(plan: Plan) -> Refused | None:
    """A1: a plan goes to the client with every part that must be said, a day for the first result, a measurable result
    and a phase with its checkpoint."""
    reasons = [Reason(f"deliver.needs_{part}", part.value) for part in NEEDED if not plan.says(part)]
    if plan.first_result_on is None:
        reasons.append(Reason("deliver.first_result_day_needed", "first_result_on"))
    if not plan.results:
        reasons.append(Reason("deliver.result_needed"))
    if not plan.phases:
        reasons.append(Reason("deliver.phase_needed"))
    return Refused(tuple(reasons)) if reasons else None


def plan_due_on(starts_on: date, *, within_days: int) -> date:
    """The day by which the client has the plan."""
    return starts_on + timedelta(days=within_days)
