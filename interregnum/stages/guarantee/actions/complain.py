"""H1 H2: one press of the client: not content, and on the same screen how it goes on. Nothing is to be proven."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from time import perf_counter

from django.db import IntegrityError, transaction

from interregnum.journal.record import action, must, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.choose.actions.hold import hold_proposal
from interregnum.stages.contract.rules.clauses import Grants
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.guarantee.actions.carry_out import about, carry_out
from interregnum.stages.guarantee.facts import GuaranteeInvoked, WayChosen
from interregnum.stages.guarantee.letters import confirm_receipt, tell_firm, tell_manager
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.complaining import why_not_now
from interregnum.stages.guarantee.queries.rows import case_row, has_days, open_case, plan_limit
from interregnum.stages.guarantee.rules.reasons import ComplaintReason
from interregnum.stages.guarantee.rules.states import CARRIED_OUT, STATE_OF, CaseState, Choice, fault_of_choice


@dataclass(frozen=True, kw_only=True)
class Way:
    """What the client chooses: `last_day` of the manager, today unless said otherwise; `until`: of an improvement
    plan, as long as the clause allows unless said otherwise."""

    choice: Choice
    last_day: date | None = None
    until: date | None = None


@action
def complain(
    *, assignment: str, reason: ComplaintReason, words: str, way: Way, by: Actor, at: datetime
) -> str | Refused:
    """Received in the same moment, and what was chosen is carried out in it; returns the code of the case."""
    begun, row = perf_counter(), assignment_of(assignment, seen_by=by, along=("contract",))
    if (refused := why_not_now(row, open_case(assignment), on=local_day(at))) is not None:
        return refused
    if Grants.from_terms(row.contract.terms).needs_reason and not words.strip():
        return Refused.because("guarantee.reason_needed", "words")
    try:
        with transaction.atomic():
            # The database holds one open case an assignment: of two people at once, one is first.
            case = Complaint.objects.create(
                assignment=row,
                contract=row.contract,
                manager=row.manager,
                reason=reason,
                words=words.strip(),
                complained_at=at,
                complained_by=Account.objects.get(code=by.code),
            )
    except IntegrityError:
        return Refused.because("guarantee.running")
    record(GuaranteeInvoked(**about(case), reason=reason), by=by, at=at)
    _acknowledge(case, begun, at=at)
    tell_firm(case, by=by)
    tell_manager(case, "mail/guarantee_manager.txt")
    if way.choice != Choice.UNSURE:
        must(_choose(case, way, by=by, at=at))
    return str(case.code)


def _acknowledge(row: Complaint, begun: float, *, at: datetime) -> None:
    """The clock takes the moment at which the mail to the client was really written."""
    if confirm_receipt(row):
        row.acknowledged_at = at + timedelta(seconds=perf_counter() - begun)
        row.save(update_fields=["acknowledged_at"])


@action
def choose_way(*, complaint: str, way: Way, by: Actor, at: datetime) -> Refused | None:
    """The client chooses, or chooses otherwise, as long as nothing stands in the way but the client's own will."""
    return _choose(case_row(complaint, seen_by=by), way, by=by, at=at)


def _choose(row: Complaint, way: Way, *, by: Actor, at: datetime) -> Refused | None:
    known = {"has_days": has_days(row, local_day(at)), "has_died": row.manager.died_at is not None}
    if (fault := fault_of_choice(way.choice, row.state, **known, is_picked=row.picked_at is not None)) is not None:
        return fault
    state = STATE_OF[way.choice]
    changed: dict[str, object] = {"chosen_at": at, "first_chosen_at": row.first_chosen_at or at}
    if way.choice == Choice.IMPROVE:
        until = _plan_until(row, way.until, at)
        if isinstance(until, Refused):
            return until
        changed["improve_until"] = until
    closed = {"closed_at": at} if state == CaseState.ENDED else {}
    # A pick holds the proposal before the case, and so does this; of two people of the client at once, one is first.
    hold_proposal(row.proposal_id)
    here = Complaint.objects.filter(pk=row.pk, state=row.state, picked_at=None)
    if not here.update(state=state, **changed, **closed):
        return Refused.because("guarantee.not_now")
    row.refresh_from_db()
    if state in CARRIED_OUT:
        must(carry_out(row, state, way.last_day, by=by, at=at))
    last_day = row.last_day.isoformat() if state in CARRIED_OUT and row.last_day else ""
    record(WayChosen(**about(row), choice=way.choice, last_day=last_day), by=by, at=at)
    return None


def _plan_until(row: Complaint, until: date | None, at: datetime) -> date | Refused:
    """An improvement plan ends when the clause says at the latest, and never after the contract."""
    on, latest = local_day(at), plan_limit(row)
    if until is None:
        return latest
    if until <= on:
        return Refused.because("guarantee.plan_past", "until")
    if until > latest:
        return Refused.because("guarantee.plan_too_long", "until", latest=f"{latest:%d-%m-%Y}")
    return until
