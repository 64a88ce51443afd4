"""A1: when is a plan of approach fit to be put before the client?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from interregnum.kernel.period import Period
from interregnum.kernel.refused import Reason, Refused


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
    """What the manager writes down; results and phases in their order."""

    diagnosis: str
    approach: str
    results: Sequence[ResultLine]
    phases: Sequence[PhaseLine]


def plan_fits(plan: Plan, *, term: Period) -> Refused | None:
    """Why a plan cannot be kept even as a draft: a result that changes nothing, or a day outside the term."""
    reasons = [
        Reason("deliver.target_is_baseline", facts={"title": line.title})
        for line in plan.results
        if line.target == line.baseline
    ]
    reasons += [
        Reason("deliver.day_outside_term", facts={"title": line.title})
        for line in plan.results
        if line.due_on not in term
    ]
    reasons += [
        Reason("deliver.day_outside_term", facts={"title": line.title})
        for line in plan.phases
        if line.ends_on not in term
    ]
    return Refused(tuple(reasons)) if reasons else None


def plan_ready(plan: Plan) -> Refused | None:
    """A1: a plan goes to the client with a diagnosis, an approach and at least one measurable result."""
    reasons = []
    if not plan.diagnosis.strip():
        reasons.append(Reason("deliver.diagnosis_needed", "diagnosis"))
    if not plan.approach.strip():
        reasons.append(Reason("deliver.approach_needed", "approach"))
    if not plan.results:
        reasons.append(Reason("deliver.result_needed"))
    return Refused(tuple(reasons)) if reasons else None


def plan_due_on(starts_on: date, *, within_days: int) -> date:
    """The day by which the client has the plan."""
    return starts_on + timedelta(days=within_days)
