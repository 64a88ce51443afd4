"""What stands beside the one button with which a client invokes the guarantee."""

from dataclasses import dataclass
from datetime import date

from interregnum.kernel.actor import Actor
from interregnum.stages.contract.rules.clauses import Payer, Waived
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.rows import grants_of, open_case, terms_of


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


def complain_page(assignment: str, *, seen_by: Actor) -> ComplainPage:
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
    )
