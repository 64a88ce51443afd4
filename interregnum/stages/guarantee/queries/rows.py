"""Which guarantees somebody may know of, and one of them."""

from datetime import date

from django.db.models import Q, QuerySet
from django.http import Http404

from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.people.queries import profile_at
from interregnum.stages.contract.queries.replaced import agreed_end
from interregnum.stages.contract.rules.clauses import Grants, GuaranteeTerms
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.rules.days import firm_days
from interregnum.stages.guarantee.rules.entitlement import latest_plan

ALONG = ("assignment__organisation", "assignment__owner", "manager", "contract", "proposal", "successor__manager")
NO_PART = frozenset({Role.DELEGATE})
# Who may write what is handed over where the manager cannot.
INSTEAD = BUREAU | {Role.SHADOW}


def cases_of(actor: Actor) -> QuerySet[Complaint]:
    """Whoever may know of the assignment; of the managers the one whom it is about, and who succeeds."""
    rows = Complaint.objects.select_related(*ALONG).defer(*profile_at("manager"), *profile_at("successor__manager"))
    if actor.role in NO_PART:
        return rows.none()
    if actor.role == Role.MANAGER:
        own = Q(manager__code=actor.manager) | Q(successor__manager__code=actor.manager)
        return rows.filter(own) if actor.manager else rows.none()
    return rows.filter(assignment__in=visible_to(actor).order_by().values("pk"))


def case_row(code: str, *, seen_by: Actor) -> Complaint:
    """Raises Http404 for a guarantee that is not there, or not theirs."""
    row = cases_of(seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def own_case(code: str, *, seen_by: Actor) -> Complaint:
    """For the manager whom it is about. Raises Http404 for a successor too: nothing of what was said is theirs."""
    row = case_row(code, seen_by=seen_by)
    if row.manager.code != seen_by.manager:
        raise Http404
    return row


def cannot_write(row: Complaint) -> bool:
    """The manager died, or the bureau noted that he or she cannot say or write anything, also who was heard before:
    somebody else may write what is handed over."""
    hearing = getattr(row, "hearing", None)
    return row.manager.died_at is not None or bool(hearing and (hearing.not_heard or not hearing.words))


def writer_case(code: str, *, seen_by: Actor) -> Complaint:
    """For whoever writes what is handed over. Raises Http404 for bureau and shadow manager while the manager can."""
    if seen_by.role == Role.MANAGER:
        return own_case(code, seen_by=seen_by)
    row = case_row(code, seen_by=seen_by)
    if seen_by.role not in INSTEAD or not cannot_write(row):
        raise Http404
    return row


def open_case(assignment: str) -> Complaint | None:
    return Complaint.objects.filter(assignment__code=assignment, closed_at=None).first()


def has_days(row: Complaint, on: date) -> bool:
    """Whether a day of the assignment is left after this one, by what was agreed."""
    return on < agreed_end(row.contract)


def terms_of(row: Complaint) -> GuaranteeTerms:
    """The clause as that contract was signed: what is promised under it is what is done."""
    return GuaranteeTerms.from_values(row.contract.guarantee)


def grants_of(row: Complaint) -> Grants:
    """What the clause grants besides, as that contract was signed."""
    return Grants.from_terms(row.contract.terms)


def firm_days_of(row: Complaint) -> int:
    return firm_days(terms_of(row).handover_days, paid_by=grants_of(row).handover_paid_by)


def plan_limit(row: Complaint) -> date:
    """The last day that an improvement plan can have."""
    until = row.contract.runs_until or row.contract.ends_on
    return latest_plan(local_day(row.complained_at), weeks=terms_of(row).improvement_weeks, runs_until=until)
