"""What stands beside the one button with which a client invokes the guarantee."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.contract.rules.clauses import Payer, Waived
from interregnum.stages.contract.rules.ending import BY_GUARANTEE
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.rows import grants_of, open_case, terms_of
from interregnum.stages.guarantee.rules.entitlement import Invoked, entitlement


@dataclass(frozen=True, kw_only=True)
class ComplainPage:
    """What stands beside the one button: of the clause as signed. `running` is the case that runs already."""

    code: str
    number: str
    manager: str
    runs_until: date
    profile_hours: int
    start_days: int
    handover_days: int
    improvement_weeks: int
    decision_days: int
    profiles: int
    needs_reason: bool
    is_handover_ours: bool
    is_notice_waived: bool
    are_days_waived: bool
    running: str
    why_not: Reason | None


def why_not_now(row: Any, running: Complaint | None, *, on: date) -> Refused | None:
    """What stands in the way of invoking the clause of the contract of an assignment; None when nothing does."""
    facts = Invoked(
        state=row.state,
        starts_on=row.manager_since or min(row.starts_on, on),
        runs_until=row.contract.runs_until or row.ends_on,
        is_left=row.contract.left_at is not None,
        is_honoured=row.contract.leaving in BY_GUARANTEE,
        is_running=running is not None,
    )
    return entitlement(facts, on=on)


def complain_page(assignment: str, *, seen_by: Actor, on: date) -> ComplainPage:
    """Raises Http404 for an assignment that is not theirs."""
    row = assignment_of(assignment, seen_by=seen_by, along=("contract",))
    case, clause = open_case(assignment), terms_of(Complaint(contract=row.contract))
    grants = grants_of(Complaint(contract=row.contract))
    return ComplainPage(
        code=row.code,
        number=row.number,
        manager=row.manager.name,
        runs_until=row.contract.runs_until or row.ends_on,
        profile_hours=clause.profile_hours,
        start_days=clause.start_working_days,
        handover_days=clause.handover_days,
        improvement_weeks=clause.improvement_weeks,
        decision_days=clause.decision_working_days,
        profiles=grants.profiles,
        needs_reason=grants.needs_reason,
        is_handover_ours=grants.handover_paid_by == Payer.FIRM,
        is_notice_waived=Waived.NOTICE in grants.waives,
        are_days_waived=Waived.DAYS_TO_COME in grants.waives,
        running=case.code if case else "",
        why_not=None if (refused := why_not_now(row, case, on=on)) is None else refused.reasons[0],
    )
